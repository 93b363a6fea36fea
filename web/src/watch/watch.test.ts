// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import type { FeedStatus, SavedSearch } from '../api/watch';
import { NO_FILTERS } from '../state/filters';
import { byHealth, feedsInWords, healthInWords, healthOf } from './health';
import { filtersOf, formOf, optionsInWords } from './search';
import { Turns } from './turns';

const now = Date.parse('2024-03-01T12:00:00Z');
const feed = (name: string, change: Partial<FeedStatus>): FeedStatus => ({
  number: 1, kind: 'feed', name, address: `https://${name}.example/feed`, state: 'good', last_tried: null, last_good: null,
  due: '2024-03-01T12:10:00Z', failures: 0, problem: '', items: { stored: 0, other_language: 0, duplicate: 0, failed: 0 }, ...change,
});
const search = (...options: [string, string][]): SavedSearch => ({ name: 's', options, rule: '', on: false });

test('what is wrong with a feed stands first', () => {
  const feeds = [
    feed('b', {}), feed('a', {}), feed('late', { due: '2024-03-01T11:00:00Z' }), feed('cut', { problem: 'breaks off at line 4' }),
    feed('dead', { state: 'gone', due: null }), feed('down', { state: 'failed', failures: 3, problem: 'no answer' }), feed('fresh', { state: 'new' }),
  ];
  assert.deepEqual(byHealth(feeds, now).map(({ name }) => name), ['dead', 'down', 'late', 'fresh', 'cut', 'a', 'b']);
  assert.equal(feedsInWords(feeds, now), '7 followed, 3 in trouble');
  assert.equal(healthInWords(feeds[5], now), 'Failed 3×');
  assert.equal(healthInWords(feeds[2], now), 'Due 1 hour ago: nobody fetches');
  assert.equal(healthOf(feed('x', { due: '2024-03-01T11:55:00Z' }), now), 'good', 'a few minutes are usual');
});

test('a saved search becomes filters, and what the dashboard cannot do is said', () => {
  const shown = filtersOf(search(['type', 'ASSAULT:bombing'], ['country', 'IRQ'], ['country', 'SYR'], ['near', '26.6,56.5,150'],
    ['min-origins', '2'], ['min-confidence', '0.5'], ['count', '5'], ['within', '7d']));
  assert.deepEqual(shown.filters, { ...NO_FILTERS, type: ['ASSAULT'], country: ['IRQ', 'SYR'], near: { lat: 26.6, lon: 56.5, km: 150 }, minOrigins: 2 });
  assert.deepEqual(shown.left, ['type ASSAULT:bombing', 'min-confidence 0.5']);
  assert.deepEqual(filtersOf(search(['dyad', 'USA,IRN'], ['times', '2'])).dyad, ['USA', 'IRN']);
  assert.equal(optionsInWords(search(['dyad', 'USA,IRN'], ['times', '2'])), 'dyad USA,IRN');
});

test('filters are kept in the words of the command line, or not at all', () => {
  const filters = { ...NO_FILTERS, type: ['AID'], country: ['IRQ'] };
  assert.equal(String(formOf('aid', filters, { kind: 'count', count: 5, days: 7 })), 'type=AID&country=IRQ&name=aid&count=5&within=7d');
  assert.equal(formOf('x', { ...filters, verdict: ['disputed'] }, { kind: 'new' }), null);
  const again = filtersOf(search(...([...formOf('aid', filters, { kind: 'new' })!].filter(([name]) => name !== 'name') as [string, string][])));
  assert.deepEqual(again.filters, filters);
});

test('an answer that a later one has overtaken is not taken', () => {
  const turns = new Turns();
  const [first, second, third] = [turns.next(), turns.next(), turns.next()];
  assert.equal(second(), true);
  assert.equal(first(), false);
  assert.equal(third(), true);
  assert.equal(turns.next()(), true);
});
