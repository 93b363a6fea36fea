// SPDX-License-Identifier: Apache-2.0
import { quadOf, scoreOf } from '../text/plover';
import { type Edges, makeEdges } from './edges';
import { type Lists, packLists } from './lists';
import { type Keys, keysOfParties } from './party_keys';

export interface Party {
  code: string; // "IRN", "IRN GOV", "GOV"; empty where unknown
  name: string; // the known name, else the words of a report
}

/** What /api/v1/board sends: columns, and the tables that their indices point into. -1 and null: not known. */
export interface BoardAnswer {
  revision: string;
  count: number;
  types: string[];
  modes: string[];
  statuses: string[];
  verdicts: string[];
  countries: { code: string; name: string }[];
  parties: Party[];
  states: Record<string, string>; // names of the countries whose codes parties have
  outlets: string[];
  places: string[];
  id: string[];
  day: number[];
  last_day: number[];
  type: number[];
  mode: number[];
  status: number[];
  verdict: number[];
  country: number[];
  place: number[];
  lat: (number | null)[];
  lon: (number | null)[];
  precisions: string[];
  precision: (number | null)[];
  actor: number[][];
  recipient: number[][];
  outlet: number[][];
  origins: number[];
  reports: number[];
}

/** Incidents as typed columns, by day. Immutable. A site is a spot that several incidents may share. */
export interface Board {
  revision: string;
  count: number;
  types: string[];
  modes: string[];
  statuses: string[];
  verdicts: string[];
  countries: { code: string; name: string }[];
  parties: Party[];
  outlets: string[];
  places: string[];
  id: string[];
  day: Int32Array;
  lastDay: Int32Array;
  type: Uint8Array;
  mode: Int16Array;
  status: Uint8Array;
  verdict: Uint8Array;
  country: Int16Array;
  place: Int32Array;
  actor: Lists;
  recipient: Lists;
  outlet: Lists;
  origins: Uint16Array;
  reports: Uint16Array;
  quad: Uint8Array;
  score: Float32Array;
  site: Int32Array; // index of `sites`, -1: without a place
  sites: Sites;
  actorKeys: Keys;
  recipientKeys: Keys;
  edges: Edges; // by the broadest key of each party: the country, else the name
}

export interface Sites {
  lat: Float64Array;
  lon: Float64Array;
  exact: Uint8Array; // 1: a spot or a town; 0: somewhere in a province, a country or a region
  row: Uint32Array; // one of its incidents
}

export function makeBoard(answer: BoardAnswer): Board {
  const quads = answer.types.map(quadOf);
  const scores = answer.types.map(scoreOf);
  const actor = packLists(answer.actor);
  const recipient = packLists(answer.recipient);
  const { keys, ofParty } = keysOfParties(answer.parties, answer.states);
  return {
    revision: answer.revision,
    count: answer.count,
    types: answer.types,
    modes: answer.modes,
    statuses: answer.statuses,
    verdicts: answer.verdicts,
    countries: answer.countries,
    parties: answer.parties,
    outlets: answer.outlets,
    places: answer.places,
    id: answer.id,
    day: Int32Array.from(answer.day),
    lastDay: Int32Array.from(answer.last_day),
    type: Uint8Array.from(answer.type),
    mode: Int16Array.from(answer.mode),
    status: Uint8Array.from(answer.status),
    verdict: Uint8Array.from(answer.verdict),
    country: Int16Array.from(answer.country),
    place: Int32Array.from(answer.place),
    actor,
    recipient,
    outlet: packLists(answer.outlet),
    origins: Uint16Array.from(answer.origins),
    reports: Uint16Array.from(answer.reports),
    quad: Uint8Array.from(answer.type, (type) => quads[type]),
    score: Float32Array.from(answer.type, (type) => scores[type]),
    ...sitesOf(answer),
    actorKeys: ofParty(actor, keys),
    recipientKeys: ofParty(recipient, keys),
    edges: makeEdges(actor, recipient, Uint32Array.from(keys.ofParty, (of) => of[0]), keys.values.length),
  };
}

const EXACT = new Set(['point', 'city']);

function sitesOf(answer: BoardAnswer): { site: Int32Array; sites: Sites } {
  const numbers = new Map<string, number>();
  const lat: number[] = [];
  const lon: number[] = [];
  const exact: number[] = [];
  const rowOf: number[] = [];
  const site = Int32Array.from(answer.lat, (y, row) => {
    const x = answer.lon[row];
    if (y === null || x === null) return -1;
    const isExact = EXACT.has(answer.precisions[answer.precision[row] ?? -1] ?? '') ? 1 : 0;
    const key = `${y} ${x} ${isExact}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, lat.length);
    exact.push(isExact);
    rowOf.push(row);
    lon.push(x);
    return lat.push(y) - 1;
  });
  return { site, sites: { lat: Float64Array.from(lat), lon: Float64Array.from(lon), exact: Uint8Array.from(exact), row: Uint32Array.from(rowOf) } };
}
