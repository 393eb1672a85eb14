import type { Rectangle } from "../figure/geometry.ts";
import type { PlacedTimeTick } from "../figure/placedTicks.ts";
import type { Shape } from "./drawing.ts";
import { bareText, straightLine } from "./shapes.ts";

const monthTickLength = 4;
const yearTickLength = 7;

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
