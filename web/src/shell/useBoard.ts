// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { fetchBoard } from '../api/client';
import { type LineState, listen } from '../api/live';
import type { Board } from '../board/board';
import { boardOf } from '../board/load';
import { rowOf } from '../board/rows';

export interface LiveBoard {
  board: Board | null;
  failure: string | null;
  line: LineState;
  waiting: number; // incidents that are new or changed in the store and not shown yet
  isStale: boolean; // the store has moved on since the board was made
  fresh: ReadonlySet<string>; // ids of those that came since the page was opened
  refresh(): void;
}

/** The board, and what has happened in the store since it was made. The line is opened first, so that nothing is missed. */
export function useBoard(): LiveBoard {
  const [board, setBoard] = useState<Board | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [line, setLine] = useState<LineState>('waiting');
  const [latest, setLatest] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const known = useRef<Board | null>(null);

  const refresh = useCallback(() => {
    loadBoard().then((made) => {
      const before = known.current;
      if (before) setFresh((all) => new Set([...all, ...made.id.filter((id) => rowOf(before, id) < 0)]));
      known.current = made;
      setBoard(made);
      setFailure(null);
      setWaiting(new Set());
    }, (error: Error) => setFailure(error.message));
  }, []);

  useEffect(() => {
    let wasCut = false;
    const end = listen(
      (change) => {
        setLatest(change.revision);
        setWaiting((ids) => new Set([...ids, ...change.incidents]));
      },
      (state) => {
        setLine(state);
        if (state === 'open' && wasCut && known.current) checkRevision(known.current.revision, setLatest);
        wasCut = state === 'waiting';
      },
    );
    refresh();
    return end;
  }, []);

  const isStale = board !== null && latest !== null && latest !== board.revision;
  return { board, failure, line, waiting: waiting.size, isStale, fresh, refresh };
}

async function loadBoard(): Promise<Board> {
  const answer = await fetchBoard();
  performance.mark('board:received');
  const board = await boardOf(answer);
  performance.measure('board:made', 'board:received');
  return board;
}

/** After the line was cut, something may have been missed. */
function checkRevision(shown: string, onOther: (revision: string) => void): void {
  loadBoard().then(({ revision }) => revision !== shown && onOther(revision), () => undefined);
}
