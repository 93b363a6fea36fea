// SPDX-License-Identifier: Apache-2.0
/** Lists of numbers, one a row, end to end in one array: those of row i are values[start[i] .. start[i + 1]). */
export interface Lists {
  start: Uint32Array;
  values: Uint32Array;
}

export function packLists(lists: readonly (readonly number[])[]): Lists {
  const start = new Uint32Array(lists.length + 1);
  for (let i = 0; i < lists.length; i++) start[i + 1] = start[i] + lists[i].length;
  const values = new Uint32Array(start[lists.length]);
  for (let i = 0; i < lists.length; i++) values.set(lists[i], start[i]);
  return { start, values };
}

export function listOf(lists: Lists, row: number): Uint32Array {
  return lists.values.subarray(lists.start[row], lists.start[row + 1]);
}

export function has({ start, values }: Lists, row: number, value: number): boolean {
  for (let at = start[row]; at < start[row + 1]; at++) if (values[at] === value) return true;
  return false;
}
