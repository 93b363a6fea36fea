// SPDX-License-Identifier: Apache-2.0
import type { Dossier } from '../api/dossier';
import { plural } from '../text/numbers';
import { visible } from '../text/safe';
import { voiceLines } from './voice_lines';

const KINDS: Record<string, string> = { cites: 'cites', copies: 'copies', contributed: 'contributed by' };

/** On whose word it stands: the independent origins, and below each who relies on it. */
export function Voices({ dossier }: { dossier: Dossier }) {
  return (
    <section class="voices" aria-label="Sources">
      <h3>{plural(dossier.reports, 'report')} · {plural(dossier.origins, 'origin')}</h3>
      <p class="reasoning">{visible(dossier.reasoning)}</p>
      <ul class="tree" aria-label="Who relies on whom">
        {voiceLines(dossier).map((line, i) => (
          <li key={i} class={line.depth === 0 ? 'root' : ''} aria-label={spoken(line)}>
            {line.rails.map((on, level) => <i key={level} class={on ? 'rail on' : 'rail'} />)}
            {line.depth > 0 && <i class={line.isLast ? 'branch last' : 'branch'} />}
            <span class={line.origin ? 'voice origin' : 'voice'}><bdi>{visible(line.name)}</bdi></span>
            {line.depth > 0 && <small>{line.kind}</small>}
            {line.isCircular && <small class="circular">↻ in a circle</small>}
            {line.origin && <small>{line.origin === 'circle' ? 'cite each other: one origin' : 'independent origin'}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function spoken({ name, depth, kind, isCircular }: ReturnType<typeof voiceLines>[number]): string {
  return depth === 0 ? name : `level ${depth + 1}: ${name}, ${KINDS[kind] ?? kind} the one above${isCircular ? ', in a circle' : ''}`;
}
