// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { makeBoard } from './board';
import { listOf } from './lists';
import { stateOf } from './party_keys';

const answer = {
  ...syntheticBoard(3),
  states: { IRN: 'Iran' },
  parties: [{ code: 'IRN GOV', name: 'the Iran' }, { code: 'LBN REB', name: 'Hezbollah' }, { code: 'GOV', name: '' }, { code: '', name: 'gunmen' }],
  actor: [[0, 1], [2], []],
  recipient: [[3], [0, 0], [1]],
  lat: [33.3, null, 33.3], lon: [44.4, null, 44.4], precision: [1, null, 3],
};
const board = makeBoard(answer);
const labels = (row: number) => [...listOf(board.actorKeys.ofRow, row)].map((key) => board.actorKeys.labels[key]);

test('parties can be chosen by country and by name', () => {
  assert.deepEqual(labels(0), ['Iran', 'LBN', 'Hezbollah']);
  assert.deepEqual([...listOf(board.recipientKeys.ofRow, 1)].map((key) => board.recipientKeys.values[key]), ['IRN']);
  assert.deepEqual([...listOf(board.recipientKeys.ofRow, 0)].map((key) => board.recipientKeys.values[key]), ['gunmen']);
});

test('who is of no known country and has no name is not known', () => {
  assert.deepEqual(labels(1), ['Not known']);
  assert.deepEqual(labels(2), ['Not known']);
  assert.equal(stateOf('GOV'), '');
  assert.equal(stateOf('IRN'), 'IRN');
  assert.equal(stateOf('IRN MIL'), 'IRN');
});

test('a spot in a town and a spot that stands for a country are two sites', () => {
  assert.deepEqual([...board.site], [0, -1, 1]);
  assert.deepEqual([...board.sites.exact], [1, 0]);
});
