// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { makeBoard } from '../board/board';
import type { Sort } from '../state/address';
import { linesSeen, ordered } from './order';

const board = makeBoard(syntheticBoard(500));
const rows = Uint32Array.from({ length: 250 }, (_, i) => i * 2);
const sortedBy = (sort: Sort) => {
  const order = ordered(board, rows, sort);
  return Array.from({ length: order.length }, (_, line) => order.row(line));
};

test('sorting keeps every row, and the newest first among equals', () => {
  for (const [sort, value] of [['origins', board.origins], ['reports', board.reports], ['cooperation', board.score]] as const) {
    const sorted = sortedBy(sort);
    assert.deepEqual([...sorted].sort((a, b) => a - b), [...rows]);
    for (let i = 1; i < sorted.length; i++) {
      const [a, b] = [sorted[i - 1], sorted[i]];
      assert.ok(value[a] > value[b] || (value[a] === value[b] && a > b), `${sort} at ${i}`);
    }
  }
  assert.deepEqual(sortedBy('newest'), [...rows].reverse());
  assert.deepEqual(sortedBy('oldest'), [...rows]);
  const conflict = sortedBy('conflict');
  assert.equal(board.score[conflict[0]], Math.min(...[...rows].map((row) => board.score[row])));
});

test('a row knows its line', () => {
  for (const sort of ['newest', 'oldest', 'origins'] as const) {
    const order = ordered(board, rows, sort);
    assert.equal(order.row(order.line(42)), 42);
    assert.equal(order.line(43), -1);
  }
});

test('only what is seen is drawn', () => {
  assert.deepEqual(linesSeen(0, 280, 28, 100_000), { first: 0, count: 16 });
  assert.deepEqual(linesSeen(2_800_000 - 280, 280, 28, 100_000), { first: 99_987, count: 13 });
  assert.deepEqual(linesSeen(0, 280, 28, 0), { first: 0, count: 0 });
  assert.deepEqual(linesSeen(5000, 280, 28, 3), { first: 2, count: 1 });
});
