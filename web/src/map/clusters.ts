// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import type { Groups, SiteGroups } from './groups';

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

/**
 * The incidents of the rows as clusters: counted by site once, then by group of sites at whatever zoom is asked for. The
 * numbers of sites and groups lie in arrays that are used again.
 */
export class Clusters {
  private readonly ofSite: Uint32Array; // site * 4 + quad
  private readonly ofGroup: Uint32Array; // group * 4 + quad
  private readonly lat: Float64Array; // by group
  private readonly lon: Float64Array;
  private readonly busiest: Int32Array; // site of the group, -1: it has no incident
  private readonly sites: Uint32Array;

  constructor(private readonly board: Board, private readonly groups: SiteGroups) {
    const size = board.sites.lat.length;
    this.ofSite = new Uint32Array(size * 4);
    this.ofGroup = new Uint32Array(size * 4);
    this.lat = new Float64Array(size);
    this.lon = new Float64Array(size);
    this.busiest = new Int32Array(size);
    this.sites = new Uint32Array(size);
  }

  /** Takes these rows in place of those before; gives how many of them have a place. */
  count(rows: Uint32Array): number {
    const { ofSite, board: { site, quad } } = this;
    ofSite.fill(0);
    let placed = 0;
    for (let i = 0; i < rows.length; i++) {
      const at = site[rows[i]];
      if (at < 0) continue;
      ofSite[at * 4 + quad[rows[i]]]++;
      placed++;
    }
    return placed;
  }

  /** Those within the bounds, the biggest first. `zoom` is that of web maps. */
  within([west, south, east, north]: Bounds, zoom: number): Cluster[] {
    const groups = this.groups.at(zoom);
    const { lat, lon } = this;
    this.gather(groups);
    const clusters: Cluster[] = [];
    for (let group = 0; group < groups.count; group++) {
      const isWithin = lon[group] >= west && lon[group] <= east && lat[group] >= south && lat[group] <= north;
      if (this.busiest[group] >= 0 && isWithin) clusters.push(this.cluster(group));
    }
    return clusters.sort((a, b) => b.total - a.total);
  }

  private gather({ of, count }: Groups): void {
    const { ofSite, ofGroup, busiest, sites, lat, lon, board } = this;
    ofGroup.fill(0, 0, 4 * count);
    for (const numbers of [sites, lat, lon]) numbers.fill(0, 0, count);
    busiest.fill(-1, 0, count);
    for (let site = 0; site < of.length; site++) {
      const group = of[site];
      const total = sumOfFour(ofSite, site);
      if (total === 0) continue;
      for (let quad = 0; quad < 4; quad++) ofGroup[group * 4 + quad] += ofSite[site * 4 + quad];
      if (busiest[group] < 0 || total > sumOfFour(ofSite, busiest[group])) busiest[group] = site;
      const share = total / sumOfFour(ofGroup, group);
      lat[group] += (board.sites.lat[site] - lat[group]) * share;
      lon[group] += (board.sites.lon[site] - lon[group]) * share;
      sites[group]++;
    }
  }

  private cluster(group: number): Cluster {
    const { ofGroup, lat, lon, busiest, sites, board } = this;
    const at = group * 4;
    return {
      lat: lat[group], lon: lon[group], exact: board.sites.exact[busiest[group]] === 1,
      quads: [ofGroup[at], ofGroup[at + 1], ofGroup[at + 2], ofGroup[at + 3]], total: sumOfFour(ofGroup, group),
      site: busiest[group], sites: sites[group],
    };
  }
}

function sumOfFour(counts: Uint32Array, index: number): number {
  const at = index * 4;
  return counts[at] + counts[at + 1] + counts[at + 2] + counts[at + 3];
}
