// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { makeBoard } from '../board/board';
import { flat, toCsv, toGeoJson, toJsonl } from './formats';

const answer = syntheticBoard(40);
answer.parties[answer.actor.flat()[0]].name = '=cmd|"calc"!A1, "army"';
const board = makeBoard(answer);
const rows = Uint32Array.from({ length: 40 }, (_, row) => row);

test('every format has every row, in the same order', () => {
  const ids = [...rows].map((row) => board.id[row]);
  assert.deepEqual(toJsonl(board, rows).trimEnd().split('\n').map((line) => JSON.parse(line).id), ids);
  assert.deepEqual(JSON.parse(toGeoJson(board, rows)).features.map((feature: { id: string }) => feature.id), ids);
  const lines = toCsv(board, rows).trimEnd().split('\r\n');
  assert.deepEqual(lines.slice(1).map((line) => line.split(',')[0]), ids);
});

test('an incident without a place has no geometry', () => {
  const { features } = JSON.parse(toGeoJson(board, rows));
  for (const row of rows) {
    if (board.site[row] < 0) assert.equal(features[row].geometry, null);
    else assert.deepEqual(features[row].geometry.coordinates, [answer.lon[row], answer.lat[row]]);
  }
});

test('a name that looks like a formula is text', () => {
  const row = answer.actor.findIndex((list) => list.length > 0);
  assert.ok(flat(board, row).actors.includes('=cmd|"calc"!A1, "army"'));
  assert.ok(toCsv(board, Uint32Array.of(row)).includes(`"'=cmd|""calc""!A1, ""army""`));
});

test('nothing to export is an empty file of its kind', () => {
  assert.deepEqual(JSON.parse(toGeoJson(board, new Uint32Array())).features, []);
  assert.equal(toJsonl(board, new Uint32Array()), '');
});
