// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import type { Sort } from '../state/address';

/** The rows (given by day) in the wanted order; among equals the newest first. */
export function ordered(board: Board, rows: Uint32Array, sort: Sort): Uint32Array {
  if (sort === 'oldest') return rows;
  const newest = rows.slice().reverse();
  if (sort === 'newest') return newest;
  const { origins, reports, score } = board;
  const value = {
    origins: (row: number) => origins[row],
    reports: (row: number) => reports[row],
    conflict: (row: number) => -score[row],
    cooperation: (row: number) => score[row],
  }[sort];
  return byBuckets(newest, value);
}

/** A stable sort, the highest first, for values of which there are few different ones. */
function byBuckets(rows: Uint32Array, value: (row: number) => number): Uint32Array {
  const buckets = new Map<number, number[]>();
  for (const row of rows) {
    const bucket = buckets.get(value(row));
    if (bucket) bucket.push(row);
    else buckets.set(value(row), [row]);
  }
  const sorted = new Uint32Array(rows.length);
  let at = 0;
  for (const key of [...buckets.keys()].sort((a, b) => b - a)) {
    for (const row of buckets.get(key) as number[]) sorted[at++] = row;
  }
  return sorted;
}

/** Which lines to draw for what is seen of a list: from `first`, `count` lines, a few more than fit. */
export function linesSeen(scrollTop: number, height: number, lineHeight: number, total: number): { first: number; count: number } {
  const spare = 6;
  const first = Math.max(0, Math.min(Math.floor(scrollTop / lineHeight) - spare, total - 1));
  return { first, count: Math.max(0, Math.min(Math.ceil(height / lineHeight) + 2 * spare, total - first)) };
}
