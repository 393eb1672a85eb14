import type { Position, Rectangle } from "../../scene/geometry.ts";
import type { ParameterRange } from "../axes/parameterAxis.ts";

/** From parameters to pixels. Both axes are logarithmic; exponents are of ten. */
export interface SizesScales {
  xOf(actualExponent: number): number;
  yOf(effectiveExponent: number): number;
}

/** The scales that fill a plot with two ranges. */
export function sizesScales(actual: ParameterRange, effective: ParameterRange, plot: Rectangle): SizesScales {
  const width = (plot.right - plot.left) / (actual.highestExponent - actual.lowestExponent);
  const height = (plot.bottom - plot.top) / (effective.highestExponent - effective.lowestExponent);
  return {
    xOf: (exponent) => plot.left + (exponent - actual.lowestExponent) * width,
    yOf: (exponent) => plot.bottom - (exponent - effective.lowestExponent) * height,
  };
}

/** Where two counts of parameters stand. */
export function sizesPosition(scales: SizesScales, actual: number, effective: number): Position {
  return { x: scales.xOf(Math.log10(actual)), y: scales.yOf(Math.log10(effective)) };
}
