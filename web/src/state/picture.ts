// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import type { Crossfilter } from '../board/crossfilter';
import type { Address } from './address';

/** What is to be shown: the board, the address, and the rows of the board that pass its filters. */
export interface Picture {
  board: Board;
  crossfilter: Crossfilter; // with the filters of the address applied
  rows: Uint32Array; // by day
  address: Address;
}

/** What a person can do from anywhere on the screen. */
export interface Actions {
  go(change: Partial<Address>, how?: 'push' | 'replace'): void;
  filter(change: Partial<Address['filters']>, how?: 'push' | 'replace'): void;
}
