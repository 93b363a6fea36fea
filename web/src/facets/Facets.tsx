// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks';
import { memo } from '../shell/memo';
import type { Counts } from '../board/tally';
import { isFiltered, type ListName, NO_FILTERS, toggled } from '../state/filters';
import type { Actions, Picture } from '../state/picture';
import { count } from '../text/numbers';
import { quadOf, statusLabel, typeLabel, verdictLabel, verdictMeaning } from '../text/plover';
import { visible } from '../text/safe';
import { countFacets } from './counts';
import { topValues } from './values';

interface Props {
  picture: Picture;
  actions: Actions;
}

export function Facets({ picture, actions }: Props) {
  const { board, crossfilter, rows, address } = picture;
  const { filters } = address;
  const counts = useMemo(() => countFacets(board, crossfilter), [board, rows]);
  const names = useMemo(() => ({
    type: board.types.map(typeLabel), status: board.statuses.map(statusLabel), verdict: board.verdicts.map(verdictLabel),
    countryCode: board.countries.map(({ code }) => code), country: board.countries.map(({ name }) => name),
  }), [board]);
  const of = (name: ListName) => ({ name, counts: counts[name], chosen: filters[name], actions });
  const { near } = filters;
  return (
    <div class="facets">
      <div class="facets-head">
        <h2>Filters</h2>
        {isFiltered(filters) && <button type="button" onClick={() => actions.filter(NO_FILTERS)}>Clear all</button>}
      </div>
      {near && (
        <button type="button" class="chip" onClick={() => actions.filter({ near: null })}>
          Within {near.km} km of {near.lat.toFixed(2)}, {near.lon.toFixed(2)} ✕
        </button>
      )}
      <Facet {...of('type')} title="What" values={board.types} labels={names.type} dot={dotOf} most={8} />
      <Facet {...of('country')} title="Where" values={names.countryCode} labels={names.country} most={7} />
      <Facet {...of('actor')} title="Who" values={board.actorKeys.values} labels={board.actorKeys.labels} most={7} />
      <Facet {...of('recipient')} title="To whom" values={board.recipientKeys.values} labels={board.recipientKeys.labels} most={7} />
      <Facet {...of('status')} title="Status" values={board.statuses} labels={names.status} most={5} />
      <Facet {...of('verdict')} title="Standing" values={board.verdicts} labels={names.verdict} hint={verdictMeaning} most={6} />
      <Origins picture={picture} actions={actions} />
      <Facet {...of('source')} title="Outlet" values={board.outlets} labels={board.outlets} most={6} />
    </div>
  );
}

interface FacetProps {
  name: ListName;
  title: string;
  counts: Counts;
  values: readonly string[];
  labels: readonly string[];
  chosen: readonly string[];
  most: number;
  dot?(value: string): string;
  hint?(value: string): string;
  actions: Actions;
}

const dotOf = (type: string) => `quad-${quadOf(type) + 1}`;

const Facet = memo(({ name, title, counts, values, labels, chosen, most, dot, hint, actions }: FacetProps) => {
  const [words, setWords] = useState('');
  const [isLong, setLong] = useState(false);
  const shown = useMemo(
    () => topValues(counts, values, labels, chosen, words, isLong ? 40 : most),
    [counts, values, chosen, words, isLong, most],
  );
  const highest = Math.max(1, ...shown.map((one) => one.count));
  const hasMore = isLong || shown.length >= most;
  return (
    <fieldset class="facet" data-facet={name}>
      <legend>{title}</legend>
      {values.length > 20 && (
        <input type="search" class="facet-find" placeholder="Find" aria-label={`Find in ${title}`} value={words}
          onInput={(event) => setWords(event.currentTarget.value)} />
      )}
      {shown.map((one) => (
        <label key={one.value} class={one.value === '-' ? 'is-unknown' : ''} title={hint?.(one.value) || one.label}>
          <input type="checkbox" checked={chosen.includes(one.value)} onChange={() => actions.filter({ [name]: toggled(chosen, one.value) })} />
          {dot && <i class={`dot ${dot(one.value)}`} />}
          <span class="facet-label"><bdi>{visible(one.label)}</bdi></span>
          <span class="facet-count">{count(one.count)}</span>
          <span class="facet-bar" style={{ transform: `scaleX(${one.count / highest})` }} />
        </label>
      ))}
      {shown.length === 0 && <p class="note">Nothing here.</p>}
      {hasMore && <button type="button" class="more" aria-expanded={isLong} onClick={() => setLong(!isLong)}>{isLong ? 'Fewer' : 'More'}</button>}
    </fieldset>
  );
});

const LEAST = [0, 2, 3, 5];
const MANY = 5; // so many or more

function Origins({ picture, actions }: Props) {
  const { board, crossfilter, rows, address } = picture;
  const few = useMemo(() => board.origins.map((origins) => Math.min(origins, MANY)), [board]);
  const counts = useMemo(() => {
    const { of } = crossfilter.countColumn('origins', few, MANY + 1);
    return LEAST.map((least) => of.subarray(least).reduce((sum, one) => sum + one, 0));
  }, [few, rows]);
  return (
    <fieldset class="facet" data-facet="origins">
      <legend>Independent origins</legend>
      {LEAST.map((least, i) => (
        <label key={least}>
          <input type="radio" name="origins" checked={address.filters.minOrigins === least} onChange={() => actions.filter({ minOrigins: least })} />
          <span class="facet-label">{least === 0 ? 'Any number' : `${least} or more`}</span>
          <span class="facet-count">{count(counts[i])}</span>
          <span class="facet-bar" style={{ transform: `scaleX(${counts[i] / Math.max(1, counts[0])})` }} />
        </label>
      ))}
    </fieldset>
  );
}
