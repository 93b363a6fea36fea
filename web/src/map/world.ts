// SPDX-License-Identifier: Apache-2.0
import { geoArea, geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import coarseUrl from 'world-atlas/countries-110m.json?url';
import fineUrl from 'world-atlas/countries-50m.json?url';

/** Units of the plane that the world is drawn on once; the camera scales it. */
export const projection = geoNaturalEarth1().scale(160).translate([0, 0]).precision(0.3);
export const WORLD_WIDTH = 2 * projection([180, 0])![0];
export const WORLD_HEIGHT = 2 * -projection([0, 90])![1];

/** The coasts and borders of Natural Earth as paths of the plane, and the names of countries where they belong. */
export interface World {
  land: Path2D;
  borders: Path2D;
  sphere: Path2D;
  graticule: Path2D;
  labels: Label[]; // the widest first
}

export interface Label {
  name: string;
  x: number;
  y: number;
  width: number; // of the country, in units of the plane
}

type Countries = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export async function loadWorld(detail: 'coarse' | 'fine'): Promise<World> {
  const response = await fetch(detail === 'coarse' ? coarseUrl : fineUrl);
  const topology = (await response.json()) as Countries;
  const { countries, land } = topology.objects;
  return {
    land: pathOf((path) => path(feature(topology, land))),
    borders: pathOf((path) => path(mesh(topology, countries, (a, b) => a !== b))),
    sphere: pathOf((path) => path({ type: 'Sphere' })),
    graticule: pathOf((path) => path(geoGraticule10())),
    labels: feature(topology, countries).features.map(labelOf).sort((a, b) => b.width - a.width),
  };
}

function pathOf(draw: (path: ReturnType<typeof geoPath>) => void): Path2D {
  const path = new Path2D();
  draw(geoPath(projection, path as unknown as CanvasRenderingContext2D));
  return path;
}

function labelOf(country: Feature<Polygon | MultiPolygon, { name: string }> | Feature): Label {
  const mainland = largest(country as Feature<Polygon | MultiPolygon>);
  const path = geoPath(projection);
  const [[left], [right]] = path.bounds(mainland);
  const [x, y] = path.centroid(mainland);
  return { name: String(country.properties?.name ?? ''), x, y, width: right - left };
}

/** A name stands on the largest part of a country, not between it and its islands. */
function largest(country: Feature<Polygon | MultiPolygon>): Polygon | MultiPolygon {
  const { geometry } = country;
  if (geometry.type === 'Polygon') return geometry;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}
