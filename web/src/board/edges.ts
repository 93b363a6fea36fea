// SPDX-License-Identifier: Apache-2.0
import { listOf, type Lists } from './lists';

/** Who does something to whom, by the broadest keys of the parties; both sides known and not the same. */
export interface Edges {
  from: Uint32Array; // keys, by edge
  to: Uint32Array;
  pair: Uint32Array; // by edge; the edge of the other direction has the same
  pairs: number;
  ofRow: Lists; // edges, each once
}

/** How many of the rows have each pair, whoever acts. */
export function countPairs({ pair, pairs, ofRow: { start, values } }: Edges, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(pairs);
  for (let i = 0; i < rows.length; i++) {
    const [first, end] = [start[rows[i]], start[rows[i] + 1]];
    for (let at = first; at < end; at++) {
      let isNew = true;
      for (let before = first; before < at; before++) if (pair[values[before]] === pair[values[at]]) isNew = false;
      if (isNew) counts[pair[values[at]]]++;
    }
  }
  return counts;
}

/** Of all rows, whatever the filters. */
export function makeEdges(actor: Lists, recipient: Lists, groupOf: Uint32Array, size: number): Edges {
  const [edges, pairs] = [new Map<number, number>(), new Map<number, number>()];
  const start = new Uint32Array(actor.start.length);
  const values: number[] = [];
  for (let row = 0; row + 1 < start.length; row++) {
    const recipients = groups(groupOf, recipient, row);
    for (const from of recipients.length > 0 ? groups(groupOf, actor, row) : []) {
      for (const to of recipients) if (from !== to) values.push(numberOf(edges, from * size + to));
    }
    start[row + 1] = values.length;
  }
  const keys = [...edges.keys()];
  const from = Uint32Array.from(keys, (key) => Math.floor(key / size));
  const to = Uint32Array.from(keys, (key) => key % size);
  const pair = from.map((a, edge) => numberOf(pairs, Math.min(a, to[edge]) * size + Math.max(a, to[edge])));
  return { from, to, pair, pairs: pairs.size, ofRow: { start, values: Uint32Array.from(values) } };
}

function numberOf(numbers: Map<number, number>, key: number): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function groups(groupOf: Uint32Array, lists: Lists, row: number): number[] {
  const found: number[] = [];
  for (const party of listOf(lists, row)) {
    const group = groupOf[party];
    if (group !== 0 && !found.includes(group)) found.push(group);
  }
  return found;
}
