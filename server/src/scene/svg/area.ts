import type { ShadedArea } from "../drawing.ts";
import type { Segment } from "../geometry.ts";
import { hatches } from "../hatching.ts";
import { bandEdgeLooks } from "../lineLooks.ts";
import type { Theme } from "../theme.ts";
import { type Attributes, element, formatNumber, type Markup } from "./element.ts";

/** A band, or a half as strong one; in high contrast hatched and outlined, or dotted when half as strong. */
export function drawArea(
  { corners, strength, edges }: ShadedArea,
  { foreground, gridline, bandOpacity }: Theme,
): Markup[] {
  const points = corners.map(({ x, y }) => `${formatNumber(x)},${formatNumber(y)}`).join(" ");
  const isHalf = strength === "half-band";
  if (bandOpacity !== undefined) {
    const opacity = isHalf ? bandOpacity / 2 : bandOpacity;
    return [element("polygon", { points, fill: foreground, "fill-opacity": opacity })];
  }
  const { dashes } = isHalf ? bandEdgeLooks.beyond : bandEdgeLooks.overData;
  const dasharray = dashes.length === 0 ? undefined : dashes.join(" ");
  const hatching = isHalf ? [] : path(hatches(corners), { stroke: gridline, "stroke-width": 1 });
  if (edges === undefined) {
    const outline = { points, fill: "none", stroke: foreground, "stroke-dasharray": dasharray };
    return [...hatching, element("polygon", outline)];
  }
  const stroke = { stroke: foreground, "stroke-width": 1, "stroke-dasharray": dasharray };
  return [...hatching, ...path(edges, stroke)];
}

/** Strokes that look alike, all as one path; nothing without any. */
function path(strokes: readonly Segment[], stroke: Attributes): Markup[] {
  if (strokes.length === 0) return [];
  const d = strokes
    .map(
      ({ from, to }) =>
        `M${formatNumber(from.x)},${formatNumber(from.y)}L${formatNumber(to.x)},${formatNumber(to.y)}`,
    )
    .join("");
  return [element("path", { d, fill: "none", ...stroke })];
}
