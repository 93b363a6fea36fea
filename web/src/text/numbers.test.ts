// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { count, plural, short } from './numbers';

test('numbers are short where there is little room', () => {
  assert.deepEqual([0, 999, 1000, 1249, 9949, 9960, 34_400, 999_499, 999_500, 1_250_000].map(short),
    ['0', '999', '1k', '1.2k', '9.9k', '10k', '34k', '999k', '1M', '1.3M']);
});

test('numbers and their nouns agree', () => {
  assert.equal(count(1234567), '1,234,567');
  assert.equal(plural(1, 'report'), '1 report');
  assert.equal(plural(0, 'report'), '0 reports');
  assert.equal(plural(2, 'country', 'countries'), '2 countries');
});
