import { clipped, type Rectangle, type Segment } from "../../scene/geometry.ts";
import { type DaySpan, exponentOn, type FigureLine } from "../../trend/fit/lineOnDays.ts";
import type { PowerRange } from "./axisRanges.ts";

/** From days and values to pixels. */
export interface Scales {
  xOf(epochDay: number): number;
  /** @param exponent of two: the axis of values is logarithmic */
  yOf(exponent: number): number;
}

/** The scales that fill a plot with the dates seen and the values on the axis. */
export function scalesOf(
  { firstEpochDay, lastEpochDay }: DaySpan,
  { lowestExponent, highestExponent }: PowerRange,
  plot: Rectangle,
): Scales {
  const pixelsPerDay = (plot.right - plot.left) / (lastEpochDay - firstEpochDay);
  const pixelsPerDoubling = (plot.bottom - plot.top) / (highestExponent - lowestExponent);
  return {
    xOf: (epochDay) => plot.left + (epochDay - firstEpochDay) * pixelsPerDay,
    yOf: (exponent) => plot.bottom - (exponent - lowestExponent) * pixelsPerDoubling,
  };
}

/** The part of a line that lies within the plot; `undefined` when none does. */
export function segmentOf(
  line: FigureLine | undefined,
  { xOf, yOf }: Scales,
  plot: Rectangle,
): Segment | undefined {
  if (line === undefined || !(line.lastEpochDay > line.firstEpochDay)) return undefined;
  const at = (epochDay: number) => ({ x: xOf(epochDay), y: yOf(exponentOn(line, epochDay)) });
  return clipped({ from: at(line.firstEpochDay), to: at(line.lastEpochDay) }, plot);
}
