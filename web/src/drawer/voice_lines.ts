// SPDX-License-Identifier: Apache-2.0
import type { Dossier, VoiceNode } from '../api/dossier';

/** A line of the drawn tree: how deep it stands, and for each level above whether more lines of that level follow. */
export interface VoiceLine {
  name: string;
  depth: number;
  isLast: boolean;
  rails: boolean[];
  origin: 'independent' | 'circle' | null; // whether it is one of those that are counted
  kind: string;
  isCircular: boolean;
  report: string | null;
}

/** All origins with who relies on them below; an origin that nobody cites stands alone. */
export function voiceLines({ voices, statements }: Pick<Dossier, 'voices' | 'statements'>): VoiceLine[] {
  const origins = new Map(statements.filter(({ field }) => field === 'origin').map(({ by, value }) => [by, value]));
  const drawn = new Set(voices.flatMap(namesIn));
  const alone = [...origins.keys()].filter((name) => !drawn.has(name)).map((name): VoiceNode => ({ name, children: [] }));
  const lines: VoiceLine[] = [];
  const roots = [...voices, ...alone];
  roots.forEach((root) => add(root, 0, true, [], origins, lines));
  return lines;
}

function add(node: VoiceNode, depth: number, isLast: boolean, rails: boolean[], origins: Map<string, string>, lines: VoiceLine[]): void {
  lines.push({
    name: node.name, depth, isLast, rails, origin: depth === 0 ? originOf(origins.get(node.name)) : null, kind: node.kind ?? '',
    isCircular: node.circular ?? false, report: node.report ?? null,
  });
  const below = depth === 0 ? [] : [...rails, !isLast];
  node.children.forEach((child, i) => add(child, depth + 1, i === node.children.length - 1, below, origins, lines));
}

function originOf(kind: string | undefined): VoiceLine['origin'] {
  if (kind === undefined) return null;
  return kind === 'circle' ? 'circle' : 'independent';
}

function namesIn(node: VoiceNode): string[] {
  return [node.name, ...node.children.flatMap(namesIn)];
}
