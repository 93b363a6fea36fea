// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { saveSearch } from '../api/watch';
import { type Filters, isFiltered, toQuestion } from '../state/filters';
import { visible } from '../text/safe';
import { formOf, type Rule } from './search';

/** Keeps the filters at the side as a search. Where its alerts are sent can be said on the command line alone. */
export function SaveSearch({ filters, onSaved }: { filters: Filters; onSaved(name: string): void }) {
  const [name, setName] = useState('');
  const [isCount, setIsCount] = useState(false);
  const [count, setCount] = useState(5);
  const [days, setDays] = useState(7);
  const [failure, setFailure] = useState<string | null>(null);
  const rule: Rule = isCount ? { kind: 'count', count, days } : { kind: 'new' };
  const form = formOf(name.trim(), filters, rule);
  const save = () => {
    if (!form || !name.trim()) return;
    setFailure(null);
    saveSearch(form).then(() => {
      onSaved(name.trim());
      setName('');
    }, (error: Error) => setFailure(error.message));
  };
  if (!isFiltered(filters)) return <p class="note">Choose filters at the side, and they can be kept here as a search that gives alerts.</p>;
  if (!form) return <p class="note">These filters cannot be kept: the server knows neither the standing of an incident nor “not known”.</p>;
  return (
    <form class="save" onSubmit={(event) => (event.preventDefault(), save())}>
      <label>Keep <i>{visible(wordsOf(filters))}</i> as <input type="text" value={name} maxLength={64} required placeholder="name" pattern="[A-Za-z0-9_\-][A-Za-z0-9_.\-]*" title="Letters, digits, -, _ and ." onInput={(event) => setName(event.currentTarget.value)} /></label>
      <label>and tell of <select value={isCount ? 'count' : 'new'} onChange={(event) => setIsCount(event.currentTarget.value === 'count')}>
        <option value="new">every new incident</option>
        <option value="count">many incidents</option>
      </select></label>
      {isCount && (
        <>
          <label>at least <input type="number" min={1} max={100_000} value={count} onInput={(event) => setCount(Math.max(1, event.currentTarget.valueAsNumber || 1))} /></label>
          <label>within <input type="number" min={1} max={366} value={days} onInput={(event) => setDays(Math.max(1, event.currentTarget.valueAsNumber || 1))} /> days</label>
        </>
      )}
      <button type="submit">Save</button>
      {failure && <span class="failed" role="alert">{visible(failure)}</span>}
    </form>
  );
}

function wordsOf(filters: Filters): string {
  return [...toQuestion(filters)].map(([option, value]) => `${option} ${value}`).join(' · ');
}
