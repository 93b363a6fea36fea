// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { partyNames, typeName } from '../board/describe';
import { useSize } from '../shell/hooks';
import type { Actions, Picture } from '../state/picture';
import { formatDay, formatDays } from '../text/days';
import { plural } from '../text/numbers';
import { statusLabel } from '../text/plover';
import { visible } from '../text/safe';
import type { Palette } from '../theme/theme';
import { plotOptions } from './plot';
import { busiestPairs, dyadRows, type DyadSeries, dyadSeries } from './series';

interface Props {
  picture: Picture;
  actions: Actions;
  palette: Palette;
}

/** Two parties over time: what they do to each other, and the incidents behind each point. */
export function DyadView({ picture, actions, palette }: Props) {
  const { board, rows, address } = picture;
  const pairs = useMemo(() => busiestPairs(board, rows, 14), [board, rows]);
  const [a, b] = address.dyad ?? (pairs[0] ? [pairs[0].a, pairs[0].b] : ['', '']);
  const found = useMemo(() => dyadRows(board, rows, a, b), [board, rows, a, b]);
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const series = useMemo(() => dyadSeries(board, found, Math.max(12, Math.floor(width / 8))), [board, found, width]);
  const [point, setPoint] = useState(-1);
  useEffect(() => setPoint(-1), [series]);
  const label = (value: string) => visible(board.actorKeys.labels[board.actorKeys.values.indexOf(value)] ?? value);
  const choose = (first: string, second: string) => actions.go({ dyad: [first, second] });
  return (
    <section class="dyad" aria-label="Two parties over time">
      <div class="dyad-bar">
        <PartyInput name="First party" value={a} onChoose={(value) => choose(value, b)} />
        <button type="button" aria-label="Swap the parties" onClick={() => choose(b, a)}>⇄</button>
        <PartyInput name="Second party" value={b} onChoose={(value) => choose(a, value)} />
        <datalist id="parties">
          {pairs.flatMap((pair) => [pair.a, pair.b]).filter((value, i, all) => all.indexOf(value) === i)
            .map((value) => <option key={value} value={value}>{label(value)}</option>)}
        </datalist>
        <span class="note">
          {label(a)} → {label(b)}: {plural(series.aToB, 'incident')}; {label(b)} → {label(a)}: {plural(series.bToA, 'incident')}
        </span>
      </div>
      <div class="pairs" role="group" aria-label="Busiest pairs">
        {pairs.map((pair, rank) => (
          <button type="button" key={rank} aria-pressed={pair.a === a && pair.b === b} onClick={() => choose(pair.a, pair.b)}>
            {label(pair.a)} – {label(pair.b)} <b>{pair.count}</b>
          </button>
        ))}
      </div>
      <div class="dyad-body">
        <div class="plot" ref={box}>
          {found.rows.length === 0 ? <p class="empty">Nothing is known between these two within the filters.</p> : (
            <Plot series={series} width={width} height={height} palette={palette} onPoint={setPoint} />
          )}
        </div>
        <Behind picture={picture} actions={actions} series={series} all={found.rows} point={point} />
      </div>
    </section>
  );
}

function PartyInput({ name, value, onChoose }: { name: string; value: string; onChoose(value: string): void }) {
  return (
    <label>{name} <input list="parties" value={value} onChange={(event) => event.currentTarget.value && onChoose(event.currentTarget.value)} /></label>
  );
}

interface PlotProps {
  series: DyadSeries;
  width: number;
  height: number;
  palette: Palette;
  onPoint(point: number): void;
}

function Plot({ series, width, height, palette, onPoint }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const unit = series.starts[1] - series.starts[0];
  // Made anew where its look changes, before it is given the data.
  useLayoutEffect(() => {
    if (!box.current || width === 0) return;
    const made = new uPlot(plotOptions(width, Math.max(150, height), unit, palette, onPoint), [[], [], []], box.current);
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [unit, width, height, palette]);
  useLayoutEffect(() => {
    const times = series.starts.slice(0, -1).map((day) => day * 86_400);
    plot.current?.setData([times, Array.from(series.cooperation), Array.from(series.conflict)]);
  }, [series, unit, width, height, palette]);
  return <div ref={box} role="img" aria-label="Sums of PLOVER scores: cooperation above zero, conflict below. The list beside has the incidents." />;
}

const FEW = 25;

interface BehindProps {
  picture: Picture;
  actions: Actions;
  series: DyadSeries;
  all: Uint32Array; // of its rows
  point: number;
}

/** The incidents of the chosen point, else of all, the newest first. */
function Behind({ picture, actions, series, all, point }: BehindProps) {
  const { board } = picture;
  const rows = point >= 0 ? series.rows[point] ?? all.subarray(0, 0) : all;
  const [most, setMost] = useState(FEW);
  useEffect(() => setMost(FEW), [series, point]);
  const shown = [...rows.slice(-most)].reverse();
  const title = point >= 0 ? `${formatDay(series.starts[point])} to ${formatDay(series.starts[point + 1] - 1)}` : 'All of them';
  return (
    <div class="behind" role="region" aria-label="Incidents behind the point" tabIndex={0}>
      <h3>{title}: {plural(rows.length, 'incident')}</h3>
      <ol>
        {shown.map((row, line) => (
          // Another incident takes the place of one that goes: nothing is made anew.
          <li key={line}>
            <button type="button" onClick={() => actions.go({ incident: board.id[row] })}>
              <span class="when">{formatDays(board.day[row], board.lastDay[row])}</span>
              <i class={`dot quad-${board.quad[row] + 1}`} />
              <span class="told"><b>{typeName(board, row)}</b> <bdi>{visible(partyNames(board, board.actor, row) || 'not known')}</bdi> → <bdi>{visible(partyNames(board, board.recipient, row))}</bdi></span>
              <small>{statusLabel(board.statuses[board.status[row]])}</small>
            </button>
          </li>
        ))}
      </ol>
      {rows.length > shown.length && (
        <p class="note">The newest {shown.length} are shown. <button type="button" class="link" onClick={() => setMost(most + 4 * FEW)}>More</button></p>
      )}
    </div>
  );
}
