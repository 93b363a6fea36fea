// SPDX-License-Identifier: Apache-2.0
import type { Board } from './board';

const made = new WeakMap<Board, Map<string, number>>();

/** The row of an incident, -1 where the board does not have it. The table of ids is made when it is first asked for. */
export function rowOf(board: Board, id: string): number {
  let rows = made.get(board);
  if (!rows) {
    rows = new Map(board.id.map((one, row) => [one, row]));
    made.set(board, rows);
  }
  return rows.get(id) ?? -1;
}
