import type { ShadedArea } from "../drawing/drawing.ts";
import type { Position } from "../figure/geometry.ts";
import { element, formatNumber, type Markup } from "./element.ts";
import type { Theme } from "./theme.ts";

const outlineDashes = "1 3";

/** A band, or a half as strong one; in high contrast its outline alone, dotted when half as strong. */
export function drawArea(
  corners: readonly Position[],
  strength: ShadedArea["strength"],
  { foreground, bandOpacity }: Theme,
): Markup {
  const points = corners.map(({ x, y }) => `${formatNumber(x)},${formatNumber(y)}`).join(" ");
  const isHalf = strength === "half-band";
  return bandOpacity === undefined
    ? element("polygon", {
        points,
        fill: "none",
        stroke: foreground,
        "stroke-dasharray": isHalf ? outlineDashes : undefined,
      })
    : element("polygon", {
        points,
        fill: foreground,
        "fill-opacity": isHalf ? bandOpacity / 2 : bandOpacity,
      });
}
