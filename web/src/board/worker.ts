// SPDX-License-Identifier: Apache-2.0
// Makes a board of the bytes that the server sent, in a thread of its own. Afterwards the thread is ended: what was needed
// on the way, some hundred megabytes, goes with it, and the page need not look for it.
import { makeBoard } from './board';

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  const board = makeBoard(JSON.parse(new TextDecoder().decode(data)));
  postMessage(board, { transfer: buffersOf(board) });
});

/** The memory of all typed arrays, which is handed over and not copied. */
function buffersOf(value: object): Transferable[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (Array.isArray(value)) return [];
  return Object.values(value).flatMap((part) => (typeof part === 'object' && part !== null ? buffersOf(part) : []));
}
