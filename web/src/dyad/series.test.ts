// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { makeBoard } from '../board/board';
import { busiestPairs, dyadRows, dyadSeries } from './series';

const answer = {
  ...syntheticBoard(5),
  states: { USA: 'United States', IRN: 'Iran' },
  parties: [{ code: 'USA GOV', name: 'United States' }, { code: 'IRN MIL', name: 'Quds Force' }, { code: '', name: 'gunmen' }],
  day: [100, 101, 101, 140, 141], last_day: [100, 101, 101, 140, 141],
  type: [15, 5, 15, 8, 0], // ASSAULT, AID, ASSAULT, ACCUSE, AGREE
  actor: [[0], [1], [2], [0], [0]],
  recipient: [[1], [0], [0], [1, 2], []],
};
const board = makeBoard(answer);
const all = Uint32Array.from([0, 1, 2, 3, 4]);

test('both directions count, other parties do not', () => {
  const found = dyadRows(board, all, 'USA', 'IRN');
  assert.deepEqual([[...found.rows], found.aToB], [[0, 1, 3], 2]);
  assert.deepEqual([...dyadRows(board, all, 'USA', 'Quds Force').rows], [0, 1, 3]);
  assert.equal(dyadRows(board, all, 'USA', 'nobody').rows.length, 0);
});

test('conflict lies below zero and cooperation above, with the incidents behind each point', () => {
  const series = dyadSeries(board, dyadRows(board, all, 'USA', 'IRN'), 100);
  assert.equal(series.starts.length - 1, 41);
  assert.deepEqual([series.conflict[0], series.cooperation[1], series.conflict[40]], [-9, 10, -2]);
  assert.deepEqual(series.rows.map((rows) => [...rows]).filter((rows) => rows.length), [[0], [1], [3]]);
  assert.deepEqual([series.aToB, series.bToA], [2, 1]);
  assert.deepEqual(dyadSeries(board, dyadRows(board, all, 'USA', 'nobody'), 100).rows, []);
});

test('the busiest pairs are those of known parties', () => {
  assert.deepEqual(busiestPairs(board, all, 5), [{ a: 'USA', b: 'IRN', count: 3 }, { a: 'USA', b: 'gunmen', count: 2 }]);
  for (const { a, b, count } of busiestPairs(board, all, 5)) assert.equal(dyadRows(board, all, a, b).rows.length, count);
});
