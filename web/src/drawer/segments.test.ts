// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { segmentsOf } from './segments';

test('the pieces make up the sentence, and each has its roles', () => {
  const segments = segmentsOf('Rebels shelled Idlib.', [
    { start: 0, end: 6, role: 'actor' }, { start: 7, end: 14, role: 'trigger' }, { start: 15, end: 20, role: 'place' },
  ]);
  assert.equal(segments.map(({ text }) => text).join(''), 'Rebels shelled Idlib.');
  assert.deepEqual(segments.filter(({ roles }) => roles.length).map(({ text, roles }) => [text, ...roles]),
    [['Rebels', 'actor'], ['shelled', 'trigger'], ['Idlib', 'place']]);
});

test('marks overlap and nest', () => {
  const segments = segmentsOf('the army of Mali', [{ start: 0, end: 16, role: 'recipient' }, { start: 12, end: 16, role: 'place' }]);
  assert.deepEqual(segments, [
    { text: 'the army of ', roles: ['recipient'], ends: [] },
    { text: 'Mali', roles: ['recipient', 'place'], ends: ['recipient', 'place'] },
  ]);
});

test('positions count code points, not halves of them', () => {
  const segments = segmentsOf('😀😀 fired', [{ start: 3, end: 8, role: 'trigger' }]);
  assert.deepEqual(segments.map(({ text }) => text), ['😀😀 ', 'fired']);
});

test('marks that point outside are left out', () => {
  assert.deepEqual(segmentsOf('short', [{ start: 2, end: 99, role: 'actor' }, { start: 3, end: 3, role: 'via' }, { start: -1, end: 2, role: 'cue' }]),
    [{ text: 'short', roles: [], ends: [] }]);
  assert.deepEqual(segmentsOf('', []), []);
});
