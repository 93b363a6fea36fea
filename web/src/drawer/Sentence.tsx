// SPDX-License-Identifier: Apache-2.0
import type { Mark, Role } from '../api/dossier';
import { visible } from '../text/safe';
import { segmentsOf } from './segments';

const ROLES: Record<Role, string> = {
  trigger: 'what', actor: 'who', recipient: 'to whom', via: 'through', voice: 'says', cue: '', place: 'where',
};

/** A sentence of a report, its proving words underlined and named by what they prove. */
export function Sentence({ text, marks }: { text: string; marks: Mark[] }) {
  return (
    <blockquote class="sentence" dir="auto">
      {segmentsOf(text, marks).map((segment, i) => {
        const words = visible(segment.text);
        if (segment.roles.length === 0) return <span key={i}>{words}</span>;
        const names = segment.ends.map((role) => ROLES[role]).filter(Boolean);
        return (
          <mark key={i} class={segment.roles.map((role) => `role-${role}`).join(' ')}>
            {words}
            {names.length > 0 && <small>{names.join(', ')}</small>}
          </mark>
        );
      })}
    </blockquote>
  );
}
