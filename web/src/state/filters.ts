// SPDX-License-Identifier: Apache-2.0
import { formatDay } from '../text/days';

/** A circle on the map. */
export interface Near {
  lat: number;
  lon: number;
  km: number;
}

/** Which incidents are meant. Names and meanings are those of the command line; empty means all. */
export interface Filters {
  from: number | null;
  to: number | null;
  text: string;
  near: Near | null;
  minOrigins: number;
  type: string[];
  status: string[];
  verdict: string[];
  country: string[];
  actor: string[];
  recipient: string[];
  source: string[];
}

export const NO_FILTERS: Filters = {
  from: null, to: null, text: '', near: null, minOrigins: 0,
  type: [], status: [], verdict: [], country: [], actor: [], recipient: [], source: [],
};

export const LISTS = ['type', 'status', 'verdict', 'country', 'actor', 'recipient', 'source'] as const;
export type ListName = (typeof LISTS)[number];

export function isFiltered(filters: Filters): boolean {
  return filters.from !== null || filters.to !== null || filters.text !== '' || filters.near !== null ||
    filters.minOrigins > 1 || LISTS.some((name) => filters[name].length > 0);
}

/** The list with the value put in, or taken out if it was there. */
export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

/** The filters as a question to the server. What it has no word for (verdicts, what is not known) is left out. */
export function toQuestion(filters: Filters): URLSearchParams {
  const question = new URLSearchParams();
  if (filters.from !== null) question.set('from', formatDay(filters.from));
  if (filters.to !== null) question.set('to', formatDay(filters.to));
  if (filters.text) question.set('text', filters.text);
  if (filters.near) question.set('near', formatNear(filters.near));
  if (filters.minOrigins > 1) question.set('min-origins', String(filters.minOrigins));
  for (const name of LISTS) {
    if (name === 'verdict') continue;
    for (const value of filters[name]) if (value !== '-') question.append(name, value);
  }
  return question;
}

/** Whether the server can be asked for exactly these filters. */
export function serverKnows(filters: Filters): boolean {
  return LISTS.every((name) => (name === 'verdict' ? filters[name].length === 0 : !filters[name].includes('-')));
}

export function formatNear({ lat, lon, km }: Near): string {
  return [lat, lon, km].map((value) => String(Math.round(value * 1e4) / 1e4)).join(',');
}

export function parseNear(text: string): Near | null {
  const parts = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [lat, lon, km] = parts;
  const isRight = parts.length === 3 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && km > 0 && km < 20_100;
  return isRight ? { lat, lon, km } : null;
}
