// SPDX-License-Identifier: Apache-2.0
import { typeLabel } from '../text/plover';
import type { Board } from './board';
import { listOf, type Lists } from './lists';

/** "Iran, Hezbollah"; empty where nobody is known. */
export function partyNames(board: Board, lists: Lists, row: number): string {
  return [...listOf(lists, row)].map((party) => board.parties[party].name || board.parties[party].code).filter(Boolean).join(', ');
}

/** "Gaza, Palestine"; empty where no place is known. */
export function placeName(board: Board, row: number): string {
  const place = board.places[board.place[row]] ?? '';
  const country = board.countries[board.country[row]]?.name ?? '';
  if (!place || place === country) return country;
  return country ? `${place}, ${country}` : place;
}

/** "Assault: drone". */
export function typeName(board: Board, row: number): string {
  const mode = board.modes[board.mode[row]];
  return typeLabel(board.types[board.type[row]]) + (mode ? `: ${mode}` : '');
}
