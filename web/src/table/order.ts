// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import type { Sort } from '../state/address';

/** The rows of a list, line by line. */
export interface Order {
  readonly length: number;
  row(line: number): number;
  line(row: number): number; // -1: not in the list
}

/** The rows (given by day) in the wanted order; among equals the newest first. */
export function ordered(board: Board, rows: Uint32Array, sort: Sort): Order {
  switch (sort) {
    case 'newest': return backwards(rows);
    case 'oldest': return forwards(rows);
    case 'origins': return forwards(highestFirst(rows, board.origins));
    case 'reports': return forwards(highestFirst(rows, board.reports));
    case 'conflict': return forwards(highestFirst(rows, ranksOf(board.score, -1)));
    case 'cooperation': return forwards(highestFirst(rows, ranksOf(board.score, 1)));
  }
}

function forwards(rows: Uint32Array): Order {
  return { length: rows.length, row: (line) => rows[line], line: (row) => rows.indexOf(row) };
}

function backwards(rows: Uint32Array): Order {
  const last = rows.length - 1;
  const line = (row: number) => {
    const at = rows.indexOf(row);
    return at < 0 ? -1 : last - at;
  };
  return { length: rows.length, row: (line) => rows[last - line], line };
}

/** Scores are -10 to 10 in steps of a half. */
function ranksOf(score: Float32Array, sign: 1 | -1): Uint16Array {
  const ranks = new Uint16Array(score.length);
  for (let row = 0; row < score.length; row++) ranks[row] = Math.round((10 + sign * score[row]) * 2);
  return ranks;
}

/** A sort by counting. The rows are given the oldest first. */
function highestFirst(rows: Uint32Array, value: Uint16Array): Uint32Array {
  let highest = 0;
  for (let i = 0; i < rows.length; i++) highest = Math.max(highest, value[rows[i]]);
  const next = new Uint32Array(highest + 2); // where the next row of a value goes; first: how many have it
  for (let i = 0; i < rows.length; i++) next[highest - value[rows[i]] + 1]++;
  for (let i = 1; i < next.length; i++) next[i] += next[i - 1];
  const sorted = new Uint32Array(rows.length);
  for (let i = rows.length - 1; i >= 0; i--) sorted[next[highest - value[rows[i]]]++] = rows[i];
  return sorted;
}

/** Which lines to draw for what is seen of a list: from `first`, `count` lines, a few more than fit. */
export function linesSeen(scrollTop: number, height: number, lineHeight: number, total: number): { first: number; count: number } {
  const spare = 3;
  const first = Math.max(0, Math.min(Math.floor(scrollTop / lineHeight) - spare, total - 1));
  return { first, count: Math.max(0, Math.min(Math.ceil(height / lineHeight) + 2 * spare, total - first)) };
}
