// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { topValues } from './values';

const counts = { of: Uint32Array.from([5, 0, 9, 5, 1]), none: 6 };
const values = ['a', 'b', 'c', 'd', 'e'];
const labels = ['Ärzte', 'Beirut', 'Cairo', 'Dakar', 'Eritrea'];
const shown = (chosen: string[], words: string, most: number) =>
  topValues(counts, values, labels, chosen, words, most).map(({ value, count }) => `${value}${count}`);

test('the most frequent come first, with what is not known among them', () => {
  assert.deepEqual(shown([], '', 4), ['c9', '-6', 'a5', 'd5', 'e1']);
  assert.deepEqual(shown([], '', 2), ['c9', '-6', 'a5']);
});

test('what is chosen is always there, also without incidents', () => {
  assert.deepEqual(shown(['b', 'gone'], '', 1), ['b0', 'gone0', 'c9']);
  assert.deepEqual(shown(['c'], '', 1), ['c9']);
});

test('words look for a label', () => {
  assert.deepEqual(shown([], 'ärz', 5), ['a5']);
  assert.deepEqual(shown([], 'nowhere', 5), []);
});
