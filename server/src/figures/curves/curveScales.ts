import type { Position, Rectangle } from "../../scene/geometry.ts";
import type { ParameterRange } from "../axes/parameterAxis.ts";

/** From effective parameters and percent to pixels. */
export interface CurveScales {
  /** @param exponent of ten: the axis of sizes is logarithmic */
  xOfExponent(exponent: number): number;
  yOf(percent: number): number;
  at(parameters: number, percent: number): Position;
}

/** The scales that fill a plot: all scores from 0 to 100, and the sizes of the range. */
export function curveScales(
  { lowestExponent, highestExponent }: ParameterRange,
  plot: Rectangle,
): CurveScales {
  const pixelsPerDecade = (plot.right - plot.left) / (highestExponent - lowestExponent);
  const pixelsPerPoint = (plot.bottom - plot.top) / 100;
  const xOfExponent = (exponent: number) => plot.left + (exponent - lowestExponent) * pixelsPerDecade;
  const yOf = (percent: number) => plot.bottom - percent * pixelsPerPoint;
  return {
    xOfExponent,
    yOf,
    at: (parameters, percent) => ({ x: xOfExponent(Math.log10(parameters)), y: yOf(percent) }),
  };
}
