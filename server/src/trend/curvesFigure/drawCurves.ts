import type { Drawing } from "../drawing/drawing.ts";
import type { DrawingOptions } from "../drawing/drawnFigure.ts";
import { drawGridFooter, gridFooterHeight } from "../drawing/gridFooter.ts";
import { type PlotFrame, placePlots } from "../drawing/smallMultiples.ts";
import type { Rectangle } from "../figure/geometry.ts";
import { type FigureSize, sidePadding } from "../figure/layout.ts";
import type { CurvesFigure } from "./curvesFigure.ts";
import { drawCurvePlot } from "./drawCurvePlot.ts";

const frame: PlotFrame = { top: 22, left: 26, bottom: 20 };
const axes = [
  "Effective parameters, log scale; score in percent",
  "Effective parameters, log scale; score in %",
];

/** The curves in pixels: a grid of plots with one pair of scales, and what the axes are. */
export function drawCurves(figure: CurvesFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const { width, height, measureText } = size;
  const padding = sidePadding(width);
  const area: Rectangle = {
    left: padding,
    top: 0,
    right: width - padding,
    bottom: height - gridFooterHeight,
  };
  const places = placePlots(figure.plots.length, area, frame);
  const plots = places.flatMap((place, index) => {
    const plot = figure.plots[index];
    return plot === undefined ? [] : [drawCurvePlot(plot, figure, place, measureText, options)];
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
