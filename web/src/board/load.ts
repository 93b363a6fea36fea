// SPDX-License-Identifier: Apache-2.0
import type { Board } from './board';

/** The board of an answer's bytes, which are given away. */
export function boardOf(answer: ArrayBuffer): Promise<Board> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Board>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Board>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('What the server sent cannot be read.')));
    worker.postMessage(answer, { transfer: [answer] });
  }).finally(() => worker.terminate());
}
