// SPDX-License-Identifier: Apache-2.0
// What /api/v1/incidents/ID sends.

export interface Named {
  name: string;
  code: string;
}

export type Role = 'trigger' | 'actor' | 'recipient' | 'via' | 'voice' | 'cue' | 'place';

/** Words of a sentence; positions count code points from its beginning. */
export interface Mark {
  start: number;
  end: number;
  role: Role;
}

export interface Mention {
  event: string;
  type: string;
  modes: string[];
  date: string | null;
  enddate: string | null;
  status: string;
  confidence: number; // 0..1
  document: { id: string; date: string; title?: string; source?: string; url?: string };
  sentence: { text: string; start: number; end: number };
  marks: Mark[];
  actors: Named[];
  recipients: Named[];
  attribution: (Named & { cue?: string })[];
  evidence: { entry: string; paths: string[] };
}

/** Who relies on whom: whoever stands below relies on the one above. */
export interface VoiceNode {
  name: string;
  kind?: string; // cites, copies, contributed
  circular?: boolean;
  report?: string;
  children: VoiceNode[];
}

/** Who says what of the incident. */
export interface Statement {
  field: string; // origin, stance, date, place, dead, …
  value: string;
  by: string;
  reports: string; // ids, with "; " between
}

export interface Dossier {
  id: string;
  date: string;
  enddate: string;
  type: string;
  mode: string | null;
  status: string;
  verdict: string;
  title: string;
  place: { name: string; country: string; admin1?: string; lat: number | null; lon: number | null; precision: string } | null;
  actors: Named[];
  recipients: Named[];
  via: Named[];
  mentions: Mention[];
  reports: number;
  origins: number;
  origin_names: string[];
  reasoning: string;
  statements: Statement[];
  voices: VoiceNode[];
}
