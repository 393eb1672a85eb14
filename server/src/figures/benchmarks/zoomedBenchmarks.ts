import { cutLine, type DaySpan, hasLength, isInSpan } from "../../trend/fit/lineOnDays.ts";
import { powerRange } from "../axes/axisRanges.ts";
import type { FigureZoom } from "../figureKind.ts";
import type { BenchmarksFigure } from "./benchmarksFigure.ts";

/** All plots are zoomed to the same dates. */
export const benchmarksZoom: FigureZoom<BenchmarksFigure> = {
  followsTrend: true,
  datesOf: ({ timeRange }) => timeRange,
  zoomedTo: zoomedBenchmarks,
  movedTo: (figure, dates, { densityRange }) => ({
    ...figure,
    timeRange: dates,
    plots: figure.plots.map((plot) => ({ ...plot, line: plot.line && cutLine(plot.line, dates) })),
    densityRange,
  }),
};

/** The part of a figure between two days, with a density axis of its own; no fit is made anew. */
export function zoomedBenchmarks(figure: BenchmarksFigure, dates: DaySpan): BenchmarksFigure {
  const plots = figure.plots.map((plot) => ({
    ...plot,
    points: plot.points.filter(({ epochDay }) => isInSpan(epochDay, dates)),
    line: plot.line && cutLine(plot.line, dates),
  }));
  const densities = plots.flatMap(({ points }) => points.map(({ density }) => density));
  const lines = plots.flatMap(({ line }) => (line !== undefined && hasLength(line) ? [line] : []));
  return {
    ...figure,
    timeRange: dates,
    plots,
    densityRange: densities.length === 0 ? figure.densityRange : powerRange(densities, lines, []),
  };
}
