// SPDX-License-Identifier: Apache-2.0
// Days are whole numbers since 1970-01-01, as in the API.

const DAY = 86_400_000;

export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
  return Number.isFinite(day) && formatDay(day) === text ? day : null;
}

export function formatDay(day: number): string {
  const date = new Date(day * DAY);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** "2024-03-10", "2024-03-10 to 12", "2024-03-30 to 04-02": the second day without what it shares with the first. */
export function formatDays(first: number, last: number): string {
  const from = formatDay(first);
  if (last <= first) return from;
  const to = formatDay(last);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${from} to ${to.slice(8)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${from} to ${to.slice(5)}`;
  return `${from} to ${to}`;
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The first day of the unit that a day lies in. Weeks begin on Monday. */
export function floorDay(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY);
  const month = date.getUTCMonth();
  return dayOf(date.getUTCFullYear(), unit === 'month' ? month : unit === 'quarter' ? month - (month % 3) : 0);
}

/** The first day of the unit after the one that begins on `start`. */
export function nextStart(start: number, unit: Unit): number {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  const date = new Date(start * DAY);
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + months);
}

/** The finest unit that cuts the days into at most `most` pieces. */
export function unitFor(days: number, most: number): Unit {
  if (days <= most) return 'day';
  if (days / 7 <= most) return 'week';
  if (days / 30.4 <= most) return 'month';
  return days / 91.3 <= most ? 'quarter' : 'year';
}

function dayOf(year: number, month: number): number {
  const date = new Date(Date.UTC(2000, month, 1));
  date.setUTCFullYear(year + Math.floor(month / 12));
  return Math.round(date.getTime() / DAY);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
