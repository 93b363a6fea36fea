// SPDX-License-Identifier: Apache-2.0
import uPlot from 'uplot';
import type { Palette } from '../theme/theme';

/** Bars above and below zero. Hovering tells of a point, a click holds it. */
export function plotOptions(width: number, height: number, palette: Palette, onPoint: (point: number) => void): uPlot.Options {
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
    scales: { x: { time: true }, y: { range: (_, low, high) => [Math.min(low, -1) * 1.08, Math.max(high, 1) * 1.08] } },
    axes: [{ ...axis, space: 70 }, { ...axis, size: 44 }],
    series: [{}, series('Cooperation', palette.quads[1]), series('Conflict', palette.quads[3])],
  };
}
