// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import { listOf } from '../board/lists';
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
  const { actorKeys, recipientKeys } = board;
  const found: { row: number; forward: boolean }[] = [];
  for (const row of rows) {
    const actors = listOf(actorKeys.ofRow, row);
    const recipients = listOf(recipientKeys.ofRow, row);
    if (actors.includes(keyA) && recipients.includes(keyB)) found.push({ row, forward: true });
    else if (actors.includes(keyB) && recipients.includes(keyA)) found.push({ row, forward: false });
  }
  return found;
}

export function dyadSeries(board: Board, found: { row: number; forward: boolean }[], most: number): DyadSeries {
  const days = found.map(({ row }) => board.day[row]);
  const span = { from: Math.min(...days), to: Math.max(...days) };
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
  const counts = new Map<number, number>();
  const size = board.actorKeys.values.length;
  for (const row of rows) {
    const actor = board.groupOf[listOf(board.actor, row)[0] ?? -1] ?? 0;
    const recipient = board.groupOf[listOf(board.recipient, row)[0] ?? -1] ?? 0;
    if (actor === 0 || recipient === 0 || actor === recipient) continue;
    const key = Math.min(actor, recipient) * size + Math.max(actor, recipient);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const { values } = board.actorKeys;
  return [...counts].sort((x, y) => y[1] - x[1]).slice(0, most)
    .map(([key, count]) => ({ a: values[Math.floor(key / size)], b: values[key % size], count }));
}
