// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Board } from '../board/board';
import { partyNames, placeName, typeName } from '../board/describe';
import { rowOf } from '../board/rows';
import { useSize } from '../shell/hooks';
import { memo } from '../shell/memo';
import type { Sort } from '../state/address';
import type { Actions, Picture } from '../state/picture';
import { formatDays } from '../text/days';
import { count } from '../text/numbers';
import { statusLabel, verdictLabel, verdictMeaning } from '../text/plover';
import { visible } from '../text/safe';
import { linesSeen, ordered } from './order';

interface Props {
  picture: Picture;
  actions: Actions;
  fresh: ReadonlySet<string>; // ids of what came while this page was open
}

const LINE = 28;

const COLUMNS: { name: string; class: string; sorts: Sort[] }[] = [
  { name: 'Day', class: 'c-day', sorts: ['newest', 'oldest'] },
  { name: 'What', class: 'c-type', sorts: ['conflict', 'cooperation'] },
  { name: 'Who', class: 'c-who', sorts: [] },
  { name: 'To whom', class: 'c-whom', sorts: [] },
  { name: 'Where', class: 'c-where', sorts: [] },
  { name: 'Status', class: 'c-status', sorts: [] },
  { name: 'Standing', class: 'c-verdict', sorts: [] },
  { name: 'Reports', class: 'c-number', sorts: ['reports'] },
  { name: 'Origins', class: 'c-number', sorts: ['origins'] },
];

/** The incidents, of which only the lines that are seen are in the document. */
export function Table({ picture, actions, fresh }: Props) {
  const { board, rows, address } = picture;
  const [scroller, { height }] = useSize<HTMLDivElement>();
  const [top, setTop] = useState(0);
  const order = useMemo(() => ordered(board, rows, address.sort), [board, rows, address.sort]);
  const chosen = address.incident === null ? -1 : order.line(rowOf(board, address.incident));
  const { first, count: lines } = linesSeen(top, height, LINE, order.length);

  const listed = useRef(order);
  useLayoutEffect(() => {
    if (listed.current !== order && chosen < 0 && top > 0) scroller.current?.scrollTo({ top: 0 });
    listed.current = order;
  }, [order]);
  useEffect(() => bringIntoView(scroller.current, chosen), [chosen, height]);
  const at = useRef(-1); // goes ahead of what is drawn, so that fast steps are not lost
  at.current = chosen;
  useEffect(() => {
    const step = (event: Event) => {
      const by = (event as CustomEvent<number>).detail;
      if (order.length === 0) return;
      const from = at.current;
      at.current = Math.max(0, Math.min(order.length - 1, from < 0 ? (by > 0 ? 0 : order.length - 1) : from + by));
      actions.go({ incident: board.id[order.row(at.current)] }, from < 0 ? 'push' : 'replace');
    };
    addEventListener('masudi:step', step);
    return () => removeEventListener('masudi:step', step);
  }, [order]);

  return (
    <section class="table" aria-label="Incidents">
      <div class="grid" role="grid" aria-label="Incidents" aria-rowcount={order.length + 1} aria-colcount={COLUMNS.length}>
        <div role="rowgroup">
          <div class="row head" role="row" aria-rowindex={1}>
            {COLUMNS.map((column) => <Head key={column.name} column={column} sort={address.sort} actions={actions} />)}
          </div>
        </div>
        <div class="scroller" ref={scroller} tabIndex={0} role="rowgroup" aria-label="Incidents; j and k step through them"
          onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
          <div class="scrolled" role="presentation" style={{ height: `${order.length * LINE}px` }}>
            {Array.from({ length: lines }, (_, i) => first + i).map((line) => (
              // Lines that come into view take the places of those that leave it: nothing is made anew.
              <Row key={line % lines} board={board} row={order.row(line)} line={line} isChosen={line === chosen}
                isFresh={fresh.has(board.id[order.row(line)])} actions={actions} />
            ))}
          </div>
          {order.length === 0 && <p class="empty">No incident passes these filters.</p>}
        </div>
      </div>
    </section>
  );
}

function Head({ column, sort, actions }: { column: (typeof COLUMNS)[number]; sort: Sort; actions: Actions }) {
  const { name, sorts } = column;
  const at = sorts.indexOf(sort);
  const state = at < 0 ? 'none' : sort === 'oldest' || sort === 'conflict' ? 'ascending' : 'descending';
  if (sorts.length === 0) return <div class={column.class} role="columnheader">{name}</div>;
  return (
    <div class={column.class} role="columnheader" aria-sort={state}>
      <button type="button" onClick={() => actions.go({ sort: sorts[(at + 1) % sorts.length] })}>
        {name} {at < 0 ? '' : state === 'ascending' ? '↑' : '↓'}
      </button>
    </div>
  );
}

interface RowProps {
  board: Board;
  row: number;
  line: number;
  isChosen: boolean;
  isFresh: boolean;
  actions: Actions;
}

const Row = memo(({ board, row, line, isChosen, isFresh, actions }: RowProps) => {
  const site = board.site[row];
  const place = placeName(board, row);
  const vague = site >= 0 && board.sites.exact[site] === 0;
  const verdict = board.verdicts[board.verdict[row]];
  const status = board.statuses[board.status[row]];
  return (
    <div class={`row ${isChosen ? 'chosen' : ''} ${isFresh ? 'fresh' : ''}`} role="row" aria-rowindex={line + 2} aria-selected={isChosen}
      style={{ transform: `translateY(${line * LINE}px)` }} onClick={() => actions.go({ incident: board.id[row] })}>
      <div class="c-day" role="gridcell">{formatDays(board.day[row], board.lastDay[row])}</div>
      <div class="c-type" role="gridcell"><i class={`dot quad-${board.quad[row] + 1}`} />{typeName(board, row)}</div>
      <Cell class="c-who" text={partyNames(board, board.actor, row)} unknown="not known" />
      <Cell class="c-whom" text={partyNames(board, board.recipient, row)} unknown="–" />
      <div class={`c-where ${vague ? 'is-vague' : ''}`} role="gridcell" title={vague ? `${place}: only the province, country or region is known` : place}>
        {place ? visible(place) : <span class="unknown">not said</span>}
      </div>
      <div class={`c-status status-${status}`} role="gridcell">{statusLabel(status)}</div>
      <div class={`c-verdict verdict-${verdict}`} role="gridcell" title={verdictMeaning(verdict)}>{verdictLabel(verdict)}</div>
      <div class="c-number" role="gridcell">{count(board.reports[row])}</div>
      <div class="c-number" role="gridcell">{count(board.origins[row])}</div>
    </div>
  );
});

function Cell({ class: name, text, unknown }: { class: string; text: string; unknown: string }) {
  return <div class={name} role="gridcell" title={text}>{text ? <bdi>{visible(text)}</bdi> : <span class="unknown">{unknown}</span>}</div>;
}

function bringIntoView(scroller: HTMLDivElement | null, line: number): void {
  if (!scroller || line < 0) return;
  const [y, { scrollTop, clientHeight }] = [line * LINE, scroller];
  if (y < scrollTop) scroller.scrollTop = y;
  else if (y + LINE > scrollTop + clientHeight) scroller.scrollTop = y + LINE - clientHeight;
}
