// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import { edgesOf } from '../board/edges';
import { topOf } from '../board/top';

export interface GraphNode {
  key: number; // of the board's keys of parties
  value: string;
  label: string;
  weight: number; // incidents
  x: number;
  y: number;
}

/** Who does something to whom, how often, and with what mean score. */
export interface GraphEdge {
  from: number; // index of nodes
  to: number;
  count: number;
  score: number; // -10 .. 10
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  left: number; // incidents in which a side is not known, or is not among the nodes
}

/** The busiest parties by country, or by name where no country is known, and what they do to each other. */
export function makeGraph(board: Board, rows: Uint32Array, mostNodes: number, mostEdges: number): Graph {
  const { from, to, ofRow: { start, values } } = edgesOf(board);
  const counts = new Uint32Array(from.length);
  const scores = new Float64Array(from.length);
  const weights = new Uint32Array(board.actorKeys.values.length);
  for (let i = 0; i < rows.length; i++) {
    for (let at = start[rows[i]]; at < start[rows[i] + 1]; at++) {
      const edge = values[at];
      counts[edge]++;
      scores[edge] += board.score[rows[i]];
      weights[from[edge]]++;
      weights[to[edge]]++;
    }
  }
  const busiest = topOf(weights, mostNodes);
  const nodeOf = new Int32Array(weights.length).fill(-1);
  busiest.forEach((key, node) => (nodeOf[key] = node));
  const isBetween = (edge: number) => nodeOf[from[edge]] >= 0 && nodeOf[to[edge]] >= 0;
  const edges = topOf(counts, mostEdges, isBetween)
    .map((edge) => ({ from: nodeOf[from[edge]], to: nodeOf[to[edge]], count: counts[edge], score: scores[edge] / counts[edge] }));
  let left = 0;
  for (let i = 0; i < rows.length; i++) {
    let at = start[rows[i]];
    while (at < start[rows[i] + 1] && !isBetween(values[at])) at++;
    if (at === start[rows[i] + 1]) left++;
  }
  const { values: names, labels } = board.actorKeys;
  return { nodes: busiest.map((key) => ({ key, value: names[key], label: labels[key], weight: weights[key], x: 0, y: 0 })), edges, left };
}

/**
 * Places the nodes within -1 .. 1: all push each other away, edges pull, after Fruchterman and Reingold (1991). Begins on a
 * circle and takes no chances, so the same graph always looks the same.
 */
export function layOut({ nodes, edges }: Graph, steps = 300): void {
  const n = nodes.length;
  nodes.forEach((node, i) => {
    const angle = i * 2.39996; // the golden angle: neighbours in rank lie apart
    const radius = Math.sqrt((i + 0.5) / n);
    [node.x, node.y] = [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const ideal = 1.25 / Math.sqrt(Math.max(1, n));
  const strongest = Math.max(1, ...edges.map((edge) => edge.count));
  const [dx, dy] = [new Float64Array(n), new Float64Array(n)];
  for (let step = 0; step < steps; step++) {
    dx.fill(0);
    dy.fill(0);
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) pushApart(nodes, i, j, ideal, dx, dy);
    for (const { from, to, count } of edges) pull(nodes, from, to, ideal, 0.3 + 0.7 * Math.sqrt(count / strongest), dx, dy);
    const heat = 0.12 * (1 - step / steps);
    nodes.forEach((node, i) => {
      dx[i] -= node.x * 0.7;
      dy[i] -= node.y * 0.7;
      const length = Math.hypot(dx[i], dy[i]) || 1;
      node.x += (dx[i] / length) * Math.min(length, heat);
      node.y += (dy[i] / length) * Math.min(length, heat);
    });
  }
  const reach = Math.max(1e-6, ...nodes.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
  for (const node of nodes) [node.x, node.y] = [node.x / reach, node.y / reach];
}

function pushApart(nodes: GraphNode[], i: number, j: number, ideal: number, dx: Float64Array, dy: Float64Array): void {
  const [x, y] = [nodes[i].x - nodes[j].x, nodes[i].y - nodes[j].y];
  const force = (ideal * ideal) / Math.max(1e-4, x * x + y * y);
  dx[i] += x * force;
  dy[i] += y * force;
  dx[j] -= x * force;
  dy[j] -= y * force;
}

function pull(nodes: GraphNode[], i: number, j: number, ideal: number, strength: number, dx: Float64Array, dy: Float64Array): void {
  const [x, y] = [nodes[i].x - nodes[j].x, nodes[i].y - nodes[j].y];
  const force = (Math.hypot(x, y) / ideal) * strength * 0.22;
  dx[i] -= x * force;
  dy[i] -= y * force;
  dx[j] += x * force;
  dy[j] += y * force;
}
