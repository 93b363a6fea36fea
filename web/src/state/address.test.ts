// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { type Address, formatAddress, HOME, parseAddress } from './address';
import { isFiltered, NO_FILTERS, serverKnows, toggled, toQuestion } from './filters';

const full: Address = {
  view: 'network',
  filters: {
    from: 19000, to: 19100, text: 'car bomb & "quotes" #1', near: { lat: -33.3, lon: 44.4, km: 50 }, minOrigins: 2,
    type: ['ASSAULT', 'THREATEN'], status: ['actual'], verdict: ['disputed'], country: ['IRQ', '-'],
    actor: ['Hezbollah, the party', 'IRN'], recipient: ['ISR'], source: ['Aden Times?'],
  },
  incident: '493fe52f38caa647',
  sort: 'origins',
  dyad: ['USA', "Ansar Allah, the 'Houthis'"],
  camera: { lat: 12.5, lon: -44.125, zoom: 3.5 },
  span: [18900, 19200],
};

test('an address says all that is shown, and comes back', () => {
  assert.deepEqual(parseAddress(formatAddress(full)), full);
  assert.deepEqual(parseAddress(formatAddress(HOME)), HOME);
  assert.equal(formatAddress(HOME), '#map');
});

test('an empty or foreign address is the home page', () => {
  for (const hash of ['', '#', '#nowhere', '#?', '#map?from=yesterday&near=91,0,5&min-origins=x&sort=%00&at=1,2&span=3..4']) {
    assert.deepEqual(parseAddress(hash), HOME, hash);
  }
  assert.equal(parseAddress('#map?dyad=%25E0%25A4,USA').dyad, null);
});

test('lists hold each value once, and are toggled', () => {
  assert.deepEqual(parseAddress('#map?type=AID&type=AID&type=').filters.type, ['AID']);
  assert.deepEqual(toggled(toggled(['a'], 'b'), 'a'), ['b']);
  assert.equal(isFiltered(NO_FILTERS), false);
  assert.equal(isFiltered({ ...NO_FILTERS, country: ['-'] }), true);
});

test('the server is asked in the words of the command line', () => {
  const question = toQuestion(full.filters);
  assert.deepEqual(question.getAll('type'), ['ASSAULT', 'THREATEN']);
  assert.deepEqual(question.getAll('country'), ['IRQ'], 'it has no word for what is not known');
  assert.equal(question.get('near'), '-33.3,44.4,50');
  assert.equal(question.get('from'), '2022-01-08');
  assert.equal(question.has('verdict'), false);
  assert.equal(serverKnows(full.filters), false);
  assert.equal(serverKnows({ ...NO_FILTERS, country: ['IRQ'], minOrigins: 2 }), true);
});
