import type { PlacedPoint } from "../figure/placedPoints.ts";
import { element, formatNumber, type Markup } from "./element.ts";
import type { Theme } from "./theme.ts";

/** The intervals of densities, all as one path. */
export function drawErrorBars(points: readonly PlacedPoint[], theme: Theme): Markup[] {
  const strokes = points.flatMap(({ errorBar }) => errorBar);
  if (strokes.length === 0) return [];
  const d = strokes
    .map(
      ({ from, to }) =>
        `M${formatNumber(from.x)},${formatNumber(from.y)}L${formatNumber(to.x)},${formatNumber(to.y)}`,
    )
    .join("");
  return [element("path", { d, fill: "none", stroke: theme.axis, "stroke-width": 1 })];
}
