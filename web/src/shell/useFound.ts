// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef } from 'preact/hooks';
import { findIds, findText } from '../api/client';
import type { Board } from '../board/board';
import { rowOf } from '../board/rows';
import { type Fetched, useFetched } from './hooks';

/** By row of the board, 1 where it was found. */
type Marks = Uint8Array;

/**
 * The rows of the board that the server finds for the text; null: all. Until it has answered, what was found for the text
 * before stays, so that the picture does not jump to everything and back.
 */
export function useFound(board: Board | null, text: string): { state: Fetched<Marks> | null; rows: Marks | null } {
  const state = useFetched(text && board ? `${text}\n${board.revision}` : null, (signal) => find(board as Board, text, signal));
  const last = useRef<{ board: Board | null; rows: Marks | null }>({ board: null, rows: null });
  const rows = useMemo(() => {
    const before = last.current.board === board ? last.current.rows : null;
    const rows = state?.state === 'loading' ? before : state?.state === 'done' ? state.value : null;
    last.current = { board, rows };
    return rows;
  }, [board, state]);
  return { state, rows };
}

/** The server answers by its newest board; where the page shows an older one, ids say which rows are meant. */
async function find(board: Board, text: string, signal: AbortSignal): Promise<Marks> {
  const marks = new Uint8Array(board.count);
  const { revision, rows } = await findText(text, signal);
  if (revision === board.revision) {
    for (const row of rows) marks[row] = 1;
    return marks;
  }
  for (const id of await findIds(text, signal)) {
    const row = rowOf(board, id);
    if (row >= 0) marks[row] = 1;
  }
  return marks;
}
