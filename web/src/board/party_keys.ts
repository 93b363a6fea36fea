// SPDX-License-Identifier: Apache-2.0
import type { Party } from './board';
import { isSector } from '../text/plover';
import { listOf, type Lists } from './lists';

/** What parties can be chosen by: a code of a country or organisation ("IRN"), or a name ("Hezbollah"). */
export interface Keys {
  values: string[]; // as they stand in the address and in questions to the server; UNKNOWN for nobody named
  labels: string[];
  ofRow: Lists; // of `values`, each once
}

export const UNKNOWN = '-';

interface KeyTable {
  values: string[];
  labels: string[];
  ofParty: number[][];
}

export function keysOfParties(parties: readonly Party[], states: Readonly<Record<string, string>>) {
  const keys: KeyTable = { values: [UNKNOWN], labels: ['Not known'], ofParty: [] };
  const numbers = new Map([[UNKNOWN, 0]]);
  const numberOf = (value: string, label: string) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, keys.values.length);
    keys.labels.push(label);
    return keys.values.push(value) - 1;
  };
  for (const party of parties) {
    const state = stateOf(party.code);
    const of: number[] = [];
    const country = states[state] ?? ORGANISATIONS[state] ?? state;
    if (state) of.push(numberOf(state, country));
    if (party.name && !isSameName(party.name, country)) {
      const number = numberOf(party.name, party.name);
      if (!of.includes(number)) of.push(number);
    }
    keys.ofParty.push(of.length > 0 ? of : [0]);
  }
  return { keys, ofParty: rowKeys };
}

/** Whether a report's "the United States" is the country "United States". */
function isSameName(a: string, b: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/^the /, '');
  return plain(a) === plain(b);
}

/** "IRN" of "IRN GOV"; empty for "GOV", which is of no country that is known. */
export function stateOf(code: string): string {
  const first = code.split(' ', 1)[0];
  return code.includes(' ') || !isSector(first) ? first : '';
}

const ORGANISATIONS: Record<string, string> = {
  UNO: 'United Nations', EUR: 'European Union', IGO: 'Intergovernmental organisations', NGO: 'Non-governmental organisations',
  IMG: 'International militant groups', ISM: 'International religious movements', MNC: 'Multinational companies',
};

function rowKeys(parties: Lists, table: KeyTable): Keys {
  const rows = parties.start.length - 1;
  const start = new Uint32Array(rows + 1);
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    const from = values.length;
    for (const party of listOf(parties, row)) {
      for (const key of table.ofParty[party]) if (values.indexOf(key, from) < 0) values.push(key);
    }
    if (values.length === from) values.push(0);
    start[row + 1] = values.length;
  }
  return { values: table.values, labels: table.labels, ofRow: { start, values: Uint32Array.from(values) } };
}
