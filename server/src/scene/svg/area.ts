import type { ShadedArea } from "../drawing.ts";
import type { Position } from "../geometry.ts";
import { hatches } from "../hatching.ts";
import { element, formatNumber, type Markup } from "./element.ts";
import { drawStrokes } from "./strokes.ts";
import type { Theme } from "./theme.ts";

const outlineDashes = "1 3";

/** A band, or a half as strong one; in high contrast hatched and outlined, or dotted when half as strong. */
export function drawArea(
  corners: readonly Position[],
  strength: ShadedArea["strength"],
  { foreground, gridline, bandOpacity }: Theme,
): Markup[] {
  const points = corners.map(({ x, y }) => `${formatNumber(x)},${formatNumber(y)}`).join(" ");
  const isHalf = strength === "half-band";
  if (bandOpacity !== undefined) {
    const opacity = isHalf ? bandOpacity / 2 : bandOpacity;
    return [element("polygon", { points, fill: foreground, "fill-opacity": opacity })];
  }
  const outline = element("polygon", {
    points,
    fill: "none",
    stroke: foreground,
    "stroke-dasharray": isHalf ? outlineDashes : undefined,
  });
  return [...(isHalf ? [] : drawStrokes(hatches(corners), { stroke: gridline, "stroke-width": 1 })), outline];
}
