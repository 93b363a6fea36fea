// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { fetchWatched, type Watched } from '../api/watch';
import { Turns } from './turns';

const OFTEN = 20_000; // ms; unchanged answers cost the server little

export interface LiveWatched {
  watched: Watched | null;
  failure: string | null;
  now: number; // when it was last asked for
  /** Asks again until what a person did is seen; the server takes moments to notice. */
  refresh(isSeen: (watched: Watched) => boolean): void;
}

/** Feeds, searches and alerts, asked for again and again as long as they are shown. */
export function useWatched(): LiveWatched {
  const [state, setState] = useState<Omit<LiveWatched, 'refresh'>>({ watched: null, failure: null, now: Date.now() });
  const isShown = useRef(true);
  const turns = useRef(new Turns());
  const ask = useCallback(async (): Promise<Watched | null> => {
    const isNewest = turns.current.next();
    try {
      const watched = await fetchWatched();
      if (isShown.current && isNewest()) setState({ watched, failure: null, now: Date.now() });
      return watched;
    } catch (error) {
      if (isShown.current && isNewest()) setState((before) => ({ ...before, failure: (error as Error).message, now: Date.now() }));
      return null;
    }
  }, []);
  useEffect(() => {
    void ask();
    const often = setInterval(() => document.hidden || void ask(), OFTEN);
    return () => {
      isShown.current = false;
      clearInterval(often);
    };
  }, []);
  const refresh = useCallback((isSeen: (watched: Watched) => boolean) => {
    const again = async (left: number) => {
      const watched = await ask();
      if (left > 0 && isShown.current && !(watched && isSeen(watched))) setTimeout(() => void again(left - 1), 200);
    };
    void again(20);
  }, []);
  return { ...state, refresh };
}
