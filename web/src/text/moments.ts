// SPDX-License-Identifier: Apache-2.0

const UNITS: [seconds: number, word: string][] = [[86_400, 'day'], [3600, 'hour'], [60, 'minute']];

/** "3 minutes ago", "in 2 hours", "just now"; times are of ISO 8601, `now` is in milliseconds. */
export function fromNow(moment: string, now: number): string {
  const seconds = Math.round((Date.parse(moment) - now) / 1000);
  if (!Number.isFinite(seconds)) return '';
  for (const [length, word] of UNITS) {
    const many = Math.floor(Math.abs(seconds) / length);
    if (many === 0) continue;
    const words = `${many} ${word}${many === 1 ? '' : 's'}`;
    return seconds < 0 ? `${words} ago` : `in ${words}`;
  }
  return seconds < 0 ? 'just now' : 'in a moment';
}
