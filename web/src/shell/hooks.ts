// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The size of an element in CSS pixels, kept up to date. */
export function useSize<T extends HTMLElement>(): [{ current: T | null }, { width: number; height: number }] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

/** A value that is fetched, and fetched again when `key` changes; a late answer to an old question is dropped. */
export type Fetched<T> = { state: 'loading' } | { state: 'done'; value: T } | { state: 'failed'; message: string };

export function useFetched<T>(key: string | null, fetcher: (signal: AbortSignal) => Promise<T>): Fetched<T> | null {
  const [fetched, setFetched] = useState<{ key: string; result: Fetched<T> } | null>(null);
  // Asked before the frame is painted: what the answer changes is awaited.
  useLayoutEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    fetcher(abort.signal).then(
      (value) => !abort.signal.aborted && setFetched({ key, result: { state: 'done', value } }),
      (error: Error) => !abort.signal.aborted && setFetched({ key, result: { state: 'failed', message: error.message } }),
    );
    return () => abort.abort();
  }, [key]);
  if (key === null) return null;
  return fetched?.key === key ? fetched.result : { state: 'loading' };
}

/** Sets a canvas to the sharpness of the screen and gives its context. */
export function sharpContext(canvas: HTMLCanvasElement, width: number, height: number): { to: CanvasRenderingContext2D; ratio: number } {
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const to = canvas.getContext('2d') as CanvasRenderingContext2D;
  to.setTransform(ratio, 0, 0, ratio, 0, 0);
  return { to, ratio };
}
