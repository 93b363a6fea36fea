// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { alertFeedUrl, removeSearch, type SavedSearch, type Watched } from '../api/watch';
import type { Filters } from '../state/filters';
import type { Actions } from '../state/picture';
import { visible } from '../text/safe';
import { SaveSearch } from './SaveSearch';
import { filtersOf, optionsInWords } from './search';

interface Props {
  searches: SavedSearch[];
  filters: Filters;
  actions: Actions;
  onChange(isSeen: (watched: Watched) => boolean): void;
}

export function Searches({ searches, filters, actions, onChange }: Props) {
  return (
    <section aria-label="Saved searches">
      <h2>Saved searches</h2>
      {searches.length > 0 && (
        <table>
          <thead><tr><th>Name</th><th>Looks for</th><th>Tells</th><th>Checked up to</th><th>Now</th><th><span class="unseen">What can be done</span></th></tr></thead>
          <tbody>{searches.map((search) => <Line key={search.name} search={search} actions={actions} onChange={onChange} />)}</tbody>
        </table>
      )}
      {searches.length === 0 && <p class="note">None yet.</p>}
      <SaveSearch filters={filters} onSaved={(name) => onChange((watched) => watched.searches.some((search) => search.name === name))} />
    </section>
  );
}

function Line({ search, actions, onChange }: { search: SavedSearch } & Pick<Props, 'actions' | 'onChange'>) {
  const [isSure, setSure] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const shown = filtersOf(search);
  const show = () => actions.go({ view: shown.dyad ? 'parties' : 'map', dyad: shown.dyad, filters: shown.filters });
  const remove = () => {
    if (!isSure) return setSure(true);
    removeSearch(search.name).then(
      () => onChange((watched) => !watched.searches.some(({ name }) => name === search.name)), (error: Error) => setFailure(error.message));
  };
  return (
    <tr>
      <td><b><bdi>{visible(search.name)}</bdi></b></td>
      <td><bdi>{visible(optionsInWords(search))}</bdi></td>
      <td><bdi>{visible(search.rule)}</bdi></td>
      <td>{search.checked ?? <span class="unknown">never</span>}</td>
      <td class={search.on ? 'verdict-disputed' : ''}>{search.on ? 'holds' : '–'}</td>
      <td><div class="acts">
        <button type="button" onClick={show} title={shown.left.length > 0 ? visible(`The dashboard has no filter for: ${shown.left.join(', ')}`) : ''}>
          {shown.left.length > 0 ? 'Show about this' : 'Show'}
        </button>
        <a href={alertFeedUrl(search.name)} aria-label={`Atom feed of ${visible(search.name)}`}>Atom</a>
        <button type="button" onClick={remove} onBlur={() => setSure(false)}>{isSure ? 'Really remove' : 'Remove'}</button>
        {failure && <span class="failed" role="alert">{visible(failure)}</span>}
      </div></td>
    </tr>
  );
}
