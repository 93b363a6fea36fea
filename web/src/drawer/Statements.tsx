// SPDX-License-Identifier: Apache-2.0
import type { Statement } from '../api/dossier';
import { plural } from '../text/numbers';
import { visible } from '../text/safe';

/** Who says what: a line for every value of every field, so that it is seen where sources differ. */
export function Statements({ statements }: { statements: Statement[] }) {
  const said = statements.filter(({ field }) => field !== 'origin');
  if (said.length === 0) return null;
  const fields = [...new Set(said.map(({ field }) => field))];
  return (
    <section aria-label="Who says what">
      <h3>Who says what</h3>
      <dl class="statements">
        {fields.map((field) => (
          <div key={field}>
            <dt>{field}</dt>
            {groups(said.filter((one) => one.field === field)).map(({ value, by, reports }) => (
              <dd key={value}>
                <b>{visible(value)}</b> <span>{by.map(visible).join(', ')}</span> <small>{plural(reports, 'report')}</small>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function groups(statements: Statement[]): { value: string; by: string[]; reports: number }[] {
  const values = [...new Set(statements.map(({ value }) => value))];
  return values.map((value) => {
    const same = statements.filter((one) => one.value === value);
    const reports = new Set(same.flatMap((one) => one.reports.split('; ').filter(Boolean)));
    return { value, by: [...new Set(same.map(({ by }) => by))], reports: reports.size };
  });
}
