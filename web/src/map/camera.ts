// SPDX-License-Identifier: Apache-2.0
import type { Camera } from '../state/address';
import { projection, WORLD_HEIGHT, WORLD_WIDTH } from './world';

export const MAX_ZOOM = 9;

/** How the plane lies on a canvas: screen = plane * k + (x, y). */
export interface Transform {
  k: number;
  x: number;
  y: number;
}

export const WHOLE_WORLD: Camera = { lat: 22, lon: 8, zoom: 0 };

export function transformOf(camera: Camera, width: number, height: number): Transform {
  const k = fit(width, height) * 2 ** camera.zoom;
  const [px, py] = projection([camera.lon, camera.lat]) ?? [0, 0];
  return { k, x: width / 2 - px * k, y: height / 2 - py * k };
}

/** The camera after the plane was moved and scaled, kept within the world. */
export function cameraOf({ k, x, y }: Transform, width: number, height: number): Camera {
  const zoom = Math.min(MAX_ZOOM, Math.max(0, Math.log2(k / fit(width, height))));
  const px = clamp((width / 2 - x) / k, WORLD_WIDTH * 0.45);
  const py = clamp((height / 2 - y) / k, WORLD_HEIGHT * 0.42);
  const [lon, lat] = projection.invert?.([px, py]) ?? [0, 0];
  return { lat: clamp(lat, 85), lon: clamp(lon, 180), zoom };
}

/** Scales about a point of the screen. */
export function zoomed(camera: Camera, by: number, at: [number, number], width: number, height: number): Camera {
  const from = transformOf(camera, width, height);
  const zoom = Math.min(MAX_ZOOM, Math.max(0, camera.zoom + by));
  const scale = 2 ** (zoom - camera.zoom);
  return cameraOf({ k: from.k * scale, x: at[0] - (at[0] - from.x) * scale, y: at[1] - (at[1] - from.y) * scale }, width, height);
}

export function panned(camera: Camera, dx: number, dy: number, width: number, height: number): Camera {
  const from = transformOf(camera, width, height);
  return cameraOf({ k: from.k, x: from.x + dx, y: from.y + dy }, width, height);
}

/** The zoom of web maps (the world is 256 × 2^zoom wide) that shows things as large. */
export function webZoom(camera: Camera, width: number, height: number): number {
  return Math.log2((WORLD_WIDTH * transformOf(camera, width, height).k) / 256);
}

/** West, south, east, north of what is seen, with a little to spare. */
export function boundsOf(camera: Camera, width: number, height: number): [number, number, number, number] {
  if (camera.zoom < 1) return [-180, -90, 180, 90];
  const { k, x, y } = transformOf(camera, width, height);
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (let i = 0; i <= 8; i++) {
    for (let j = 0; j <= 8; j++) {
      const plane: [number, number] = [((i / 8) * width - x) / k, ((j / 8) * height - y) / k];
      const [lon, lat] = projection.invert?.(plane) ?? [NaN, NaN];
      if (!Number.isFinite(lon) || Math.abs(lon) > 180 || Math.abs(plane[1]) > WORLD_HEIGHT / 2) continue;
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    }
  }
  const spare = 40 / 2 ** camera.zoom;
  return [Math.max(-180, bounds[0] - spare), Math.max(-90, bounds[1] - spare), Math.min(180, bounds[2] + spare),
    Math.min(90, bounds[3] + spare)];
}

/** Fits the world into wide screens by its height, so that no empty sea is left above and below. */
function fit(width: number, height: number): number {
  return Math.max(width / WORLD_WIDTH, height / WORLD_HEIGHT) * 0.98;
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
