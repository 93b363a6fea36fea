// SPDX-License-Identifier: Apache-2.0
import type { Filters } from '../state/filters';
import type { Board } from './board';
import type { Lists } from './lists';
import { kmBetween } from './distance';
import { UNKNOWN } from './party_keys';

/** What can be filtered by; each has a bit in the mask of a row, set where the row does not pass. */
export const DIMENSIONS = ['time', 'type', 'status', 'verdict', 'country', 'actor', 'recipient', 'source', 'origins', 'near',
  'text'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const bit = (dimension: Dimension) => 1 << DIMENSIONS.indexOf(dimension);

/** Counts of one facet by index of its table; `none`: rows with nothing known. They follow all filters but the facet's own. */
export interface Counts {
  of: Uint32Array;
  none: number;
}

/**
 * Filters the rows of a board, and counts facets by all filters but their own, after Square's Crossfilter: a mask of failed
 * filters a row. Only what has changed is tested anew.
 */
export class Crossfilter {
  readonly fails: Uint16Array;
  private applied: Filters | null = null;
  private appliedIds: ReadonlySet<number> | null = null;

  constructor(readonly board: Board) {
    this.fails = new Uint16Array(board.count);
  }

  /** `ids`: rows that the server found for the text; null where no text is asked for. */
  apply(filters: Filters, ids: ReadonlySet<number> | null): void {
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
    if (ids !== this.appliedIds) this.test('text', ids && ((row) => ids.has(row)));
    this.applied = filters;
    this.appliedIds = ids;
  }

  /** The rows that pass everything, by day. */
  rows(): Uint32Array {
    const { fails } = this;
    const rows = new Uint32Array(fails.length);
    let count = 0;
    for (let row = 0; row < fails.length; row++) if (fails[row] === 0) rows[count++] = row;
    return rows.subarray(0, count);
  }

  /** The mask of a row after all filters but one: 0 where it passes. */
  except(dimension: Dimension): (row: number) => number {
    const others = ~bit(dimension);
    return (row) => this.fails[row] & others;
  }

  countColumn(dimension: Dimension, column: ArrayLike<number>, size: number): Counts {
    const counts: Counts = { of: new Uint32Array(size), none: 0 };
    const others = ~bit(dimension);
    for (let row = 0; row < this.fails.length; row++) {
      if (this.fails[row] & others) continue;
      if (column[row] < 0) counts.none++;
      else counts.of[column[row]]++;
    }
    return counts;
  }

  countLists(dimension: Dimension, lists: Lists, size: number): Counts {
    const counts: Counts = { of: new Uint32Array(size), none: 0 };
    const others = ~bit(dimension);
    const { start, values } = lists;
    for (let row = 0; row < this.fails.length; row++) {
      if (this.fails[row] & others) continue;
      if (start[row] === start[row + 1]) counts.none++;
      for (let i = start[row]; i < start[row + 1]; i++) counts.of[values[i]]++;
    }
    return counts;
  }

  private test(dimension: Dimension, passes: ((row: number) => boolean) | null): void {
    const { fails } = this;
    const mine = bit(dimension);
    for (let row = 0; row < fails.length; row++) {
      if (passes === null || passes(row)) fails[row] &= ~mine;
      else fails[row] |= mine;
    }
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
  const all = new Set(wanted);
  return Uint8Array.from(table, (value) => (all.has(value) ? 1 : 0));
}

function columnTest(column: ArrayLike<number>, table: readonly string[], wanted: readonly string[]): Test {
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
  const is = Uint8Array.from(lat, (y, site) => (kmBetween(near.lat, near.lon, y, lon[site]) <= near.km ? 1 : 0));
  return (row) => board.site[row] >= 0 && is[board.site[row]] === 1;
}
