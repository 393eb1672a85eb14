import type { Drawing } from "../../scene/drawing.ts";
import type { FigureSize } from "../../scene/plots/figureSize.ts";
import { drawPlotGrid } from "../../scene/plots/plotGrid.ts";
import type { PlotFrame } from "../../scene/plots/smallMultiples.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import type { CurvesFigure } from "./curvesFigureData.ts";
import { drawCurvePlot } from "./drawCurvePlot.ts";

const frame: PlotFrame = { top: 22, left: 26, bottom: 20 };
const axes = [
  "Effective parameters, log scale; score in percent",
  "Effective parameters, log scale; score in %",
];

/** The curves in pixels: a grid of plots on one pair of scales. */
export function drawCurves(figure: CurvesFigure, size: FigureSize, options: DrawingOptions): Drawing {
  return drawPlotGrid(figure.plots, frame, axes, size, (plot, place) =>
    drawCurvePlot(plot, figure, place, size.measureText, options),
  );
}
