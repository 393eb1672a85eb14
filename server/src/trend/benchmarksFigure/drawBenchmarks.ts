import type { Drawing } from "../drawing/drawing.ts";
import type { DrawingOptions } from "../drawing/drawnFigure.ts";
import { drawGridFooter, gridFooterHeight } from "../drawing/gridFooter.ts";
import { placePlots } from "../drawing/smallMultiples.ts";
import type { Rectangle } from "../figure/geometry.ts";
import { type FigureSize, sidePadding } from "../figure/layout.ts";
import { densityLabelGap, densityLabelWidth } from "../figure/placedTicks.ts";
import { intervalLevel } from "../resampling.ts";
import { levelPhrase } from "../wording/intervals.ts";
import type { BenchmarksFigure } from "./benchmarksFigure.ts";
import { drawBenchmarkPlot } from "./drawBenchmarkPlot.ts";

const titleHeight = 38;
const timeLabelsHeight = 22;
const axes = [
  `Capability density, log₂ scale, against release date; in brackets ${levelPhrase(intervalLevel)} intervals`,
  "Capability density, log₂ scale, against release date",
  "Density, log₂, by release date",
];

/** The benchmarks in pixels: a grid of plots on one pair of axes. */
export function drawBenchmarks(figure: BenchmarksFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const { width, height, measureText } = size;
  const padding = sidePadding(width);
  const area: Rectangle = {
    left: padding,
    top: 0,
    right: width - padding,
    bottom: height - gridFooterHeight,
  };
  const labelWidth = densityLabelWidth(figure.densityRange, height, measureText);
  const frame = { top: titleHeight, left: labelWidth + densityLabelGap, bottom: timeLabelsHeight };
  const places = placePlots(figure.plots.length, area, frame);
  const plots = places.flatMap((place, index) => {
    const plot = figure.plots[index];
    return plot === undefined ? [] : [drawBenchmarkPlot(plot, figure, place, size, options)];
  });
  return {
    shapes: [
      ...plots.flatMap(({ shapes }) => shapes),
      ...drawGridFooter(axes, figure.plots.length - places.length, size),
    ],
    targets: plots.flatMap(({ targets }) => targets),
    area,
  };
}
