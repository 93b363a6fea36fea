// SPDX-License-Identifier: Apache-2.0
import type { BoardAnswer } from '../src/board/board';

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN',
  'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];
const PRECISIONS = [0, 1, 1, 1, 2, 3];

/** A board as the server sends it: `count` incidents over twenty years, with the long tails that news has. */
export function syntheticBoard(count: number, seed = 1): BoardAnswer {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const often = (limit: number) => Math.floor(limit * random() ** 3); // the first ones the most
  const countries = Array.from({ length: 190 }, (_, i) => ({ code: codeOf(i), name: `Country ${i}` }));
  const parties = Array.from({ length: 40_000 }, (_, i) => {
    const code = i < 190 ? codeOf(i) : `${codeOf(often(190))} ${['GOV', 'MIL', 'REB', 'CVL'][i % 4]}`;
    return { code: i % 11 === 10 ? '' : code, name: i < 190 ? `Country ${i}` : `Party ${i}` };
  });
  const spots = Array.from({ length: 8000 }, () => ({
    country: often(190), lat: Math.round((random() * 125 - 55) * 1e4) / 1e4, lon: Math.round((random() * 350 - 175) * 1e4) / 1e4,
    precision: PRECISIONS[below(PRECISIONS.length)],
  }));
  const partiesOfRow = () => (random() < 0.15 ? [] : random() < 0.85 ? [often(40_000)] : [...new Set([often(40_000), often(40_000)])]);
  const rows = Array.from({ length: count }, () => {
    const spot = random() < 0.48 ? -1 : often(8000);
    const day = 12_000 + Math.floor(7300 * Math.sqrt(random()));
    const origins = random() < 0.8 ? 1 : 1 + often(6);
    return { spot, day, last: day + (random() < 0.1 ? below(5) : 0), origins, reports: origins + often(12) };
  }).sort((a, b) => a.day - b.day);
  return {
    revision: `synthetic-${seed}`, count, types: TYPES, modes: ['aerial', 'drone', 'bombing'],
    statuses: ['actual', 'historical', 'future', 'hypothetical', 'negated'],
    verdicts: ['withdrawn', 'announced', 'circular', 'disputed', 'single-source', 'corroborated'],
    countries, parties, states: Object.fromEntries(countries.map(({ code, name }) => [code, name])), outlets: Array.from({ length: 120 }, (_, i) => `Outlet ${i}`),
    precisions: ['point', 'city', 'admin1', 'country', 'region'],
    places: spots.map((_, i) => `Place ${i}`),
    id: rows.map((_, i) => i.toString(16).padStart(16, '0')),
    day: rows.map((row) => row.day), last_day: rows.map((row) => row.last),
    type: rows.map(() => 15 - often(16)), mode: rows.map(() => below(4) - 1), status: rows.map(() => often(5)),
    verdict: rows.map((row) => (row.origins > 1 ? 5 : 4)),
    country: rows.map((row) => (row.spot < 0 ? -1 : spots[row.spot].country)), place: rows.map((row) => row.spot),
    lat: rows.map((row) => spots[row.spot]?.lat ?? null), lon: rows.map((row) => spots[row.spot]?.lon ?? null),
    precision: rows.map((row) => spots[row.spot]?.precision ?? null),
    actor: rows.map(partiesOfRow), recipient: rows.map(partiesOfRow),
    outlet: rows.map((row) => [...new Set(Array.from({ length: row.origins }, () => often(120)))].sort((a, b) => a - b)),
    origins: rows.map((row) => row.origins), reports: rows.map((row) => row.reports),
  };
}

function codeOf(i: number): string {
  return String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26), 88);
}
