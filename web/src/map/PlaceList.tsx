// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import type { Board } from '../board/board';
import { placeName } from '../board/describe';
import { count } from '../text/numbers';
import type { Cluster } from './clusters';

interface Props {
  board: Board;
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

function Names({ board, seen, onOpen }: Props) {
  if (seen.length === 0) return <p>Nothing here.</p>;
  return (
    <ul>
      {seen.slice(0, 40).map((cluster, rank) => {
        const name = placeName(board, board.sites.row[cluster.site]);
        return (
          <li key={rank}>
            <button type="button" onClick={() => onOpen(cluster)}>
              <span>{cluster.sites > 1 ? `Around ${name}` : name}</span>
              <b>{count(cluster.total)}</b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
