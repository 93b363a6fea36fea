// SPDX-License-Identifier: Apache-2.0

/** The indices of the `most` highest counts that are accepted, the highest first, the first of equals first; none of a count of 0. */
export function topOf(counts: Uint32Array, most: number, accepts: (index: number) => boolean = () => true): number[] {
  const best: number[] = [];
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i];
    if (count === 0 || (best.length === most && count <= counts[best[most - 1]]) || !accepts(i)) continue;
    let at = best.length;
    while (at > 0 && counts[best[at - 1]] < count) at--;
    best.splice(at, 0, i);
    if (best.length > most) best.pop();
  }
  return best;
}
