// SPDX-License-Identifier: Apache-2.0
import Supercluster from 'supercluster';
import type { Board } from '../board/board';

/** Incidents that are near each other on the screen, or one site. */
export interface Cluster {
  lat: number;
  lon: number;
  exact: boolean; // false: somewhere in a province, country or region
  quads: [number, number, number, number]; // how many of each class
  total: number;
  site: number; // where all lie at one site, else -1
}

/** Numbers only: supercluster copies properties, and not what they hold. */
interface Sum {
  a: number;
  b: number;
  c: number;
  d: number;
  site: number;
}

type Point = Supercluster.PointFeature<Sum>;

/** Clusters the sites of the rows: exact ones among themselves, vague ones among themselves. Each zoom when it is asked for. */
export class Clusters {
  readonly placed: number;
  private readonly points: [vague: Point[], exact: Point[]] = [[], []];
  private readonly indices = new Map<number, Supercluster<Sum, Sum>[]>();

  constructor(board: Board, rows: Uint32Array) {
    const { lat, lon, exact } = board.sites;
    const sums = new Uint32Array(lat.length * 4);
    let placed = 0;
    for (let i = 0; i < rows.length; i++) {
      const site = board.site[rows[i]];
      if (site < 0) continue;
      sums[site * 4 + board.quad[rows[i]]]++;
      placed++;
    }
    this.placed = placed;
    for (let site = 0; site < lat.length; site++) {
      const at = site * 4;
      const [a, b, c, d] = [sums[at], sums[at + 1], sums[at + 2], sums[at + 3]];
      if (a + b + c + d === 0) continue;
      this.points[exact[site]].push({
        type: 'Feature', properties: { a, b, c, d, site }, geometry: { type: 'Point', coordinates: [lon[site], lat[site]] },
      });
    }
  }

  /** Those within west, south, east, north, the biggest first. `zoom` is that of web maps: the world is 256 × 2^zoom wide. */
  within(bounds: [number, number, number, number], zoom: number): Cluster[] {
    const level = Math.max(0, Math.min(MAX_ZOOM, Math.round(zoom)));
    const clusters = this.at(level).flatMap((index, isExact) =>
      index.getClusters(bounds, level).map(({ geometry, properties }) => {
        const { a, b, c, d, site } = properties;
        const [lon, lat] = geometry.coordinates;
        return {
          lat, lon, exact: isExact === 1, quads: [a, b, c, d] as Cluster['quads'], total: a + b + c + d,
          site: 'cluster' in properties ? -1 : site,
        };
      }));
    return clusters.sort((a, b) => b.total - a.total);
  }

  private at(level: number): Supercluster<Sum, Sum>[] {
    const known = this.indices.get(level);
    if (known) return known;
    const made = this.points.map((points) => indexOf(points, level));
    this.indices.set(level, made);
    return made;
  }
}

const MAX_ZOOM = 12;

function indexOf(points: Point[], level: number): Supercluster<Sum, Sum> {
  const index = new Supercluster<Sum, Sum>({
    radius: 34, extent: 256, minZoom: level, maxZoom: level,
    map: (sum) => ({ ...sum, site: -1 }),
    reduce: (sum, { a, b, c, d }) => {
      sum.a += a;
      sum.b += b;
      sum.c += c;
      sum.d += d;
    },
  });
  return index.load(points);
}
