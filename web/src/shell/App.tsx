// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { Crossfilter } from '../board/crossfilter';
import { Drawer } from '../drawer/Drawer';
import { DyadView } from '../dyad/DyadView';
import { ExportDialog } from '../export/ExportDialog';
import { Facets } from '../facets/Facets';
import { MapView } from '../map/MapView';
import { NetworkView } from '../network/NetworkView';
import { type View, VIEWS } from '../state/address';
import { NO_FILTERS } from '../state/filters';
import { Navigation } from '../state/navigation';
import type { Actions, Picture } from '../state/picture';
import { Table } from '../table/Table';
import { visible } from '../text/safe';
import { chooseTheme, currentTheme, onSystemTheme, applyTheme, readPalette } from '../theme/theme';
import { Timeline } from '../timeline/Timeline';
import { WatchView } from '../watch/WatchView';
import { Help } from './Help';
import { useKeys } from './keys';
import { markFiltering, measureFiltering } from './timing';
import { TopBar } from './TopBar';
import { useBoard } from './useBoard';
import { useFound } from './useFound';
import { warmUp } from './warm';

const navigation = new Navigation();

const actions: Actions = {
  go: (change, how) => navigation.go(change, how),
  filter: (change, how) => {
    markFiltering();
    navigation.go({ filters: { ...navigation.current.filters, ...change } }, how);
  },
};

export function App() {
  const [address, setAddress] = useState(navigation.current);
  useEffect(() => navigation.onChange(setAddress), []);
  const live = useBoard();
  const { board } = live;
  const [theme, setTheme] = useState(currentTheme);
  const [opened, setOpened] = useState<'help' | 'export' | null>(null);
  useEffect(() => onSystemTheme((next) => (applyTheme(next), setTheme(next))), []);
  const palette = useMemo(readPalette, [theme]);

  const { filters, view, incident } = address;
  const found = useFound(board, filters.text);
  const crossfilter = useMemo(() => board && new Crossfilter(board), [board]);
  useEffect(() => (board ? warmUp(board) : undefined), [board]);
  const picture = useMemo((): Picture | null => {
    if (!board || !crossfilter) return null;
    crossfilter.apply(filters, found.rows);
    return { board, crossfilter, rows: crossfilter.rows(), address };
  }, [board, crossfilter, filters, found.rows]);
  const shown = picture && { ...picture, address };
  const isSearching = found.state?.state === 'loading';
  useLayoutEffect(() => void (picture && !isSearching && measureFiltering()), [picture, isSearching]);
  useEffect(() => void (document.title = picture ? `${picture.rows.length.toLocaleString('en')} incidents · masudi` : 'masudi'), [picture]);

  const turnTheme = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    chooseTheme(next);
    setTheme(next);
  };
  const show = (wanted: View) => actions.go({ view: wanted });
  useKeys({
    '/': () => document.querySelector<HTMLInputElement>('.search input')?.focus(),
    '?': () => setOpened('help'), e: () => picture && setOpened('export'), t: turnTheme, r: () => live.isStale && live.refresh(),
    j: () => step(1), k: () => step(-1), x: () => actions.filter(NO_FILTERS),
    Enter: () => document.querySelector<HTMLElement>('.drawer')?.focus(),
    Escape: () => leave(incident !== null),
    '1': () => show(VIEWS[0]), '2': () => show(VIEWS[1]), '3': () => show(VIEWS[2]), '4': () => show(VIEWS[3]), '5': () => show(VIEWS[4]),
  });

  return (
    <>
      <TopBar picture={shown} live={live} view={view} filters={filters} theme={theme} actions={actions} text={found.state}
        onTheme={turnTheme} onOpen={setOpened} />
      <div class={`workspace view-${view} ${incident ? 'has-drawer' : ''}`}>
        {shown ? (
          <>
            <nav class="side" aria-label="Filters"><Facets picture={shown} actions={actions} /></nav>
            <main class="middle">
              {view === 'map' && <MapView picture={shown} actions={actions} palette={palette} />}
              {view === 'parties' && <DyadView picture={shown} actions={actions} palette={palette} />}
              {view === 'network' && <NetworkView picture={shown} actions={actions} />}
              {view === 'watch' ? <WatchView picture={shown} isCurrent={live.line === 'open' && !live.isStale} actions={actions} /> : (
                <>
                  <Timeline picture={shown} actions={actions} palette={palette} />
                  <Table picture={shown} actions={actions} fresh={live.fresh} />
                </>
              )}
            </main>
            {incident && <Drawer id={incident} board={shown.board} actions={actions} />}
          </>
        ) : (
          <main class="middle"><Waiting failure={live.failure} onRetry={live.refresh} /></main>
        )}
      </div>
      {opened === 'help' && <Help onClose={() => setOpened(null)} />}
      {opened === 'export' && shown && <ExportDialog picture={shown} onClose={() => setOpened(null)} />}
    </>
  );
}

function Waiting({ failure, onRetry }: { failure: string | null; onRetry(): void }) {
  if (failure === null) return <p class="waiting" role="status">Reading the record …</p>;
  return <div class="waiting failed" role="alert"><p>{visible(failure)}</p><button type="button" onClick={onRetry}>Try again</button></div>;
}

function step(by: number): void {
  dispatchEvent(new CustomEvent('masudi:step', { detail: by }));
}

function leave(hasIncident: boolean): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement && activeElement.type !== 'checkbox') activeElement.blur();
  else if (hasIncident) actions.go({ incident: null });
}
