import type { Shape } from "../../scene/drawing.ts";
import type { Rectangle } from "../../scene/geometry.ts";
import { bareText, straightLine } from "../../scene/shapes.ts";
import type { PlacedTimeTick } from "./placedTicks.ts";

export const monthTickLength = 4;
export const yearTickLength = 7;

/** The axis at the lower side of a plot with its ticks and their labels. */
export function timeAxisShapes(ticks: readonly PlacedTimeTick[], plot: Rectangle): Shape[] {
  const y = plot.bottom;
  return [
    straightLine({ x: plot.left, y }, { x: plot.right, y }, "axis"),
    ...ticks.map(({ x, isYear }) =>
      straightLine({ x, y }, { x, y: y + (isYear ? yearTickLength : monthTickLength) }, "axis"),
    ),
    ...ticks.flatMap(({ label }) => (label === undefined ? [] : [bareText(label)])),
  ];
}
