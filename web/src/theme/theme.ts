// SPDX-License-Identifier: Apache-2.0
export type Theme = 'light' | 'dark';

const KEY = 'masudi.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** The colours that canvases draw with; the style sheets have them. */
export interface Palette {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  water: string;
  land: string;
  coast: string;
  accent: string;
  quads: [string, string, string, string];
}

export function currentTheme(): Theme {
  const chosen = stored();
  return chosen ?? (system.matches ? 'dark' : 'light');
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  applyTheme(theme);
}

/** Calls back when the system turns, unless a person has chosen. */
export function onSystemTheme(listener: (theme: Theme) => void): () => void {
  const turned = () => stored() === null && listener(currentTheme());
  system.addEventListener('change', turned);
  return () => system.removeEventListener('change', turned);
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'), muted: of('muted'), line: of('line'), surface: of('surface'), water: of('water'), land: of('land'),
    coast: of('coast'), accent: of('accent'), quads: [of('quad-1'), of('quad-2'), of('quad-3'), of('quad-4')],
  };
}

function stored(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}
