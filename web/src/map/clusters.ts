// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import type { SiteGroups } from './groups';

/** Incidents that are near each other on the screen, or one site. */
export interface Cluster {
  lat: number; // where they lie on average
  lon: number;
  exact: boolean; // false: somewhere in a province, country or region
  quads: [number, number, number, number]; // how many of each class
  total: number;
  site: number; // the one with the most incidents
  sites: number; // how many there are
}

type Bounds = [west: number, south: number, east: number, north: number];

/** The incidents of the rows as clusters: counts by site once, then by group of sites at whatever zoom is asked for. */
export class Clusters {
  readonly placed: number;
  private readonly sums: Uint32Array; // site * 4 + quad

  constructor(private readonly board: Board, private readonly groups: SiteGroups, rows: Uint32Array) {
    const { site, quad, sites } = board;
    this.sums = new Uint32Array(sites.lat.length * 4);
    let placed = 0;
    for (let i = 0; i < rows.length; i++) {
      const at = site[rows[i]];
      if (at < 0) continue;
      this.sums[at * 4 + quad[rows[i]]]++;
      placed++;
    }
    this.placed = placed;
  }

  /** Those within the bounds, the biggest first. `zoom` is that of web maps. */
  within([west, south, east, north]: Bounds, zoom: number): Cluster[] {
    const { sums, groups } = this;
    const { lat, lon, exact } = this.board.sites;
    const { of, count } = groups.at(zoom);
    const clusters: (Cluster | undefined)[] = Array(count);
    const most = new Uint32Array(count); // at one site of each group
    for (let site = 0; site < lat.length; site++) {
      const at = site * 4;
      const total = sums[at] + sums[at + 1] + sums[at + 2] + sums[at + 3];
      if (total === 0) continue;
      const cluster = (clusters[of[site]] ??= { lat: 0, lon: 0, exact: exact[site] === 1, quads: [0, 0, 0, 0], total: 0, site, sites: 0 });
      for (let quad = 0; quad < 4; quad++) cluster.quads[quad] += sums[at + quad];
      if (total > most[of[site]]) [cluster.site, most[of[site]]] = [site, total];
      cluster.sites++;
      cluster.total += total;
      cluster.lat += (lat[site] - cluster.lat) * (total / cluster.total);
      cluster.lon += (lon[site] - cluster.lon) * (total / cluster.total);
    }
    return clusters.filter((c): c is Cluster => c !== undefined && c.lon >= west && c.lon <= east && c.lat >= south && c.lat <= north)
      .sort((a, b) => b.total - a.total);
  }
}
