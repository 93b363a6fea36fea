// SPDX-License-Identifier: Apache-2.0
import type { Lists } from './lists';

/** Counts of one facet by index of its table; `none`: rows with nothing known. They follow all filters but the facet's own. */
export interface Counts {
  of: Uint32Array;
  none: number;
}

export type Column = Uint8Array | Uint16Array | Int16Array;

/** Adds the values of the rows to the counts, or takes them away; gives how many rows have none, below 0 if taken away. */
export type Tally = (of: Uint32Array, rows: Uint32Array, by: 1 | -1) => number;

export function tallyColumn(of: Uint32Array, column: Column, rows: Uint32Array, by: 1 | -1): number {
  let none = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i]];
    if (value < 0) none += by;
    else of[value] += by;
  }
  return none;
}

export function tallyLists(of: Uint32Array, { start, values }: Lists, rows: Uint32Array, by: 1 | -1): number {
  let none = 0;
  for (let i = 0; i < rows.length; i++) {
    const from = start[rows[i]];
    const end = start[rows[i] + 1];
    if (from === end) none += by;
    for (let at = from; at < end; at++) of[values[at]] += by;
  }
  return none;
}
