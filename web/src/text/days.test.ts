// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { floorDay, formatDay, formatDays, nextStart, parseDay, unitFor, type Unit } from './days';

const day = (text: string) => parseDay(text) as number;

test('days go to text and back, also before 1970 and before 1900', () => {
  for (const text of ['1970-01-01', '2024-02-29', '1969-12-31', '1150-01-01', '2040-12-31']) {
    assert.equal(formatDay(day(text)), text);
  }
  assert.equal(day('1970-01-02'), 1);
});

test('what is no day is none', () => {
  for (const text of ['', '2023-02-29', '2024-13-01', '2024-1-1', 'today', '2024-01-01T00:00']) {
    assert.equal(parseDay(text), null, text);
  }
});

test('a range repeats nothing that it shares', () => {
  assert.equal(formatDays(day('2024-03-10'), day('2024-03-10')), '2024-03-10');
  assert.equal(formatDays(day('2024-03-10'), day('2024-03-12')), '2024-03-10 to 12');
  assert.equal(formatDays(day('2024-03-30'), day('2024-04-02')), '2024-03-30 to 04-02');
  assert.equal(formatDays(day('2023-12-30'), day('2024-01-02')), '2023-12-30 to 2024-01-02');
});

test('units begin where calendars say', () => {
  const starts: [Unit, string, string, string][] = [
    ['day', '2024-03-14', '2024-03-14', '2024-03-15'],
    ['week', '2024-03-14', '2024-03-11', '2024-03-18'],
    ['week', '1969-12-31', '1969-12-29', '1970-01-05'],
    ['month', '2024-02-29', '2024-02-01', '2024-03-01'],
    ['month', '2023-12-31', '2023-12-01', '2024-01-01'],
    ['quarter', '2024-11-05', '2024-10-01', '2025-01-01'],
    ['year', '1969-06-01', '1969-01-01', '1970-01-01'],
  ];
  for (const [unit, of, first, next] of starts) {
    assert.equal(formatDay(floorDay(day(of), unit)), first, `${unit} of ${of}`);
    assert.equal(formatDay(nextStart(day(first), unit)), next, `${unit} after ${first}`);
  }
});

test('the unit is the finest that fits', () => {
  assert.equal(unitFor(90, 200), 'day');
  assert.equal(unitFor(1000, 200), 'week');
  assert.equal(unitFor(5000, 200), 'month');
  assert.equal(unitFor(15000, 200), 'quarter');
  assert.equal(unitFor(40000, 200), 'year');
});
