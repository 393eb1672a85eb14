import type { Segment } from "../geometry.ts";
import { type Attributes, element, formatNumber, type Markup } from "./element.ts";

/** Strokes that look alike, all as one path; nothing without any. */
export function drawStrokes(strokes: readonly Segment[], paint: Attributes): Markup[] {
  if (strokes.length === 0) return [];
  const d = strokes
    .map(
      ({ from, to }) =>
        `M${formatNumber(from.x)},${formatNumber(from.y)}L${formatNumber(to.x)},${formatNumber(to.y)}`,
    )
    .join("");
  return [element("path", { d, fill: "none", ...paint })];
}
