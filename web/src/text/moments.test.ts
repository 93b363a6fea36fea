// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { fromNow } from './moments';

test('moments are told from now, in the largest unit that fits', () => {
  const now = Date.parse('2024-03-01T12:00:00Z');
  const words = (moment: string) => fromNow(moment, now);
  assert.equal(words('2024-03-01T11:59:30Z'), 'just now');
  assert.equal(words('2024-03-01T11:59:00Z'), '1 minute ago');
  assert.equal(words('2024-03-01T09:10:00Z'), '2 hours ago');
  assert.equal(words('2024-02-28T12:00:00Z'), '2 days ago');
  assert.equal(words('2024-03-01T12:00:20Z'), 'in a moment');
  assert.equal(words('2024-03-01T12:30:00Z'), 'in 30 minutes');
  assert.equal(words('someday'), '');
});
