// SPDX-License-Identifier: Apache-2.0
import type { SavedSearch } from '../api/watch';
import { type Filters, LISTS, NO_FILTERS, parseNear, serverKnows, toQuestion } from '../state/filters';
import { parseDay } from '../text/days';

/** When a search that is kept has something to tell. */
export type Rule = { kind: 'new' } | { kind: 'count'; count: number; days: number };

const RULES = new Set(['new', 'count', 'times', 'within', 'against', 'of', 'at-least']);

/** "type ASSAULT · country IRQ": what it looks for, without its rule. */
export function optionsInWords({ options }: SavedSearch): string {
  return options.filter(([name]) => !RULES.has(name)).map(([name, value]) => `${name} ${value}`).join(' · ') || 'everything';
}

export interface Shown {
  filters: Filters;
  dyad: [string, string] | null;
  left: string[]; // options that the dashboard has no filter for
}

/** A saved search as filters of the dashboard. */
export function filtersOf({ options }: SavedSearch): Shown {
  const shown: Shown = { filters: { ...NO_FILTERS }, dyad: null, left: [] };
  for (const [name, value] of options) if (!RULES.has(name) && !put(shown, name, value)) shown.left.push(`${name} ${value}`);
  return shown;
}

function put(shown: Shown, name: string, value: string): boolean {
  const { filters } = shown;
  const list = LISTS.find((one) => one === name);
  if (list && list !== 'verdict') {
    const [plain, ...mode] = list === 'type' ? value.split(':') : [value];
    filters[list] = [...filters[list], plain];
    return mode.length === 0;
  }
  switch (name) {
    case 'from': case 'to': return (filters[name] = parseDay(value)) !== null;
    case 'text': return (filters.text = value) !== '';
    case 'near': return (filters.near = parseNear(value)) !== null;
    case 'min-origins': return (filters.minOrigins = Number(value) || 0) > 0;
    case 'dyad': {
      const [a, b, ...more] = value.split(',');
      if (!a || !b || more.length > 0) return false;
      shown.dyad = [a, b];
      return true;
    }
    default: return false;
  }
}

/** The form that keeps the filters under a name; null where the server has no words for them. */
export function formOf(name: string, filters: Filters, rule: Rule): URLSearchParams | null {
  if (!serverKnows(filters)) return null;
  const form = toQuestion(filters);
  form.set('name', name);
  if (rule.kind === 'count') {
    form.set('count', String(rule.count));
    form.set('within', `${rule.days}d`);
  }
  return form;
}
