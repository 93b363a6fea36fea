// SPDX-License-Identifier: Apache-2.0
import type { Actions, Picture } from '../state/picture';
import { visible } from '../text/safe';
import { Alerts } from './Alerts';
import { Feeds } from './Feeds';
import { Searches } from './Searches';
import { useWatched } from './useWatched';

/** What keeps the record alive and watches over it: alerts, the searches that give them, and the feeds that are followed. */
export function WatchView({ picture, isCurrent, actions }: { picture: Picture; isCurrent: boolean; actions: Actions }) {
  const { watched, failure, now, refresh } = useWatched();
  return (
    <section class="watch" aria-label="Feeds and alerts" tabIndex={0}>
      {failure && <p class="failed" role="alert">{visible(failure)}</p>}
      {!watched && !failure && <p class="note" role="status">Asking the server …</p>}
      {watched && (
        <>
          <Alerts alerts={watched.alerts} board={picture.board} isCurrent={isCurrent} actions={actions} />
          <Searches searches={watched.searches} filters={picture.address.filters} actions={actions} onChange={refresh} />
          <Feeds feeds={watched.feeds} now={now} />
        </>
      )}
    </section>
  );
}
