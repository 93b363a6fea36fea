// SPDX-License-Identifier: Apache-2.0
import type { Graph } from './graph';

/** Where the nodes are, and where they are pushed in a step. */
interface Plane {
  x: Float64Array;
  y: Float64Array;
  dx: Float64Array;
  dy: Float64Array;
}

const GOLDEN = 2.39996; // the golden angle: neighbours in rank lie apart

/**
 * Places the nodes within -1 .. 1: all push each other away, edges pull, after Fruchterman and Reingold (1991). Begins on a
 * circle and takes no chances, so the same graph always looks the same.
 */
export function layOut({ nodes, edges }: Graph, steps = 300): void {
  const n = nodes.length;
  const plane: Plane = { x: new Float64Array(n), y: new Float64Array(n), dx: new Float64Array(n), dy: new Float64Array(n) };
  const { x, y } = plane;
  for (let i = 0; i < n; i++) {
    const radius = Math.sqrt((i + 0.5) / n);
    x[i] = radius * Math.cos(i * GOLDEN);
    y[i] = radius * Math.sin(i * GOLDEN);
  }
  const ideal = 1.25 / Math.sqrt(Math.max(1, n));
  const strongest = edges.reduce((most, edge) => Math.max(most, edge.count), 1);
  const strength = Float64Array.from(edges, ({ count }) => (0.3 + 0.7 * Math.sqrt(count / strongest)) * 0.22);
  for (let step = 0; step < steps; step++) {
    pushApart(plane, ideal * ideal);
    for (let i = 0; i < edges.length; i++) pull(plane, edges[i].from, edges[i].to, strength[i] / ideal);
    move(plane, 0.12 * (1 - step / steps));
  }
  let reach = 1e-6;
  for (let i = 0; i < n; i++) reach = Math.max(reach, Math.abs(x[i]), Math.abs(y[i]));
  nodes.forEach((node, i) => {
    node.x = x[i] / reach;
    node.y = y[i] / reach;
  });
}

function pushApart({ x, y, dx, dy }: Plane, strength: number): void {
  dx.fill(0);
  dy.fill(0);
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [right, up] = [x[i] - x[j], y[i] - y[j]];
      const force = strength / Math.max(1e-4, right * right + up * up);
      dx[i] += right * force;
      dy[i] += up * force;
      dx[j] -= right * force;
      dy[j] -= up * force;
    }
  }
}

function pull({ x, y, dx, dy }: Plane, i: number, j: number, strength: number): void {
  const [right, up] = [x[i] - x[j], y[i] - y[j]];
  const force = Math.sqrt(right * right + up * up) * strength;
  dx[i] -= right * force;
  dy[i] -= up * force;
  dx[j] += right * force;
  dy[j] += up * force;
}

/** Also draws all a little to the middle. No node goes farther than `most`. */
function move({ x, y, dx, dy }: Plane, most: number): void {
  for (let i = 0; i < x.length; i++) {
    const [right, up] = [dx[i] - x[i] * 0.7, dy[i] - y[i] * 0.7];
    const length = Math.sqrt(right * right + up * up) || 1;
    x[i] += (right / length) * Math.min(length, most);
    y[i] += (up / length) * Math.min(length, most);
  }
}
