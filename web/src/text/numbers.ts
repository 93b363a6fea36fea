// SPDX-License-Identifier: Apache-2.0

const whole = new Intl.NumberFormat('en');

/** "12,345". */
export function count(value: number): string {
  return whole.format(value);
}

/** "950", "1.2k", "34k", "1.2M": for little room. */
export function short(value: number): string {
  if (value < 1000) return String(value);
  const [scaled, suffix] = value < 999_500 ? [value / 1000, 'k'] : [value / 1_000_000, 'M'];
  return (scaled < 9.95 ? scaled.toFixed(1).replace(/\.0$/, '') : Math.round(scaled).toString()) + suffix;
}

/** "1 report", "12 reports". */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
