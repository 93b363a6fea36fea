// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import { floorDay, nextStart, type Unit, unitFor } from '../text/days';

export interface Span {
  from: number;
  to: number; // included
}

/** A span of days cut into units. */
export interface Scale {
  unit: Unit;
  starts: number[]; // first days; the last one is the end of the last bin
  binOfDay: Uint16Array; // from the first day on
}

/** Counts by unit and quad class over a span of days. */
export interface Bins extends Scale {
  counts: Uint32Array; // bin * 4 + quad
  before: number; // incidents that began before the span
  after: number;
  most: number; // in one bin
}

/** The days within which nearly all incidents lie: without the few that are centuries away, which are counted apart. */
export function coreSpan(board: Board): Span {
  if (board.count === 0) return { from: 0, to: 0 };
  const at = (share: number) => board.day[Math.round(share * (board.count - 1))];
  const [low, high] = [at(0.01), at(0.99)];
  const reach = Math.max(30, (high - low) * 0.1);
  const first = board.day.find((day) => day >= low - reach) ?? low;
  const last = board.day.findLast((day) => day <= high + reach) ?? high;
  return { from: first, to: last };
}

/** The beginnings of the units that cover the span, and the end of the last. */
export function startsOf(span: Span, unit: Unit): number[] {
  const starts = [floorDay(span.from, unit)];
  while (starts[starts.length - 1] <= span.to) starts.push(nextStart(starts[starts.length - 1], unit));
  return starts;
}

/** The span in the finest units that give at most `most` bins. */
export function scaleOf(span: Span, most: number): Scale {
  const unit = unitFor(span.to - span.from + 1, most);
  const starts = startsOf(span, unit);
  const first = starts[0];
  const binOfDay = new Uint16Array(starts[starts.length - 1] - first);
  for (let bin = 0; bin + 1 < starts.length; bin++) binOfDay.fill(bin, starts[bin] - first, starts[bin + 1] - first);
  return { unit, starts, binOfDay };
}

/** Counts rows, given as lists, by the day on which they began. */
export function binRows(board: Board, lists: readonly Uint32Array[], scale: Scale): Bins {
  const { starts, binOfDay } = scale;
  const first = starts[0];
  const end = starts[starts.length - 1];
  const counts = new Uint32Array((starts.length - 1) * 4);
  let [before, after] = [0, 0];
  for (const rows of lists) {
    for (let i = 0; i < rows.length; i++) {
      const day = board.day[rows[i]];
      if (day < first) before++;
      else if (day >= end) after++;
      else counts[binOfDay[day - first] * 4 + board.quad[rows[i]]]++;
    }
  }
  return { ...scale, counts, before, after, most: highest(counts) };
}

function highest(counts: Uint32Array): number {
  let most = 0;
  for (let i = 0; i < counts.length; i += 4) most = Math.max(most, counts[i] + counts[i + 1] + counts[i + 2] + counts[i + 3]);
  return most;
}
