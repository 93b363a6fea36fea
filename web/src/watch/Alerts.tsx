// SPDX-License-Identifier: Apache-2.0
import { type Alert, alertFeedUrl } from '../api/watch';
import type { Board } from '../board/board';
import { rowOf } from '../board/rows';
import type { Actions } from '../state/picture';
import { count } from '../text/numbers';
import { visible } from '../text/safe';

interface Props {
  alerts: Alert[];
  board: Board;
  isCurrent: boolean; // the board has all that the store has
  actions: Actions;
}

/** The newest first, each with the incidents behind it, the last first. */
export function Alerts({ alerts, board, isCurrent, actions }: Props) {
  return (
    <section aria-label="Alerts">
      <h2>Alerts <a href={alertFeedUrl()}>Atom feed</a></h2>
      {alerts.length === 0 ? <p class="note">None yet. <code>masudi alert check</code> looks whether the searches have something to tell, and so does every round of the feeds.</p> : (
        <ol class="alerts">
          {alerts.map((alert) => (
            <li key={alert.id}>
              <details>
                <summary>
                  <time>{alert.day}</time> <b><bdi>{visible(alert.search)}</bdi></b> <span><bdi>{visible(alert.title)}</bdi></span>
                </summary>
                <ul>
                  {[...alert.behind].reverse().map((one) => (
                    <li key={one.id}>
                      <button type="button" class="link" disabled={rowOf(board, one.id) < 0} onClick={() => actions.go({ incident: one.id })}>
                        <bdi>{visible(one.summary)}</bdi>
                      </button>
                      {rowOf(board, one.id) < 0 && <small>{isCurrent ? 'now part of another incident' : 'not in this picture: new, or now part of another incident'}</small>}
                    </li>
                  ))}
                </ul>
                {alert.incidents > alert.behind.length && <p class="note">And {count(alert.incidents - alert.behind.length)} more before these.</p>}
              </details>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
