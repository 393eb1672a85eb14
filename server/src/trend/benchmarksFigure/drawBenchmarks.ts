import type { Drawing } from "../drawing/drawing.ts";
import type { DrawingOptions } from "../drawing/drawnFigure.ts";
import { drawPlotGrid } from "../drawing/plotGrid.ts";
import type { PlotFrame } from "../drawing/smallMultiples.ts";
import type { FigureSize } from "../figure/layout.ts";
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
  const labelWidth = densityLabelWidth(figure.densityRange, size.height, size.measureText);
  const frame: PlotFrame = { top: titleHeight, left: labelWidth + densityLabelGap, bottom: timeLabelsHeight };
  return drawPlotGrid(figure.plots, frame, axes, size, (plot, place) =>
    drawBenchmarkPlot(plot, figure, place, size, options),
  );
}
