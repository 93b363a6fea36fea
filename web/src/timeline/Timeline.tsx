// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sharpContext, useSize } from '../shell/hooks';
import type { Actions, Picture } from '../state/picture';
import { formatDay, parseDay } from '../text/days';
import { count } from '../text/numbers';
import type { Palette } from '../theme/theme';
import { type Bins, binRows, coreSpan, scaleOf, type Span } from './bins';
import { dayAt, drawTimeline, ticksOf } from './draw';

interface Props {
  picture: Picture;
  actions: Actions;
  palette: Palette;
}

const HEIGHT = 76;

/** Incidents by time, all filters but that of time applied. Drawing a brush over it filters everything. */
export function Timeline({ picture, actions, palette }: Props) {
  const { board, crossfilter, rows, address } = picture;
  const { from, to } = address.filters;
  const [box, { width }] = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const span: Span = useMemo(
    () => (address.span ? { from: address.span[0], to: address.span[1] } : coreSpan(board)),
    [board, address.span],
  );
  const scale = useMemo(() => scaleOf(span, Math.max(20, Math.floor(width / 4))), [span, width]);
  const bins = useMemo(() => binRows(board, [rows, crossfilter.failing('time')], scale), [board, rows, scale]);
  const ticks = useMemo(() => ticksOf(scale, width), [scale, width]);
  const [brush, setBrush] = useState<Span | null>(null);
  const chosen = brush ?? (from === null && to === null ? null : { from: from ?? -Infinity, to: to ?? Infinity });

  useLayoutEffect(() => {
    if (canvas.current && width) drawTimeline(sharpContext(canvas.current, width, HEIGHT).to, bins, ticks, chosen, width, HEIGHT, palette);
  }, [bins, chosen?.from, chosen?.to, width, palette]);

  const choose = (days: Span | null, how: 'push' | 'replace' = 'push') =>
    actions.filter({ from: days?.from ?? null, to: days?.to ?? null }, how);
  const pointer = useBrush(bins, width, setBrush, choose);
  const isWhole = !address.span;
  return (
    <section class="timeline" aria-label="Timeline">
      <div class="timeline-bar">
        <label>From <input type="date" value={from === null ? '' : formatDay(from)} onChange={(event) => actions.filter({ from: parseDay(event.currentTarget.value) })} /></label>
        <label>to <input type="date" value={to === null ? '' : formatDay(to)} onChange={(event) => actions.filter({ to: parseDay(event.currentTarget.value) })} /></label>
        {chosen && <button type="button" onClick={() => choose(null)}>All days</button>}
        {chosen && Number.isFinite(chosen.from) && Number.isFinite(chosen.to) && (
          <button type="button" onClick={() => actions.go({ span: [chosen.from, chosen.to] })}>Zoom in</button>
        )}
        {!isWhole && <button type="button" onClick={() => actions.go({ span: null })}>Whole time</button>}
        <span class="note">{outside(bins)} a bar is a {bins.unit}, the highest {count(bins.most)}</span>
      </div>
      <div class="timeline-canvas" ref={box}>
        <canvas ref={canvas} role="img" {...pointer}
          aria-label={`Incidents by ${bins.unit} from ${formatDay(span.from)} to ${formatDay(span.to)}. The fields From and To choose days.`} />
      </div>
    </section>
  );
}

/** Drawing chooses whole units; a click beside what is chosen chooses everything again. */
function useBrush(bins: Bins, width: number, show: (days: Span | null) => void, choose: (days: Span | null) => void) {
  const start = useRef<number | null>(null);
  const last = useRef<Span | null>(null);
  const spanTo = (x: number): Span => {
    const [a, b] = [start.current as number, x].sort((p, q) => p - q);
    return unitsOf(bins, dayAt(bins, a, width), dayAt(bins, b, width));
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      start.current = event.offsetX;
      last.current = null;
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current === null || Math.abs(event.offsetX - start.current) < 3) return;
      last.current = spanTo(event.offsetX);
      show(last.current);
    },
    onPointerUp: () => {
      if (start.current !== null) choose(last.current);
      start.current = null;
      show(null);
    },
    onPointerCancel: () => {
      start.current = null;
      show(null);
    },
  };
}

/** The days of the units that the two days lie in. */
function unitsOf({ starts }: Bins, a: number, b: number): Span {
  const first = starts.findLastIndex((start) => start <= a);
  const next = starts.findIndex((start) => start > b);
  return { from: starts[Math.max(0, first)], to: (next < 0 ? starts[starts.length - 1] : starts[next]) - 1 };
}

function outside({ before, after }: Bins): string {
  const parts = [before > 0 && `${count(before)} before this`, after > 0 && `${count(after)} after`].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')} ·` : '';
}

