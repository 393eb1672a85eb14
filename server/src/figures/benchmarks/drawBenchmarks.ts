import type { Drawing } from "../../scene/drawing.ts";
import type { FigureSize } from "../../scene/plots/figureSize.ts";
import { drawPlotGrid } from "../../scene/plots/plotGrid.ts";
import type { PlotFrame } from "../../scene/plots/smallMultiples.ts";
import { densityLabels, powerLabelWidth } from "../axes/placedTicks.ts";
import { axisLabelGap } from "../axes/plotRectangle.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import type { BenchmarksFigure } from "./benchmarksFigure.ts";
import { drawBenchmarkPlot } from "./drawBenchmarkPlot.ts";

const titleHeight = 38;
const timeLabelsHeight = 22;
const axes = [
  "Capability density, log₂ scale, against release date; in brackets intervals",
  "Capability density, log₂ scale, against release date",
  "Density, log₂, by release date",
];

/** The benchmarks in pixels: a grid of plots on one pair of axes. */
export function drawBenchmarks(figure: BenchmarksFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const labelWidth = powerLabelWidth(figure.densityRange, size.height, densityLabels, size.measureText);
  const frame: PlotFrame = { top: titleHeight, left: labelWidth + axisLabelGap, bottom: timeLabelsHeight };
  return drawPlotGrid(figure.plots, frame, axes, size, (plot, place) =>
    drawBenchmarkPlot(plot, figure, place, size, options),
  );
}
