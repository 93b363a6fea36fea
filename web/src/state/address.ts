// SPDX-License-Identifier: Apache-2.0
import { formatDay, parseDay } from '../text/days';
import { type Filters, formatNear, LISTS, NO_FILTERS, parseNear } from './filters';

export const VIEWS = ['map', 'parties', 'network', 'table', 'watch'] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['newest', 'oldest', 'origins', 'reports', 'conflict', 'cooperation'] as const;
export type Sort = (typeof SORTS)[number];

/** Where on the map: the middle of the screen, and how far in (0: the whole world). */
export interface Camera {
  lat: number;
  lon: number;
  zoom: number;
}

/** Everything that the screen shows, as the part of the address after "#" says it. */
export interface Address {
  view: View;
  filters: Filters;
  incident: string | null;
  sort: Sort;
  dyad: [string, string] | null;
  camera: Camera | null;
  span: [number, number] | null; // days that the timeline shows
}

export const HOME: Address = {
  view: 'map', filters: NO_FILTERS, incident: null, sort: 'newest', dyad: null, camera: null, span: null,
};

/** Never fails: what is wrong or unknown in an address is passed over. */
export function parseAddress(hash: string): Address {
  const [view, question = ''] = splitOnce(hash.replace(/^#/, ''), '?');
  const parameters = new URLSearchParams(question);
  const minOrigins = Number(parameters.get('min-origins'));
  const filters: Filters = {
    ...NO_FILTERS,
    from: parseDay(parameters.get('from') ?? ''),
    to: parseDay(parameters.get('to') ?? ''),
    text: parameters.get('text') ?? '',
    near: parseNear(parameters.get('near') ?? ''),
    minOrigins: Number.isInteger(minOrigins) && minOrigins > 1 ? minOrigins : 0,
  };
  for (const name of LISTS) filters[name] = [...new Set(parameters.getAll(name).filter((value) => value !== ''))];
  return {
    view: oneOf(VIEWS, view) ?? HOME.view,
    filters,
    incident: parameters.get('incident') || null,
    sort: oneOf(SORTS, parameters.get('sort') ?? '') ?? HOME.sort,
    dyad: parseDyad(parameters.get('dyad') ?? ''),
    camera: parseCamera(parameters.get('at') ?? ''),
    span: parseSpan(parameters.get('span') ?? ''),
  };
}

export function formatAddress(address: Address): string {
  const { filters } = address;
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | null) => value && parameters.set(name, value);
  put('from', filters.from === null ? null : formatDay(filters.from));
  put('to', filters.to === null ? null : formatDay(filters.to));
  put('text', filters.text);
  put('near', filters.near && formatNear(filters.near));
  put('min-origins', filters.minOrigins > 1 ? String(filters.minOrigins) : null);
  for (const name of LISTS) for (const value of filters[name]) parameters.append(name, value);
  put('sort', address.sort === HOME.sort ? null : address.sort);
  put('dyad', address.dyad && address.dyad.map(encodeURIComponent).join(','));
  put('span', address.span && address.span.map(formatDay).join('..'));
  put('at', address.camera && formatCamera(address.camera));
  put('incident', address.incident);
  const question = parameters.toString();
  return `#${address.view}${question && `?${question}`}`;
}

function oneOf<T extends string>(all: readonly T[], wanted: string): T | null {
  return all.find((value) => value === wanted) ?? null;
}

function splitOnce(text: string, by: string): [string, string?] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
}

function parseDyad(text: string): [string, string] | null {
  const parts = text.split(',');
  if (parts.length !== 2 || !parts[0] || !parts[1]) return null;
  try {
    return [decodeURIComponent(parts[0]), decodeURIComponent(parts[1])];
  } catch {
    return null;
  }
}

function parseSpan(text: string): [number, number] | null {
  const [from, to] = text.split('..').map(parseDay);
  return from != null && to != null && from <= to ? [from, to] : null;
}

function parseCamera(text: string): Camera | null {
  const match = /^(-?[\d.]+),(-?[\d.]+),([\d.]+)z$/.exec(text);
  if (!match) return null;
  const [lat, lon, zoom] = match.slice(1).map(Number);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && zoom <= 20 ? { lat, lon, zoom } : null;
}

function formatCamera({ lat, lon, zoom }: Camera): string {
  return `${lat.toFixed(3)},${lon.toFixed(3)},${zoom.toFixed(2)}z`;
}
