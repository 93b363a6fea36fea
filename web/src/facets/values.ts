// SPDX-License-Identifier: Apache-2.0
import type { Counts } from '../board/tally';
import { UNKNOWN } from '../board/party_keys';
import { topOf } from '../board/top';

/** One value of a facet and how many incidents have it. */
export interface FacetValue {
  value: string; // as in the address
  label: string;
  count: number;
}

/** The `most` frequent values whose label has the words, and above all those that are chosen, even with a count of 0. */
export function topValues(
  counts: Counts, values: readonly string[], labels: readonly string[], chosen: readonly string[], words: string, most: number,
): FacetValue[] {
  const wanted = words.trim().toLowerCase();
  const best = topOf(counts.of, most, (i) => !wanted || labels[i].toLowerCase().includes(wanted));
  const found = best.map((i) => ({ value: values[i], label: labels[i], count: counts.of[i] }));
  if (counts.none > 0 && !wanted && !values.includes(UNKNOWN)) {
    const at = found.findIndex(({ count }) => count < counts.none);
    const none = { value: UNKNOWN, label: 'Not known', count: counts.none };
    if (at >= 0) found.splice(at, 0, none);
    else if (found.length < most) found.push(none);
  }
  const missing = chosen.filter((value) => !found.some((one) => one.value === value));
  return [...missing.map((value) => chosenValue(value, counts, values, labels)), ...found];
}

function chosenValue(value: string, counts: Counts, values: readonly string[], labels: readonly string[]): FacetValue {
  const i = values.indexOf(value);
  if (i >= 0) return { value, label: labels[i], count: counts.of[i] };
  return value === UNKNOWN ? { value, label: 'Not known', count: counts.none } : { value, label: value, count: 0 };
}
