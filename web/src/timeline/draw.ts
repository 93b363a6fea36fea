// SPDX-License-Identifier: Apache-2.0
import { formatDay, nextStart, floorDay, type Unit } from '../text/days';
import type { Palette } from '../theme/theme';
import type { Bins, Scale, Span } from './bins';

const AXIS = 16; // room for the words below the bars

export function xOf({ starts }: Scale, day: number, width: number): number {
  const [first, end] = [starts[0], starts[starts.length - 1]];
  return Math.max(0, Math.min(width, ((day - first) / (end - first)) * width));
}

export function dayAt({ starts }: Scale, x: number, width: number): number {
  const [first, end] = [starts[0], starts[starts.length - 1]];
  return Math.max(first, Math.min(end - 1, Math.floor(first + (x / width) * (end - first))));
}

/** Stacked bars: conflict below, where the eye compares best. What is not chosen is pale. */
export function drawTimeline(
  to: CanvasRenderingContext2D, bins: Bins, ticks: readonly Tick[], chosen: Span | null, width: number, height: number, palette: Palette,
): void {
  to.clearRect(0, 0, width, height);
  drawAxis(to, ticks, width, height, palette);
  if (bins.most === 0) return;
  const scale = (height - AXIS - 4) / bins.most;
  for (let bin = 0; bin + 1 < bins.starts.length; bin++) {
    const isChosen = !chosen || (bins.starts[bin + 1] > chosen.from && bins.starts[bin] <= chosen.to);
    to.globalAlpha = isChosen ? 1 : 0.25;
    const left = xOf(bins, bins.starts[bin], width);
    const right = xOf(bins, bins.starts[bin + 1], width);
    const gap = right - left > 3 ? 1 : 0;
    let y = height - AXIS;
    for (const quad of [3, 2, 1, 0]) {
      const tall = bins.counts[bin * 4 + quad] * scale;
      if (tall === 0) continue;
      to.fillStyle = palette.quads[quad];
      to.fillRect(left, y - tall, Math.max(0.6, right - left - gap), tall);
      y -= tall;
    }
  }
  to.globalAlpha = 1;
  if (chosen) drawBrush(to, bins, chosen, width, height, palette);
}

function drawBrush(to: CanvasRenderingContext2D, bins: Bins, chosen: Span, width: number, height: number, palette: Palette): void {
  const left = xOf(bins, chosen.from, width);
  const right = xOf(bins, chosen.to + 1, width);
  to.fillStyle = palette.accent;
  to.globalAlpha = 0.1;
  to.fillRect(left, 0, right - left, height - AXIS);
  to.globalAlpha = 1;
  to.fillRect(left, 0, 1.5, height - AXIS);
  to.fillRect(right - 1.5, 0, 1.5, height - AXIS);
}

/** A mark of the axis and what stands beside it; empty where there is no room. */
export interface Tick {
  x: number;
  words: string;
}

export function ticksOf(scale: Scale, width: number): Tick[] {
  const first = scale.starts[0];
  const end = scale.starts[scale.starts.length - 1];
  const { unit, every } = ticksFor(end - first, width);
  const ticks: Tick[] = [];
  let number = 0;
  for (let day = floorDay(first, unit); day < end; day = nextStart(day, unit), number++) {
    if (day < first || !isTick(day, unit, every, number)) continue;
    const x = xOf(scale, day, width);
    const words = unit === 'year' ? formatDay(day).slice(0, 4) : unit === 'month' ? formatDay(day).slice(0, 7) : formatDay(day).slice(5);
    ticks.push({ x, words: x + 48 < width + 20 ? words : '' });
  }
  return ticks;
}

function drawAxis(to: CanvasRenderingContext2D, ticks: readonly Tick[], width: number, height: number, palette: Palette): void {
  to.fillStyle = palette.line;
  to.fillRect(0, height - AXIS, width, 1);
  to.font = '11px Inter, "Segoe UI", system-ui, sans-serif';
  to.textBaseline = 'alphabetic';
  to.textAlign = 'left';
  for (const { x, words } of ticks) {
    to.fillStyle = palette.line;
    to.fillRect(x, height - AXIS, 1, 5);
    to.fillStyle = palette.muted;
    to.fillText(words, x + 3, height - 3);
  }
}

function ticksFor(days: number, width: number): { unit: Unit; every: number } {
  const most = Math.max(2, width / 64);
  for (const [unit, length, steps] of [['day', 1, [1, 7]], ['month', 30.4, [1, 3, 6]], ['year', 365.25, [1, 2, 5, 10, 50, 100]]] as const) {
    for (const every of steps) if (days / (length * every) <= most) return { unit, every };
  }
  return { unit: 'year', every: 500 };
}

function isTick(day: number, unit: Unit, every: number, number: number): boolean {
  if (unit === 'year') return Number(formatDay(day).slice(0, 4)) % every === 0;
  if (unit === 'month') return (Number(formatDay(day).slice(5, 7)) - 1) % every === 0;
  return number % every === 0;
}
