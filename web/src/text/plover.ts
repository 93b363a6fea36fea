// SPDX-License-Identifier: Apache-2.0
// The words of the codebook, for people.

/** 0 verbal cooperation, 1 material cooperation, 2 verbal conflict, 3 material conflict. */
export type Quad = 0 | 1 | 2 | 3;

export const QUADS = ['Verbal cooperation', 'Material cooperation', 'Verbal conflict', 'Material conflict'] as const;

/** Quad class and conflict–cooperation score of the types of PLOVER, in the order of the codebook. */
const TYPES: Record<string, { quad: Quad; score: number }> = {
  AGREE: { quad: 0, score: 2.5 },
  CONSULT: { quad: 0, score: 2.5 },
  SUPPORT: { quad: 0, score: 5 },
  CONCEDE: { quad: 0, score: 4.5 },
  COOPERATE: { quad: 1, score: 9.5 },
  AID: { quad: 1, score: 10 },
  RETREAT: { quad: 1, score: 6.5 },
  REQUEST: { quad: 2, score: 0 },
  ACCUSE: { quad: 2, score: -2 },
  REJECT: { quad: 2, score: -2 },
  THREATEN: { quad: 2, score: -3.5 },
  PROTEST: { quad: 3, score: -5 },
  SANCTION: { quad: 3, score: -6 },
  MOBILIZE: { quad: 3, score: -5.5 },
  COERCE: { quad: 3, score: -7 },
  ASSAULT: { quad: 3, score: -9 },
};

export function quadOf(type: string): Quad {
  return TYPES[type]?.quad ?? 0;
}

export function scoreOf(type: string): number {
  return TYPES[type]?.score ?? 0;
}

export function typeLabel(type: string): string {
  return type.charAt(0) + type.slice(1).toLowerCase();
}

const STATUSES: Record<string, string> = {
  actual: 'Happened',
  historical: 'Happened long ago',
  future: 'Planned or threatened',
  hypothetical: 'Hypothetical',
  negated: 'Denied, did not happen',
};

export function statusLabel(status: string): string {
  return STATUSES[status] ?? status;
}

const VERDICTS: Record<string, [label: string, meaning: string]> = {
  corroborated: ['Corroborated', 'At least two independent origins, not only the party that claims the deed'],
  'single-source': ['Single source', 'Everything goes back to one origin'],
  disputed: ['Disputed', 'Somebody denies it'],
  announced: ['Announced', 'Nobody says that it has happened'],
  circular: ['Circular', 'Its only origin is a circle of outlets that cite each other'],
  withdrawn: ['Withdrawn', 'Whoever reported it took it back'],
};

export function verdictLabel(verdict: string): string {
  return VERDICTS[verdict]?.[0] ?? verdict;
}

export function verdictMeaning(verdict: string): string {
  return VERDICTS[verdict]?.[1] ?? '';
}

const PRECISIONS: Record<string, string> = {
  point: 'at this spot',
  city: 'in this town',
  admin1: 'somewhere in this province',
  country: 'somewhere in this country',
  region: 'somewhere in this region',
};

export function precisionLabel(precision: string): string {
  return PRECISIONS[precision] ?? 'it is not said how exactly';
}

const SECTORS: Record<string, string> = {
  GOV: 'government', MIL: 'military', COP: 'police', JUD: 'courts', LEG: 'parliament', SPY: 'intelligence', PTY: 'party',
  OPP: 'opposition', REB: 'rebels', PRM: 'paramilitary', UAF: 'armed group', UNK: 'not known', CRM: 'criminals',
  CVL: 'civilians', REF: 'refugees', MED: 'health', EDU: 'education', BUS: 'business', JRN: 'journalists', LAB: 'labour',
  AGR: 'farmers', REL: 'religious', SOC: 'society', ELI: 'elite', PRE: 'former officials',
};

export function isSector(code: string): boolean {
  return code in SECTORS;
}

export function sectorLabel(sector: string): string {
  return SECTORS[sector] ?? sector;
}
