// SPDX-License-Identifier: Apache-2.0
import uPlot from 'uplot';
import { formatDay } from '../text/days';
import type { Palette } from '../theme/theme';

const DAY = 86_400;
const STEPS = [1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650, 9125, 36_500].map((days) => days * DAY);

/** Days, months or years, whatever the steps of the axis are. */
function dayNames(times: number[], step: number): string[] {
  const [from, to] = step >= 365 * DAY ? [0, 4] : step >= 30 * DAY ? [0, 7] : [5, 10];
  return times.map((time) => formatDay(Math.round(time / DAY)).slice(from, to));
}

/** Bars above and below zero. A click holds a point. `unit`: days that a bar stands for. */
export function plotOptions(width: number, height: number, unit: number, palette: Palette, onPoint: (point: number) => void): uPlot.Options {
  const bars = uPlot.paths.bars?.({ size: [0.9, 40] });
  const axis: uPlot.Axis = {
    stroke: palette.muted, grid: { stroke: palette.line, width: 1 }, ticks: { stroke: palette.line, width: 1, size: 4 },
    font: '11px Inter, "Segoe UI", system-ui, sans-serif',
  };
  const series = (label: string, fill: string): uPlot.Series => ({ label, fill, stroke: fill, width: 0, points: { show: false }, ...(bars && { paths: bars }) });
  return {
    width, height, legend: { show: false }, tzDate: (time) => uPlot.tzDate(new Date(time * 1000), 'Etc/UTC'),
    cursor: {
      drag: { x: false, y: false }, points: { show: false },
      bind: { click: (plot) => () => (onPoint(plot.cursor.idx ?? -1), null) },
    },
    scales: { x: { time: true, range: (_, first, last) => [first - (unit / 2) * DAY, last + (unit / 2) * DAY] }, y: { range: (_, low, high) => [Math.min(low, -1) * 1.08, Math.max(high, 1) * 1.08] } },
    axes: [{ ...axis, space: 70, incrs: STEPS, values: (_, times, __, ___, step) => dayNames(times, step) }, { ...axis, size: 44 }],
    series: [{}, series('Cooperation', palette.quads[1]), series('Conflict', palette.quads[3])],
  };
}
