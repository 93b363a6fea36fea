// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { voiceLines } from './voice_lines';

const statement = (by: string) => ({ field: 'origin', value: 'voice', by, reports: 'r1' });

test('who relies on an origin stands below it', () => {
  const lines = voiceLines({
    statements: [statement('police'), statement('Aden Times')],
    voices: [{ name: 'police', children: [
      { name: 'Reuters', kind: 'cites', report: 'r1', children: [{ name: 'Daily', kind: 'copies', children: [] }] },
      { name: 'SANA', kind: 'cites', children: [] },
    ] }],
  });
  assert.deepEqual(lines.map(({ name, depth, isLast, rails }) => [name, depth, isLast, rails.join()]), [
    ['police', 0, true, ''], ['Reuters', 1, false, ''], ['Daily', 2, true, 'true'], ['SANA', 1, true, ''], ['Aden Times', 0, true, ''],
  ]);
  assert.deepEqual(lines.filter(({ origin }) => origin === 'independent').map(({ name }) => name), ['police', 'Aden Times']);
  assert.equal(lines[1].report, 'r1');
});

test('a circle is said to be one', () => {
  const lines = voiceLines({
    statements: [{ ...statement('A and B'), value: 'circle' }],
    voices: [{ name: 'A', children: [{ name: 'B', kind: 'cites', circular: true, children: [{ name: 'A', kind: 'cites', circular: true, children: [] }] }] }],
  });
  assert.deepEqual(lines.map(({ name, isCircular }) => [name, isCircular]), [['A', false], ['B', true], ['A', true], ['A and B', false]]);
  assert.deepEqual(lines.map(({ origin }) => origin), [null, null, null, 'circle']);
});
