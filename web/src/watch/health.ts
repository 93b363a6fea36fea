// SPDX-License-Identifier: Apache-2.0
import type { FeedStatus } from '../api/watch';
import { fromNow } from '../text/moments';

export type Health = 'gone' | 'failing' | 'overdue' | 'new' | 'mended' | 'good';

const WORST_FIRST: Health[] = ['gone', 'failing', 'overdue', 'new', 'mended', 'good'];
const LATE = 15 * 60_000; // what is due is looked at within minutes, if anybody looks

export function healthOf(feed: FeedStatus, now: number): Health {
  if (feed.state === 'gone') return 'gone';
  if (feed.state === 'failed') return 'failing';
  if (feed.due !== null && Date.parse(feed.due) < now - LATE) return 'overdue';
  if (feed.state === 'new') return 'new';
  return feed.problem ? 'mended' : 'good';
}

/** What a person should know of it, in a few words. */
export function healthInWords(feed: FeedStatus, now: number): string {
  switch (healthOf(feed, now)) {
    case 'gone': return 'Gone for good';
    case 'failing': return `Failed ${feed.failures}×`;
    case 'overdue': return `Due ${fromNow(feed.due ?? '', now)}: nobody fetches`;
    case 'new': return 'Not fetched yet';
    case 'mended': return 'Good, with faults';
    case 'good': return 'Good';
  }
}

/** The worst first, then by name. */
export function byHealth(feeds: readonly FeedStatus[], now: number): FeedStatus[] {
  const rank = (feed: FeedStatus) => WORST_FIRST.indexOf(healthOf(feed, now));
  const name = (feed: FeedStatus) => feed.name || feed.address;
  return [...feeds].sort((a, b) => rank(a) - rank(b) || name(a).localeCompare(name(b), 'en') || a.number - b.number);
}

/** "12 feeds, 2 of them in trouble". */
export function feedsInWords(feeds: readonly FeedStatus[], now: number): string {
  const troubled = feeds.filter((feed) => WORST_FIRST.indexOf(healthOf(feed, now)) <= WORST_FIRST.indexOf('overdue')).length;
  const all = `${feeds.length} followed`;
  return troubled > 0 ? `${all}, ${troubled} in trouble` : all;
}
