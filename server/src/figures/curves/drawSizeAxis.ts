import type { Shape } from "../../scene/drawing.ts";
import type { PlotPlace } from "../../scene/plots/smallMultiples.ts";
import { bareText, straightLine } from "../../scene/shapes.ts";
import { type Font, type MeasureText, placeText } from "../../scene/text/text.ts";
import { type ParameterRange, parameterTicks } from "../axes/parameterAxis.ts";
import type { CurveScales } from "./curveScales.ts";

const font: Font = { size: 11, weight: 400 };
const baselineBelow = 15;
const tickLength = 4;

/** The level axis of a plot with its ticks, and the labels that stay within the plot's cell. */
export function drawSizeAxis(
  range: ParameterRange,
  { cell, plot }: PlotPlace,
  { xOfExponent }: CurveScales,
  measureText: MeasureText,
): Shape[] {
  const y = plot.bottom;
  const ticks = parameterTicks(range, plot.right - plot.left).filter(({ isPower }) => isPower);
  const labels = ticks.map(({ exponent, label: text }) => {
    const x = xOfExponent(exponent);
    const line = { text, x, baseline: y + baselineBelow, anchor: "middle", font, tone: "quiet" } as const;
    return placeText(line, measureText);
  });
  return [
    straightLine({ x: plot.left, y }, { x: plot.right, y }, "axis"),
    ...ticks.map(({ exponent }) => {
      const x = xOfExponent(exponent);
      return straightLine({ x, y }, { x, y: y + tickLength }, "axis");
    }),
    ...labels.filter(({ box }) => box.left >= cell.left && box.right <= cell.right).map(bareText),
  ];
}
