// SPDX-License-Identifier: Apache-2.0
import type { Board } from '../board/board';
import { listOf, type Lists } from '../board/lists';
import { formatDay } from '../text/days';
import { csvCell } from '../text/safe';

/** An incident of the board as a flat record; null: not known. */
export interface FlatIncident {
  id: string;
  date: string;
  enddate: string;
  type: string;
  mode: string | null;
  status: string;
  verdict: string;
  actors: string[];
  recipients: string[];
  place: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  reports: number;
  origins: number;
  outlets: string[];
}

export function flat(board: Board, row: number): FlatIncident {
  const site = board.site[row];
  const parties = (lists: Lists) => [...listOf(lists, row)].map((i) => board.parties[i].name || board.parties[i].code);
  return {
    id: board.id[row],
    date: formatDay(board.day[row]),
    enddate: formatDay(board.lastDay[row]),
    type: board.types[board.type[row]],
    mode: board.modes[board.mode[row]] ?? null,
    status: board.statuses[board.status[row]],
    verdict: board.verdicts[board.verdict[row]],
    actors: parties(board.actor),
    recipients: parties(board.recipient),
    place: board.places[board.place[row]] || null,
    country: board.countries[board.country[row]]?.code ?? null,
    lat: site < 0 ? null : board.sites.lat[site],
    lon: site < 0 ? null : board.sites.lon[site],
    reports: board.reports[row],
    origins: board.origins[row],
    outlets: [...listOf(board.outlet, row)].map((i) => board.outlets[i]),
  };
}

export function toCsv(board: Board, rows: Uint32Array): string {
  const records = Array.from(rows, (row) => flat(board, row));
  const names = Object.keys(records[0] ?? {}) as (keyof FlatIncident)[];
  const line = (record: FlatIncident) => names.map((name) => {
    const value = record[name];
    return csvCell(Array.isArray(value) ? value.join('; ') : value);
  }).join(',');
  return [names.join(','), ...records.map(line)].join('\r\n') + '\r\n';
}

export function toJsonl(board: Board, rows: Uint32Array): string {
  return Array.from(rows, (row) => JSON.stringify(flat(board, row)) + '\n').join('');
}

/** RFC 7946: an incident without a place has no geometry. */
export function toGeoJson(board: Board, rows: Uint32Array): string {
  const features = Array.from(rows, (row) => {
    const { id, lat, lon, ...properties } = flat(board, row);
    const geometry = lat === null ? null : { type: 'Point', coordinates: [lon, lat] };
    return JSON.stringify({ type: 'Feature', id, geometry, properties });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

export const FORMATS = {
  csv: { write: toCsv, type: 'text/csv' },
  jsonl: { write: toJsonl, type: 'application/x-ndjson' },
  geojson: { write: toGeoJson, type: 'application/geo+json' },
} as const;
