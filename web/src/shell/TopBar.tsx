// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { type View, VIEWS } from '../state/address';
import type { Filters } from '../state/filters';
import type { Actions, Picture } from '../state/picture';
import { count, plural } from '../text/numbers';
import { visible } from '../text/safe';
import type { Theme } from '../theme/theme';
import type { Fetched } from './hooks';
import type { LiveBoard } from './useBoard';

interface Props {
  picture: Picture | null;
  live: LiveBoard;
  view: View;
  filters: Filters;
  theme: Theme;
  text: Fetched<unknown> | null;
  actions: Actions;
  onTheme(): void;
  onOpen(what: 'help' | 'export'): void;
}

const NAMES: Record<View, string> = { map: 'Map', parties: 'Two parties', network: 'Network', table: 'Table', watch: 'Watch' };

export function TopBar({ picture, live, view, filters, theme, text, actions, onTheme, onOpen }: Props) {
  return (
    <header class="top">
      <h1 class="wordmark">masudi</h1>
      <nav class="tabs" aria-label="Views">
        {VIEWS.map((name) => (
          <a key={name} href={`#${name}`} aria-current={name === view ? 'page' : undefined}
            onClick={(event) => (event.preventDefault(), actions.go({ view: name }))}>{NAMES[name]}</a>
        ))}
      </nav>
      <Search text={filters.text} state={text} actions={actions} />
      <p class="counted" role="status" aria-live="polite">
        {picture && <><b>{count(picture.rows.length)}</b> of {plural(picture.board.count, 'incident')}</>}
      </p>
      <Line live={live} />
      <div class="tools">
        <button type="button" onClick={() => onOpen('export')} disabled={!picture}>Export</button>
        <button type="button" onClick={onTheme} aria-label={theme === 'dark' ? 'Light colours' : 'Dark colours'}>{theme === 'dark' ? '☀' : '☾'}</button>
        <button type="button" onClick={() => onOpen('help')} aria-label="Help: keys">?</button>
      </div>
    </header>
  );
}

/** Words are asked of the server when a person has finished writing: with Enter, or by leaving the field. */
function Search({ text, state, actions }: { text: string; state: Fetched<unknown> | null; actions: Actions }) {
  const [words, setWords] = useState(text);
  useEffect(() => setWords(text), [text]);
  const ask = () => words.trim() !== text && actions.filter({ text: words.trim() });
  return (
    <form class="search" role="search" onSubmit={(event) => (event.preventDefault(), ask())}>
      <input type="search" placeholder="Search the reports  /" aria-label="Search the words of the reports" value={words} maxLength={500}
        onInput={(event) => setWords(event.currentTarget.value)} onChange={ask} />
      {state?.state === 'loading' && <span class="note" role="status">searching …</span>}
      {state?.state === 'failed' && <span class="failed" role="alert">{visible(state.message)}</span>}
    </form>
  );
}

function Line({ live }: { live: LiveBoard }) {
  if (live.isStale) {
    return (
      <button type="button" class="news" onClick={live.refresh}>
        {live.waiting > 0 ? `${count(live.waiting)} new` : 'Something new'} · show
      </button>
    );
  }
  const isOpen = live.line === 'open';
  return <span class={`line ${isOpen ? 'is-open' : ''}`} title={isOpen ? 'What is new will be told' : 'The line to the server is cut; it is tried again'}>{isOpen ? 'Live' : 'No line'}</span>;
}
