// SPDX-License-Identifier: Apache-2.0
import Supercluster from 'supercluster';
import type { Sites } from '../board/board';

/** Which sites lie together at a zoom: group numbers by site. */
export interface Groups {
  of: Int32Array;
  count: number;
}

export const MAX_LEVEL = 12;

/**
 * Groups the sites that are near each other on the screen: exact ones among themselves, vague ones among themselves. Groups are
 * of all sites, whatever the filters, so a zoom is grouped once, and what is filtered stays where it was on the map.
 */
export class SiteGroups {
  private readonly levels = new Map<number, Groups>();

  constructor(readonly sites: Sites) {}

  /** `zoom` is that of web maps: the world is 256 × 2^zoom wide. */
  at(zoom: number): Groups {
    const level = Math.max(0, Math.min(MAX_LEVEL, Math.round(zoom)));
    const known = this.levels.get(level);
    if (known) return known;
    const made = groupSites(this.sites, level);
    this.levels.set(level, made);
    return made;
  }
}

function groupSites({ lat, lon, exact }: Sites, level: number): Groups {
  const groups: Groups = { of: new Int32Array(lat.length), count: 0 };
  for (const isExact of [0, 1]) {
    const points: Supercluster.PointFeature<{ site: number }>[] = [];
    for (let site = 0; site < lat.length; site++) {
      if (exact[site] === isExact) points.push({ type: 'Feature', properties: { site }, geometry: { type: 'Point', coordinates: [lon[site], lat[site]] } });
    }
    const index = new Supercluster<{ site: number }>({ radius: 34, extent: 256, minZoom: level, maxZoom: level }).load(points);
    for (const { properties } of index.getClusters([-180, -90, 180, 90], level)) {
      const members = 'cluster' in properties ? index.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.site) : [properties.site];
      for (const site of members) groups.of[site] = groups.count;
      groups.count++;
    }
  }
  return groups;
}
