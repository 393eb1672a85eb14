import { clipped, type Rectangle, type Segment } from "../../scene/geometry.ts";
import { exponentOn, type FigureLine } from "../../trend/fit/lineOnDays.ts";
import type { TrendFigure } from "../time/figureModel.ts";

/** From days and densities to pixels. */
export interface Scales {
  xOf(epochDay: number): number;
  /** @param exponent of two: the density axis is logarithmic */
  yOf(exponent: number): number;
}

/** The scales that fill a plot with a figure's ranges. */
export function scalesOf(
  { timeRange, densityRange }: Pick<TrendFigure, "timeRange" | "densityRange">,
  plot: Rectangle,
): Scales {
  const pixelsPerDay = (plot.right - plot.left) / (timeRange.lastEpochDay - timeRange.firstEpochDay);
  const pixelsPerDoubling =
    (plot.bottom - plot.top) / (densityRange.highestExponent - densityRange.lowestExponent);
  return {
    xOf: (epochDay) => plot.left + (epochDay - timeRange.firstEpochDay) * pixelsPerDay,
    yOf: (exponent) => plot.bottom - (exponent - densityRange.lowestExponent) * pixelsPerDoubling,
  };
}

/** The part of a line that lies within the plot; `undefined` when none does. */
export function segmentOf(line: FigureLine, { xOf, yOf }: Scales, plot: Rectangle): Segment | undefined {
  if (!(line.lastEpochDay > line.firstEpochDay)) return undefined;
  const at = (epochDay: number) => ({ x: xOf(epochDay), y: yOf(exponentOn(line, epochDay)) });
  return clipped({ from: at(line.firstEpochDay), to: at(line.lastEpochDay) }, plot);
}
