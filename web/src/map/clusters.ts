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
  expandsAt: number; // the zoom at which it falls apart; meaningless for one site
}

/** Numbers only: supercluster copies properties, and not what they hold. */
interface Sum {
  a: number;
  b: number;
  c: number;
  d: number;
  site: number;
}

/** Clusters the sites of the rows: exact ones among themselves, vague ones among themselves. */
export class Clusters {
  private readonly indices: { exact: boolean; index: Supercluster<Sum, Sum> }[];
  readonly placed: number;

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
    const features: [Supercluster.PointFeature<Sum>[], Supercluster.PointFeature<Sum>[]] = [[], []];
    for (let site = 0; site < lat.length; site++) {
      const [a, b, c, d] = sums.subarray(site * 4, site * 4 + 4);
      if (a + b + c + d === 0) continue;
      features[exact[site]].push({
        type: 'Feature', properties: { a, b, c, d, site }, geometry: { type: 'Point', coordinates: [lon[site], lat[site]] },
      });
    }
    this.indices = features.map((points, isExact) => ({ exact: isExact === 1, index: indexOf(points) }));
  }

  /** Those within west, south, east, north, the biggest first. `zoom` is that of web maps: the world is 256 × 2^zoom wide. */
  within(bounds: [number, number, number, number], zoom: number): Cluster[] {
    const clusters = this.indices.flatMap(({ exact, index }) =>
      index.getClusters(bounds, Math.round(zoom)).map(({ geometry, properties, id }) => {
        const { a, b, c, d, site } = properties;
        const isCluster = 'cluster' in properties;
        const [lon, lat] = geometry.coordinates;
        return {
          lat, lon, exact, quads: [a, b, c, d] as Cluster['quads'], site: isCluster ? -1 : site, total: a + b + c + d,
          expandsAt: isCluster ? index.getClusterExpansionZoom(Number(id)) : 0,
        };
      }));
    return clusters.sort((a, b) => b.total - a.total);
  }
}

const MAX_ZOOM = 12;

function indexOf(points: Supercluster.PointFeature<Sum>[]): Supercluster<Sum, Sum> {
  const index = new Supercluster<Sum, Sum>({
    radius: 34, extent: 256, maxZoom: MAX_ZOOM,
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
