// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { makeBoard } from '../board/board';
import { parseDay } from '../text/days';
import { binRows, coreSpan, scaleOf, startsOf } from './bins';

const answer = syntheticBoard(3000);
answer.day[0] = parseDay('1150-01-01') as number;
answer.day[2999] = parseDay('2140-01-01') as number;
const board = makeBoard(answer);
const span = coreSpan(board);
const all = Uint32Array.from(board.day.keys());

test('the few that are centuries away do not stretch the line, and are counted apart', () => {
  assert.equal(span.from, board.day[1]);
  assert.equal(span.to, board.day[2998]);
  const bins = binRows(board, [all], scaleOf(span, 300));
  assert.equal(bins.before, 1);
  assert.equal(bins.after, 1);
  assert.equal(bins.counts.reduce((a, b) => a + b), 2998);
});

test('bins hold what began in them', () => {
  const bins = binRows(board, [all.filter((row) => row % 4 === 0), all.filter((row) => row % 4 === 2)], scaleOf(span, 100));
  bins.starts.slice(0, -1).forEach((start, bin) => {
    const rows = Array.from(all).filter((row) =>
      row % 2 === 0 && board.day[row] >= start && board.day[row] < bins.starts[bin + 1]);
    for (let quad = 0; quad < 4; quad++) {
      assert.equal(bins.counts[bin * 4 + quad], rows.filter((row) => board.quad[row] === quad).length);
    }
  });
  assert.ok(bins.starts.length - 1 <= 102);
});

test('units follow each other without gaps, over leap years and new years', () => {
  const [from, to] = ['2023-11-15', '2024-03-02'].map((text) => parseDay(text) as number);
  const months = startsOf({ from, to }, 'month');
  assert.deepEqual(months, ['2023-11-01', '2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'].map(parseDay));
});

test('an empty board has an empty line', () => {
  const none = makeBoard(syntheticBoard(0));
  assert.equal(binRows(none, [], scaleOf(coreSpan(none), 100)).most, 0);
});
