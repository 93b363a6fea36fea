// SPDX-License-Identifier: Apache-2.0
import type { Mark, Role } from '../api/dossier';

/** A piece of a sentence and the roles of its words; `ends`: the roles whose words end here. */
export interface Segment {
  text: string;
  roles: Role[];
  ends: Role[];
}

/** Cuts a sentence where marks begin and end. Marks may overlap; what lies outside of the sentence is left out. */
export function segmentsOf(sentence: string, marks: readonly Mark[]): Segment[] {
  const points = Array.from(sentence); // positions count code points
  const inside = marks.filter(({ start, end }) => start >= 0 && start < end && end <= points.length);
  const cuts = [...new Set([0, points.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => ({
    text: points.slice(from, cuts[i + 1]).join(''),
    roles: unique(inside.filter(({ start, end }) => start <= from && end >= cuts[i + 1])),
    ends: unique(inside.filter(({ end }) => end === cuts[i + 1])),
  }));
}

function unique(marks: readonly Mark[]): Role[] {
  return [...new Set(marks.map(({ role }) => role))];
}
