// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { makeBoard } from '../board/board';
import { Clusters } from './clusters';
import { SiteGroups } from './groups';

const board = makeBoard(syntheticBoard(5000));
const all = Uint32Array.from({ length: board.count }, (_, row) => row);
const groups = new SiteGroups(board.sites);
const clustersOf = (rows: Uint32Array) => {
  const clusters = new Clusters(board, groups);
  clusters.count(all); // what was counted before leaves no trace
  return { placed: clusters.count(rows), within: clusters.within.bind(clusters) };
};
const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

test('nothing is lost or counted twice, at any zoom', () => {
  const clusters = clustersOf(all);
  const placed = all.filter((row) => board.site[row] >= 0);
  assert.equal(clusters.placed, placed.length);
  for (const zoom of [0, 1, 3.4, 8, 14]) {
    const found = clusters.within(WORLD, zoom);
    const sums = [0, 0, 0, 0];
    for (const { quads } of found) quads.forEach((n, i) => (sums[i] += n));
    assert.deepEqual(sums, [0, 1, 2, 3].map((quad) => placed.filter((row) => board.quad[row] === quad).length), `zoom ${zoom}`);
    assert.ok(found.every((c) => c.total === c.quads.reduce((a, b) => a + b)));
  }
  assert.ok(clusters.within(WORLD, 1).length < clusters.within(WORLD, 6).length);
});

test('incidents without a place are not pinned', () => {
  const placeless = all.filter((row) => board.site[row] < 0);
  assert.ok(placeless.length > 0);
  assert.deepEqual(clustersOf(placeless).within(WORLD, 0), []);
});

test('a spot in a town and a mark for a whole country never share a cluster', () => {
  for (const cluster of clustersOf(all).within(WORLD, 2)) {
    assert.equal(cluster.exact, board.sites.exact[cluster.site] === 1);
  }
  const vague = all.filter((row) => board.site[row] >= 0 && board.sites.exact[board.site[row]] === 0);
  assert.ok(clustersOf(vague).within(WORLD, 0).every((cluster) => !cluster.exact));
});

test('a filter takes incidents out of clusters, and moves none into another', () => {
  const some = all.filter((row) => board.quad[row] === 3);
  const whole = clustersOf(all).within(WORLD, 2);
  const filtered = clustersOf(some).within(WORLD, 2);
  assert.ok(filtered.length > 10 && filtered.length <= whole.length);
  const sizes = (clusters: typeof whole) => clusters.map(({ quads }) => quads[3]).filter((n) => n > 0).sort((a, b) => a - b);
  assert.deepEqual(sizes(filtered), sizes(whole));
});

test('what lies at one site is shown just there', () => {
  const row = all.findIndex((at) => board.site[at] >= 0);
  const [cluster, ...others] = clustersOf(Uint32Array.of(row)).within(WORLD, 0);
  assert.deepEqual(others, []);
  const site = board.site[row];
  assert.deepEqual([cluster.lat, cluster.lon, cluster.site, cluster.sites], [board.sites.lat[site], board.sites.lon[site], site, 1]);
});
