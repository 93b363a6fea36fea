// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { type Filters, NO_FILTERS } from '../state/filters';
import { type Board, makeBoard } from './board';
import { Crossfilter } from './crossfilter';
import { kmBetween } from './distance';
import { listOf } from './lists';

const board = makeBoard(syntheticBoard(4000));
const all = Array.from({ length: board.count }, (_, row) => row);

/** The same in the slowest and plainest way. */
function passes(b: Board, f: Filters, row: number, without: keyof Filters | 'time' | null): boolean {
  const keys = (lists: Board['actor'], values: string[]) => [...listOf(lists, row)].map((i) => values[i]);
  const has = (name: keyof Filters, values: string[]) => {
    const wanted = f[name] as string[];
    return without === name || wanted.length === 0 || (values.length ? values : ['-']).some((value) => wanted.includes(value));
  };
  const { sites } = b;
  const site = b.site[row];
  return (
    (without === 'time' || ((f.from === null || b.lastDay[row] >= f.from) && (f.to === null || b.day[row] <= f.to))) &&
    has('type', [b.types[b.type[row]]]) && has('status', [b.statuses[b.status[row]]]) &&
    has('country', b.country[row] < 0 ? [] : [b.countries[b.country[row]].code]) &&
    has('actor', keys(b.actorKeys.ofRow, b.actorKeys.values)) && has('recipient', keys(b.recipientKeys.ofRow, b.recipientKeys.values)) &&
    has('source', keys(b.outlet, b.outlets)) && (without === 'minOrigins' || b.origins[row] >= f.minOrigins) &&
    (f.near === null || (site >= 0 && kmBetween(f.near.lat, f.near.lon, sites.lat[site], sites.lon[site]) <= f.near.km))
  );
}

const questions: Partial<Filters>[] = [
  {}, { from: 15000 }, { from: 15000, to: 16000, type: ['ASSAULT', 'COERCE'] }, { country: ['AAX', '-'], minOrigins: 2 },
  { actor: ['-'], status: ['actual'] }, { actor: ['AAX'], recipient: ['ABX', 'Party 7'], source: ['Outlet 1', 'nobody'] },
  { near: { lat: 20, lon: 20, km: 2500 } }, { type: ['NOTHING'] }, {},
];

test('one filter after another gives the rows that a plain reading gives', () => {
  const crossfilter = new Crossfilter(board);
  for (const question of questions) {
    const filters = { ...NO_FILTERS, ...question };
    crossfilter.apply(filters, null);
    assert.deepEqual([...crossfilter.rows()], all.filter((row) => passes(board, filters, row, null)), JSON.stringify(question));
  }
});

test('a facet counts by all filters but its own', () => {
  const crossfilter = new Crossfilter(board);
  for (const question of questions) {
    const filters = { ...NO_FILTERS, ...question };
    crossfilter.apply(filters, null);
    const types = crossfilter.countColumn('type', board.type, board.types.length);
    const countries = crossfilter.countColumn('country', board.country, board.countries.length);
    const outlets = crossfilter.countLists('source', board.outlet, board.outlets.length);
    const actors = crossfilter.countLists('actor', board.actorKeys.ofRow, board.actorKeys.values.length);
    const count = (without: keyof Filters, is: (row: number) => boolean) =>
      all.filter((row) => is(row) && passes(board, filters, row, without)).length;
    assert.equal(types.of[15], count('type', (row) => board.type[row] === 15));
    assert.equal(countries.of[0], count('country', (row) => board.country[row] === 0));
    board.outlets.forEach((_, i) => assert.equal(outlets.of[i], count('source', (row) => [...listOf(board.outlet, row)].includes(i))));
    assert.equal(countries.none, count('country', (row) => board.country[row] < 0));
    assert.equal(actors.of[0], count('actor', (row) => [...listOf(board.actorKeys.ofRow, row)].includes(0)));
  }
});

test('what the server found for a text is one more filter', () => {
  const crossfilter = new Crossfilter(board);
  const found = new Uint8Array(board.count);
  for (const row of [3, 5, 8, 3999]) found[row] = 1;
  crossfilter.apply({ ...NO_FILTERS, text: 'x' }, found);
  assert.deepEqual([...crossfilter.rows()], [3, 5, 8, 3999]);
  crossfilter.apply(NO_FILTERS, null);
  assert.equal(crossfilter.rows().length, board.count);
  const rows = crossfilter.rows();
  crossfilter.apply({ ...NO_FILTERS, text: 'not answered yet' }, null);
  assert.equal(crossfilter.rows(), rows, 'what tests nothing anew leaves the rows as they are');
});
