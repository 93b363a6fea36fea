// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks';
import type { Board } from '../board/board';
import { placeName } from '../board/describe';
import { count } from '../text/numbers';
import type { Cluster } from './clusters';

interface Props {
  board: Board;
  rows: Uint32Array;
  seen: Cluster[];
  onOpen(cluster: Cluster): void;
}

/** What the map shows, as a list: for the keyboard, for screen readers, and for whoever likes names better than discs. */
export function PlaceList(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="places" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Places in view</summary>
      {isOpen && <Names {...props} />}
    </details>
  );
}

function Names({ board, rows, seen, onOpen }: Props) {
  const nameOf = useMemo(() => siteNames(board, rows), [board, rows]);
  if (seen.length === 0) return <p>Nothing here.</p>;
  return (
    <ul>
      {seen.slice(0, 40).map((cluster) => (
        <li key={`${cluster.lat} ${cluster.lon} ${cluster.exact}`}>
          <button type="button" onClick={() => onOpen(cluster)}>
            <span>{cluster.site < 0 ? `Around ${nearestName(board, nameOf, cluster)}` : nameOf.get(cluster.site)}</span>
            <b>{count(cluster.total)}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}

function siteNames(board: Board, rows: Uint32Array): Map<number, string> {
  const names = new Map<number, string>();
  for (const row of rows) {
    const site = board.site[row];
    if (site >= 0 && !names.has(site)) names.set(site, placeName(board, row));
  }
  return names;
}

function nearestName(board: Board, names: Map<number, string>, { lat, lon, exact }: Cluster): string {
  let [best, least] = ['', Infinity];
  for (const [site, name] of names) {
    if ((board.sites.exact[site] === 1) !== exact) continue;
    const distance = (board.sites.lat[site] - lat) ** 2 + (board.sites.lon[site] - lon) ** 2;
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
