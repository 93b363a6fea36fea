// SPDX-License-Identifier: Apache-2.0
// What /api/v1/feeds, /searches and /alerts send, and what the server lets a page change: saved searches alone.
import { API, getJson, send } from './client';

export interface FeedStatus {
  number: number;
  kind: 'feed' | 'folder';
  name: string;
  address: string;
  state: 'new' | 'good' | 'failed' | 'gone';
  last_tried: string | null; // "2024-03-01T12:00:00Z"
  last_good: string | null;
  due: string | null;
  failures: number;
  problem: string;
  items: { stored: number; other_language: number; duplicate: number; failed: number };
}

export interface SavedSearch {
  name: string;
  options: [name: string, value: string][]; // as on the command line
  rule: string; // in words
  on: boolean; // its condition held when it was last checked
  checked?: string; // the day up to which that was
}

export interface Alert {
  id: string;
  search: string;
  day: string;
  title: string;
  incidents: number;
  behind: { id: string; summary: string; reports: number; origins: number }[]; // the last hundred
}

export interface Watched {
  feeds: FeedStatus[];
  searches: SavedSearch[];
  alerts: Alert[];
}

export async function fetchWatched(signal?: AbortSignal): Promise<Watched> {
  const [{ feeds }, { searches }, { alerts }] = await Promise.all([
    getJson<{ feeds: FeedStatus[] }>(`${API}/feeds`, signal), getJson<{ searches: SavedSearch[] }>(`${API}/searches`, signal),
    getJson<{ alerts: Alert[] }>(`${API}/alerts?limit=50`, signal),
  ]);
  return { feeds, searches, alerts };
}

export function saveSearch(form: URLSearchParams): Promise<unknown> {
  return send('POST', `${API}/searches`, form);
}

export function removeSearch(name: string): Promise<unknown> {
  return send('DELETE', `${API}/searches/${encodeURIComponent(name)}`);
}

/** The alerts of a search, or of all, for a feed reader. */
export function alertFeedUrl(search?: string): string {
  return search === undefined ? `${API}/alerts.atom` : `${API}/searches/${encodeURIComponent(search)}.atom`;
}
