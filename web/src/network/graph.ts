// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import { listOf } from '../board/lists';

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
  const size = board.actorKeys.values.length;
  const weights = new Map<number, number>();
  const edges = new Map<number, { count: number; score: number }>();
  for (const row of rows) {
    const [actors, recipients] = [groups(board, board.actor, row), groups(board, board.recipient, row)];
    for (const from of actors) {
      for (const to of recipients) {
        if (from === to) continue;
        weights.set(from, (weights.get(from) ?? 0) + 1);
        weights.set(to, (weights.get(to) ?? 0) + 1);
        const edge = edges.get(from * size + to);
        if (edge) {
          edge.count++;
          edge.score += board.score[row];
        } else edges.set(from * size + to, { count: 1, score: board.score[row] });
      }
    }
  }
  const busiest = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostNodes);
  const numbers = new Map(busiest.map(([key], i) => [key, i]));
  const between = [...edges]
    .map(([key, { count, score }]) => ({ from: numbers.get(Math.floor(key / size)), to: numbers.get(key % size), count, score: score / count }))
    .filter((edge): edge is GraphEdge => edge.from !== undefined && edge.to !== undefined)
    .sort((a, b) => b.count - a.count).slice(0, mostEdges);
  const isDrawn = (row: number) => groups(board, board.actor, row).some((a) => numbers.has(a) && groups(board, board.recipient, row).some((b) => b !== a && numbers.has(b)));
  const { values, labels } = board.actorKeys;
  return {
    nodes: busiest.map(([key, weight]) => ({ key, value: values[key], label: labels[key], weight, x: 0, y: 0 })),
    edges: between,
    left: rows.reduce((sum, row) => sum + (isDrawn(row) ? 0 : 1), 0),
  };
}

function groups(board: Board, lists: Board['actor'], row: number): number[] {
  const found: number[] = [];
  for (const party of listOf(lists, row)) {
    const group = board.groupOf[party];
    if (group !== 0 && !found.includes(group)) found.push(group);
  }
  return found;
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
  for (let step = 0; step < steps; step++) {
    const dx = new Float64Array(n);
    const dy = new Float64Array(n);
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
