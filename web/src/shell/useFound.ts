// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef } from 'preact/hooks';
import { findText } from '../api/client';
import type { Board } from '../board/board';
import { type Fetched, useFetched } from './hooks';

/**
 * The rows of the board that the server finds for the text; null: all. Until it has answered, what was found for the text
 * before stays, so that the picture does not jump to everything and back.
 */
export function useFound(board: Board | null, text: string): { state: Fetched<string[]> | null; rows: ReadonlySet<number> | null } {
  const state = useFetched(text ? `${text}\n${board?.revision ?? ''}` : null, (signal) => findText(text, signal));
  const last = useRef<{ board: Board | null; rows: ReadonlySet<number> | null }>({ board: null, rows: null });
  const rows = useMemo(() => {
    const before = last.current.board === board ? last.current.rows : null;
    const rows = state?.state === 'loading' ? before : state?.state === 'done' && board ? rowsOf(board, state.value) : null;
    last.current = { board, rows };
    return rows;
  }, [board, state]);
  return { state, rows };
}

function rowsOf({ rowOf }: Board, ids: readonly string[]): Set<number> {
  return new Set(ids.map((id) => rowOf.get(id)).filter((row): row is number => row !== undefined));
}
