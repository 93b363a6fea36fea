// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import { countPairs, edgesOf } from '../board/edges';
import { has } from '../board/lists';
import { topOf } from '../board/top';
import { unitFor } from '../text/days';
import { startsOf } from '../timeline/bins';

/** What two parties do to each other over time. Sums are of PLOVER scores: cooperation above 0, conflict below. */
export interface DyadSeries {
  starts: number[]; // first days of the units; the last is an end
  cooperation: Float64Array;
  conflict: Float64Array; // 0 or less
  rows: Uint32Array[]; // behind each unit
  aToB: number;
  bToA: number;
}

/** The rows in which one of the two acts towards the other. */
export function dyadRows(board: Board, rows: Uint32Array, a: string, b: string): { row: number; forward: boolean }[] {
  const [keyA, keyB] = [a, b].map((value) => board.actorKeys.values.indexOf(value));
  if (keyA < 0 || keyB < 0) return [];
  const { actorKeys: { ofRow: actors }, recipientKeys: { ofRow: recipients } } = board;
  const found: { row: number; forward: boolean }[] = [];
  for (const row of rows) {
    if (has(actors, row, keyA) && has(recipients, row, keyB)) found.push({ row, forward: true });
    else if (has(actors, row, keyB) && has(recipients, row, keyA)) found.push({ row, forward: false });
  }
  return found;
}

export function dyadSeries(board: Board, found: { row: number; forward: boolean }[], most: number): DyadSeries {
  const day = (at: number) => board.day[found[at]?.row] ?? 0; // the rows are by day
  const span = { from: day(0), to: day(found.length - 1) };
  const starts = found.length === 0 ? [0] : startsOf(span, unitFor(span.to - span.from + 1, most));
  const size = starts.length - 1;
  const series: DyadSeries = {
    starts, cooperation: new Float64Array(size), conflict: new Float64Array(size), rows: [], aToB: 0, bToA: 0,
  };
  const behind: number[][] = Array.from({ length: size }, () => []);
  let bin = 0;
  for (const { row, forward } of found) {
    while (board.day[row] >= starts[bin + 1]) bin++;
    const score = board.score[row];
    if (score >= 0) series.cooperation[bin] += score;
    else series.conflict[bin] += score;
    behind[bin].push(row);
    if (forward) series.aToB++;
    else series.bToA++;
  }
  series.rows = behind.map((list) => Uint32Array.from(list));
  return series;
}

/** The pairs with the most incidents between them, by their broadest keys. */
export function busiestPairs(board: Board, rows: Uint32Array, most: number): { a: string; b: string; count: number }[] {
  const edges = edgesOf(board);
  const counts = countPairs(edges, rows);
  const { values } = board.actorKeys;
  return topOf(counts, most).map((pair) => {
    const edge = edges.pair.indexOf(pair);
    const [a, b] = [edges.from[edge], edges.to[edge]].sort((x, y) => x - y);
    return { a: values[a], b: values[b], count: counts[pair] };
  });
}
