// SPDX-License-Identifier: Apache-2.0
import type { FeedStatus } from '../api/watch';
import { fromNow } from '../text/moments';
import { count } from '../text/numbers';
import { visible } from '../text/safe';
import { byHealth, feedsInWords, healthInWords, healthOf } from './health';

/** What is followed, what is wrong with it, and what it brought; what is in trouble first. Shown, not changed. */
export function Feeds({ feeds, now }: { feeds: FeedStatus[]; now: number }) {
  return (
    <section aria-label="Feeds">
      <h2>Feeds <small>{feedsInWords(feeds, now)}</small></h2>
      <p class="note">
        <code>masudi feed add</code> and <code>remove</code> change what is followed; <code>masudi feed run</code> or <code>masudi serve --feeds</code> fetches it.
      </p>
      {feeds.length > 0 && (
        <table>
          <thead>
            <tr><th>Feed</th><th>State</th><th>Last good</th><th>Last look</th><th>Next</th><th class="number">Stored</th><th class="number">Other language</th><th class="number">Twice</th><th class="number">Failed</th></tr>
          </thead>
          <tbody>
            {byHealth(feeds, now).map((feed) => (
              <tr key={feed.number} class={`health-${healthOf(feed, now)}`}>
                <td class="feed">
                  <b><bdi>{visible(feed.name || feed.address)}</bdi></b>
                  <small><bdi>{feed.kind === 'folder' ? `folder ${visible(feed.address)}` : visible(feed.address)}</bdi></small>
                  {feed.problem && <small class="problem"><bdi>{visible(feed.problem)}</bdi></small>}
                </td>
                <td class="state">{healthInWords(feed, now)}</td>
                <Moment at={feed.last_good} now={now} none="never" />
                <Moment at={feed.last_tried} now={now} none="never" />
                <Moment at={feed.due} now={now} none="not again" />
                <td class="number">{count(feed.items.stored)}</td>
                <td class="number">{count(feed.items.other_language)}</td>
                <td class="number">{count(feed.items.duplicate)}</td>
                <td class="number">{count(feed.items.failed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Moment({ at, now, none }: { at: string | null; now: number; none: string }) {
  return <td>{at ? <time dateTime={at} title={at}>{fromNow(at, now)}</time> : <span class="unknown">{none}</span>}</td>;
}
