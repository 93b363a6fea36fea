// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
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

/** Makes graphs of a board, in arrays that are used again. */
export class GraphMaker {
  private readonly counts: Uint32Array; // by edge
  private readonly scores: Float64Array; // by edge: their sum
  private readonly weights: Uint32Array; // by key
  private readonly nodeOf: Int32Array; // by key, -1: none

  constructor(private readonly board: Board) {
    const [edges, keys] = [board.edges.from.length, board.actorKeys.values.length];
    this.counts = new Uint32Array(edges);
    this.scores = new Float64Array(edges);
    this.weights = new Uint32Array(keys);
    this.nodeOf = new Int32Array(keys);
  }

  /** The busiest parties by country, or by name where no country is known, and what they do to each other. */
  make(rows: Uint32Array, mostNodes: number, mostEdges: number): Graph {
    const { board: { edges: { from, to }, actorKeys: { values, labels } }, counts, scores, weights, nodeOf } = this;
    this.count(rows);
    const busiest = topOf(weights, mostNodes);
    nodeOf.fill(-1);
    busiest.forEach((key, node) => (nodeOf[key] = node));
    const edges = topOf(counts, mostEdges, (edge) => nodeOf[from[edge]] >= 0 && nodeOf[to[edge]] >= 0)
      .map((edge) => ({ from: nodeOf[from[edge]], to: nodeOf[to[edge]], count: counts[edge], score: scores[edge] / counts[edge] }));
    const nodes = busiest.map((key) => ({ key, value: values[key], label: labels[key], weight: weights[key], x: 0, y: 0 }));
    return { nodes, edges, left: this.left(rows) };
  }

  private count(rows: Uint32Array): void {
    const { board: { score, edges: { from, to, ofRow: { start, values } } }, counts, scores, weights } = this;
    counts.fill(0);
    scores.fill(0);
    weights.fill(0);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      for (let at = start[row]; at < start[row + 1]; at++) {
        const edge = values[at];
        counts[edge]++;
        scores[edge] += score[row];
        weights[from[edge]]++;
        weights[to[edge]]++;
      }
    }
  }

  /** How many of the rows have no edge between two nodes. */
  private left(rows: Uint32Array): number {
    const { board: { edges: { from, to, ofRow: { start, values } } }, nodeOf } = this;
    let left = rows.length;
    for (let i = 0; i < rows.length; i++) {
      for (let at = start[rows[i]]; at < start[rows[i] + 1]; at++) {
        if (nodeOf[from[values[at]]] < 0 || nodeOf[to[values[at]]] < 0) continue;
        left--;
        break;
      }
    }
    return left;
  }
}
