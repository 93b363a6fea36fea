// SPDX-License-Identifier: Apache-2.0
import type { Palette } from '../theme/theme';
import { short } from '../text/numbers';
import type { Transform } from './camera';
import type { Cluster } from './clusters';
import { projection, type World, WORLD_WIDTH } from './world';

/** A cluster where it lies on the screen. */
export interface Disc {
  x: number;
  y: number;
  r: number;
  cluster: Cluster;
}

export function drawWorld(to: CanvasRenderingContext2D, world: World, at: Transform, ratio: number, palette: Palette): void {
  to.setTransform(ratio, 0, 0, ratio, 0, 0);
  to.fillStyle = palette.water;
  to.fillRect(0, 0, to.canvas.width, to.canvas.height);
  to.setTransform(ratio * at.k, 0, 0, ratio * at.k, ratio * at.x, ratio * at.y);
  to.lineWidth = 0.5 / at.k;
  to.strokeStyle = palette.line;
  to.stroke(world.graticule);
  to.fillStyle = palette.land;
  to.fill(world.land);
  to.strokeStyle = palette.coast;
  to.lineWidth = 0.7 / at.k;
  to.stroke(world.borders);
  to.lineWidth = 0.5 / at.k;
  to.stroke(world.land);
  to.setTransform(ratio, 0, 0, ratio, 0, 0);
}

export function drawLabels(to: CanvasRenderingContext2D, world: World, at: Transform, palette: Palette): void {
  to.font = '11px Inter, "Segoe UI", system-ui, sans-serif';
  to.textAlign = 'center';
  to.textBaseline = 'middle';
  to.fillStyle = palette.muted;
  to.strokeStyle = palette.land;
  to.lineWidth = 3;
  to.lineJoin = 'round';
  for (const { name, x, y, width } of world.labels) {
    const room = width * at.k;
    if (room < 40) break;
    if (to.measureText(name).width > room * 0.95 || room > WORLD_WIDTH * at.k * 0.6) continue;
    to.strokeText(name, x * at.k + at.x, y * at.k + at.y);
    to.fillText(name, x * at.k + at.x, y * at.k + at.y);
  }
}

export function placeDiscs(clusters: readonly Cluster[], at: Transform, width: number, height: number): Disc[] {
  const discs: Disc[] = [];
  for (const cluster of clusters) {
    const point = projection([cluster.lon, cluster.lat]);
    if (!point) continue;
    const [x, y] = [point[0] * at.k + at.x, point[1] * at.k + at.y];
    const r = cluster.total === 1 ? 4 : Math.min(26, 5.5 + 2.3 * Math.log2(cluster.total) ** 0.9);
    if (x > -r && y > -r && x < width + r && y < height + r) discs.push({ x, y, r, cluster });
  }
  return discs;
}

/** Big discs first, so that small ones lie on them. A ring of four arcs has the shares of the classes. */
export function drawDiscs(to: CanvasRenderingContext2D, discs: readonly Disc[], palette: Palette, hovered: Disc | null): void {
  to.font = '600 10px Inter, "Segoe UI", system-ui, sans-serif';
  to.textAlign = 'center';
  to.textBaseline = 'middle';
  for (const disc of discs) {
    if (disc.cluster.exact) drawExact(to, disc, palette);
    else drawVague(to, disc, palette);
    if (hovered && hovered.cluster === disc.cluster) ring(to, disc, palette.ink, 2);
  }
}

function drawExact(to: CanvasRenderingContext2D, { x, y, r, cluster }: Disc, palette: Palette): void {
  if (cluster.total === 1) {
    circle(to, x, y, r);
    to.fillStyle = palette.quads[cluster.quads.indexOf(1)];
    to.fill();
    to.strokeStyle = palette.surface;
    to.lineWidth = 1;
    to.stroke();
    return;
  }
  const width = Math.max(2.5, r * 0.24);
  circle(to, x, y, r + 1);
  to.fillStyle = palette.surface;
  to.fill();
  arcs(to, x, y, r - width / 2, width, cluster, palette);
  if (r >= 9) label(to, x, y, short(cluster.total), palette.ink);
}

/** Hollow and square: it lies somewhere around, not here. */
function drawVague(to: CanvasRenderingContext2D, { x, y, r, cluster }: Disc, palette: Palette): void {
  const half = r * 0.8;
  to.beginPath();
  to.roundRect(x - half, y - half, 2 * half, 2 * half, 3);
  to.globalAlpha = 0.82;
  to.fillStyle = palette.surface;
  to.fill();
  to.globalAlpha = 1;
  to.setLineDash([3, 2]);
  to.lineWidth = 1.5;
  to.strokeStyle = palette.quads[cluster.quads.indexOf(Math.max(...cluster.quads))];
  to.stroke();
  to.setLineDash([]);
  if (cluster.total > 1 && r >= 8) label(to, x, y, short(cluster.total), palette.muted);
}

function arcs(to: CanvasRenderingContext2D, x: number, y: number, r: number, width: number, cluster: Cluster, palette: Palette): void {
  let from = -Math.PI / 2;
  to.lineWidth = width;
  cluster.quads.forEach((count, quad) => {
    if (count === 0) return;
    const end = from + (count / cluster.total) * 2 * Math.PI;
    to.beginPath();
    to.arc(x, y, r, from, end);
    to.strokeStyle = palette.quads[quad];
    to.stroke();
    from = end;
  });
}

export function ring(to: CanvasRenderingContext2D, { x, y, r }: { x: number; y: number; r: number }, colour: string, width: number): void {
  circle(to, x, y, r + 3);
  to.strokeStyle = colour;
  to.lineWidth = width;
  to.stroke();
}

function circle(to: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  to.beginPath();
  to.arc(x, y, r, 0, 2 * Math.PI);
}

function label(to: CanvasRenderingContext2D, x: number, y: number, text: string, colour: string): void {
  to.fillStyle = colour;
  to.fillText(text, x, y + 0.5);
}
