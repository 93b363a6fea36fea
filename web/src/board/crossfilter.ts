// SPDX-License-Identifier: Apache-2.0
import type { Filters } from '../state/filters';
import type { Board } from './board';
import { kmBetween } from './distance';
import type { Lists } from './lists';
import { UNKNOWN } from './party_keys';
import { type Column, type Counts, type Tally, tallyColumn, tallyLists } from './tally';

/** What can be filtered by; each has a bit in the mask of a row, set where the row does not pass. */
export const DIMENSIONS = ['time', 'type', 'status', 'verdict', 'country', 'actor', 'recipient', 'source', 'origins', 'near',
  'text'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const bit = (dimension: Dimension) => 1 << DIMENSIONS.indexOf(dimension);

/**
 * Filters the rows of a board, and counts facets by all filters but their own, after Square's Crossfilter: a mask of failed
 * filters a row. Only the filters that have changed are tested anew; what counts for a facet is what passes everything, and
 * what fails that facet's filter alone; where that is more than half of all, the rest is taken from the counts of all. The
 * arrays that it gives hold until the next `apply`: they are used again, since fresh memory costs more than what is computed.
 */
export class Crossfilter {
  private readonly fails: Uint16Array;
  private applied: Filters | null = null;
  private appliedFound: Uint8Array | null = null;
  private readonly lists: Uint32Array[]; // rows that fail nothing; by dimension those that fail it alone; those that fail more
  private readonly sizes = new Uint32Array(DIMENSIONS.length + 2);
  private readonly tallies = new Map<Dimension, { now: Uint32Array; all: Counts }>();
  private passing: Uint32Array = new Uint32Array();
  private isTested = false; // since the rows were last parted

  constructor(readonly board: Board) {
    this.fails = new Uint16Array(board.count);
    this.lists = Array.from(this.sizes, () => new Uint32Array(board.count));
    this.part();
  }

  /** `found`: by row, 1 where the server found it for the text; null where no text is asked for. */
  apply(filters: Filters, found: Uint8Array | null): void {
    const { board, applied } = this;
    const changed = (...names: (keyof Filters)[]) => !applied || names.some((name) => !same(applied[name], filters[name]));
    if (changed('from', 'to')) this.test('time', timeTest(board, filters));
    if (changed('type')) this.test('type', columnTest(board.type, board.types, filters.type));
    if (changed('status')) this.test('status', columnTest(board.status, board.statuses, filters.status));
    if (changed('verdict')) this.test('verdict', columnTest(board.verdict, board.verdicts, filters.verdict));
    if (changed('country')) this.test('country', columnTest(board.country, board.countries.map((c) => c.code), filters.country));
    if (changed('actor')) this.test('actor', listTest(board.actorKeys.ofRow, board.actorKeys.values, filters.actor));
    if (changed('recipient')) this.test('recipient', listTest(board.recipientKeys.ofRow, board.recipientKeys.values, filters.recipient));
    if (changed('source')) this.test('source', listTest(board.outlet, board.outlets, filters.source));
    if (changed('minOrigins')) {
      const least = filters.minOrigins;
      this.test('origins', least > 1 ? (row) => board.origins[row] >= least : null);
    }
    if (changed('near')) this.test('near', nearTest(board, filters));
    if (found !== this.appliedFound) this.test('text', found && ((row) => found[row] === 1));
    this.applied = filters;
    this.appliedFound = found;
    if (this.isTested) this.part();
    this.isTested = false;
  }

  /** The rows that pass everything, by day: another array after each `apply` that tested something anew. */
  rows(): Uint32Array {
    return this.passing;
  }

  /** The rows that fail this filter and no other, by day. With `rows` they are what passes all filters but this one. */
  failing(dimension: Dimension): Uint32Array {
    return this.list(1 + DIMENSIONS.indexOf(dimension));
  }

  /** By all filters but this one. A dimension is always counted by the same column. */
  countColumn(dimension: Dimension, column: Column, size: number): Counts {
    return this.count(dimension, size, (of, rows, by) => tallyColumn(of, column, rows, by));
  }

  countLists(dimension: Dimension, lists: Lists, size: number): Counts {
    return this.count(dimension, size, (of, rows, by) => tallyLists(of, lists, rows, by));
  }

  private list(number: number): Uint32Array {
    return this.lists[number].subarray(0, this.sizes[number]);
  }

  /** Counts what passes, or what does not, whichever is less. */
  private count(dimension: Dimension, size: number, tally: Tally): Counts {
    const { lists, sizes, board } = this;
    const { now, all } = this.tallyOf(dimension, size, tally);
    const own = 1 + DIMENSIONS.indexOf(dimension);
    const isLess = 2 * (sizes[0] + sizes[own]) <= board.count;
    let { none } = all;
    if (isLess) none = 0;
    if (isLess) now.fill(0);
    else now.set(all.of);
    for (let number = 0; number < lists.length; number++) {
      const isMeant = number === 0 || number === own;
      if (isMeant === isLess) none += tally(now, this.list(number), isLess ? 1 : -1);
    }
    return { of: now, none };
  }

  private test(dimension: Dimension, passes: Test): void {
    const { fails } = this;
    const mine = bit(dimension);
    this.isTested = true;
    for (let row = 0; row < fails.length; row++) {
      if (passes === null || passes(row)) fails[row] &= ~mine;
      else fails[row] |= mine;
    }
  }

  private tallyOf(dimension: Dimension, size: number, tally: Tally): { now: Uint32Array; all: Counts } {
    const known = this.tallies.get(dimension);
    if (known) return known;
    const all: Counts = { of: new Uint32Array(size), none: 0 };
    for (let number = 0; number < this.lists.length; number++) all.none += tally(all.of, this.list(number), 1);
    const made = { now: new Uint32Array(size), all };
    this.tallies.set(dimension, made);
    return made;
  }

  /** Parts the rows by what they fail: nothing, one filter (which one), or more. */
  private part(): void {
    const { fails, lists, sizes } = this;
    sizes.fill(0);
    for (let row = 0; row < fails.length; row++) {
      const mask = fails[row];
      const isOne = (mask & (mask - 1)) === 0; // or nothing
      const number = isOne ? 32 - Math.clz32(mask) : lists.length - 1; // 1 + the dimension
      lists[number][sizes[number]++] = row;
    }
    this.passing = this.list(0);
  }
}

type Test = ((row: number) => boolean) | null;

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function timeTest(board: Board, { from, to }: Filters): Test {
  if (from === null && to === null) return null;
  const first = from ?? -Infinity;
  const last = to ?? Infinity;
  return (row) => board.lastDay[row] >= first && board.day[row] <= last;
}

/** Which of the table's values are wanted; a wanted one that no incident has matches nothing. */
function wantedOf(table: readonly string[], wanted: readonly string[]): Uint8Array {
  const is = new Uint8Array(table.length);
  for (const value of wanted) {
    const at = table.indexOf(value);
    if (at >= 0) is[at] = 1;
  }
  return is;
}

function columnTest(column: Column, table: readonly string[], wanted: readonly string[]): Test {
  if (wanted.length === 0) return null;
  const is = wantedOf(table, wanted);
  const none = wanted.includes(UNKNOWN);
  return (row) => (column[row] < 0 ? none : is[column[row]] === 1);
}

function listTest({ start, values }: Lists, table: readonly string[], wanted: readonly string[]): Test {
  if (wanted.length === 0) return null;
  const is = wantedOf(table, wanted);
  const none = wanted.includes(UNKNOWN);
  return (row) => {
    if (start[row] === start[row + 1]) return none;
    for (let i = start[row]; i < start[row + 1]; i++) if (is[values[i]] === 1) return true;
    return false;
  };
}

function nearTest(board: Board, { near }: Filters): Test {
  if (near === null) return null;
  const { lat, lon } = board.sites;
  const is = new Uint8Array(lat.length);
  for (let site = 0; site < lat.length; site++) is[site] = kmBetween(near.lat, near.lon, lat[site], lon[site]) <= near.km ? 1 : 0;
  return (row) => board.site[row] >= 0 && is[board.site[row]] === 1;
}
