// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import { countPairs } from '../board/edges';
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

/** The rows in which one of the two acts towards the other, by day. */
export interface DyadRows {
  rows: Uint32Array;
  aToB: number; // in so many a acts towards b
}

export function dyadRows(board: Board, rows: Uint32Array, a: string, b: string): DyadRows {
  const { values, ofRow: actors } = board.actorKeys;
  const recipients = board.recipientKeys.ofRow;
  const keyA = values.indexOf(a);
  const keyB = values.indexOf(b);
  const found: number[] = [];
  let aToB = 0;
  for (let i = 0; i < rows.length && keyA >= 0 && keyB >= 0; i++) {
    const row = rows[i];
    const isForward = has(actors, row, keyA) && has(recipients, row, keyB);
    if (!isForward && !(has(actors, row, keyB) && has(recipients, row, keyA))) continue;
    found.push(row);
    if (isForward) aToB++;
  }
  return { rows: Uint32Array.from(found), aToB };
}

export function dyadSeries(board: Board, { rows, aToB }: DyadRows, most: number): DyadSeries {
  const span = { from: board.day[rows[0]] ?? 0, to: board.day[rows[rows.length - 1]] ?? 0 };
  const starts = rows.length === 0 ? [0] : startsOf(span, unitFor(span.to - span.from + 1, most));
  const size = starts.length - 1;
  const series: DyadSeries = {
    starts, cooperation: new Float64Array(size), conflict: new Float64Array(size), rows: [], aToB, bToA: rows.length - aToB,
  };
  let first = 0;
  for (let bin = 0; bin < size; bin++) {
    let end = first;
    for (; end < rows.length && board.day[rows[end]] < starts[bin + 1]; end++) {
      const score = board.score[rows[end]];
      (score >= 0 ? series.cooperation : series.conflict)[bin] += score;
    }
    series.rows.push(rows.subarray(first, end));
    first = end;
  }
  return series;
}

/** The pairs with the most incidents between them, by their broadest keys. */
export function busiestPairs(board: Board, rows: Uint32Array, most: number): { a: string; b: string; count: number }[] {
  const { edges } = board;
  const counts = countPairs(edges, rows);
  const { values } = board.actorKeys;
  return topOf(counts, most).map((pair) => {
    const edge = edges.pair.indexOf(pair);
    const [a, b] = [edges.from[edge], edges.to[edge]].sort((x, y) => x - y);
    return { a: values[a], b: values[b], count: counts[pair] };
  });
}
