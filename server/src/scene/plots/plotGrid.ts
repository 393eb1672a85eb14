import type { Drawing } from "../drawing.ts";
import type { Rectangle } from "../geometry.ts";
import { type FigureSize, sidePadding } from "./figureSize.ts";
import { drawGridFooter, gridFooterHeight } from "./gridFooter.ts";
import { type PlotFrame, type PlotPlace, placePlots } from "./smallMultiples.ts";

/**
 * A grid of plots over a line that says what their axes are.
 * @param axes wordings of that line, the longest first
 */
export function drawPlotGrid<Plot>(
  plots: readonly Plot[],
  frame: PlotFrame,
  axes: readonly string[],
  size: FigureSize,
  drawPlot: (plot: Plot, place: PlotPlace) => Pick<Drawing, "shapes" | "targets">,
): Drawing {
  const padding = sidePadding(size.width);
  const area: Rectangle = {
    left: padding,
    top: 0,
    right: size.width - padding,
    bottom: size.height - gridFooterHeight,
  };
  const places = placePlots(plots.length, area, frame);
  const drawn = places.flatMap((place, index) => {
    const plot = plots[index];
    return plot === undefined ? [] : [{ ...drawPlot(plot, place), plot: place.plot }];
  });
  return {
    shapes: [
      ...drawn.flatMap(({ shapes }) => shapes),
      ...drawGridFooter(axes, plots.length - places.length, size),
    ],
    targets: drawn.flatMap(({ targets }) => targets),
    area,
    plots: drawn.map(({ plot }) => plot),
  };
}
