// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { syntheticBoard } from '../../test/synthetic';
import { makeBoard } from '../board/board';
import { GraphMaker } from './graph';
import { layOut } from './layout';

const board = makeBoard(syntheticBoard(3000));
const all = Uint32Array.from({ length: board.count }, (_, row) => row);

test('edges have a direction, a count and a mean score', () => {
  const small = makeBoard({
    ...syntheticBoard(3), states: {}, parties: [{ code: 'USA', name: '' }, { code: 'IRN', name: '' }],
    type: [15, 5, 15], actor: [[0], [0], []], recipient: [[1], [1], [0]],
  });
  const graph = new GraphMaker(small).make(Uint32Array.from([0, 1, 2]), 10, 10);
  assert.deepEqual(graph.nodes.map(({ value, weight }) => [value, weight]), [['USA', 2], ['IRN', 2]]);
  assert.deepEqual(graph.edges, [{ from: 0, to: 1, count: 2, score: 0.5 }]);
  assert.equal(graph.left, 1, 'nobody knows who did the third');
});

test('the same graph always looks the same, and its nodes lie apart within the frame', () => {
  const maker = new GraphMaker(board);
  const one = maker.make(all, 24, 60);
  maker.make(all.filter((row) => row % 3 === 0), 24, 60); // leaves no trace
  const two = maker.make(all, 24, 60);
  layOut(one);
  layOut(two);
  assert.deepEqual(one, two);
  for (const [i, a] of one.nodes.entries()) {
    assert.ok(Math.abs(a.x) <= 1 && Math.abs(a.y) <= 1);
    for (const b of one.nodes.slice(0, i)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 0.05, `${a.label} lies on ${b.label}`);
  }
});

test('an empty graph is laid out too', () => {
  const graph = new GraphMaker(board).make(new Uint32Array(), 24, 60);
  layOut(graph);
  assert.deepEqual(graph, { nodes: [], edges: [], left: 0 });
});
