import type { Segment } from "../geometry.ts";
import type { Mark, MarkHue } from "../mark.ts";
import { markOutline } from "../markOutline.ts";
import { spanCap } from "../markSize.ts";
import { colourOf, type Theme } from "../theme.ts";
import { type Attributes, element, formatNumber, type Markup } from "./element.ts";

const rimWidth = 1.2;
const outlineWidth = 1.15;

/** One mark: a record is filled with a rim in the ground's colour, another model is hollow. */
export function drawMark(
  { shape, hue }: Mark,
  x: number,
  y: number,
  radius: number,
  isFilled: boolean,
  theme: Theme,
): Markup {
  const colour = colourOf(hue, theme);
  const paint: Attributes = isFilled
    ? { fill: colour, stroke: theme.ground, "stroke-width": rimWidth }
    : { fill: "none", stroke: colour, "stroke-width": outlineWidth, "stroke-opacity": theme.hollowOpacity };
  // The outline of a hollow mark lies inside its size, the rim of a record around it.
  const outline = markOutline(shape, isFilled ? radius : radius - outlineWidth / 4);
  if (outline.kind === "circle") return element("circle", { cx: x, cy: y, r: outline.radius, ...paint });
  const points = outline.corners.map(
    (corner) => `${formatNumber(x + corner.x)},${formatNumber(y + corner.y)}`,
  );
  return element("polygon", { points: points.join(" "), ...paint });
}

const spanWidth = 1;

/** Where a mark may stand, too: a bar closed at both ends. */
export function drawSpan({ from, to }: Segment, hue: MarkHue, theme: Theme): Markup {
  const [left, right] = [formatNumber(from.x), formatNumber(to.x)];
  const [top, middle, bottom] = [from.y - spanCap, from.y, from.y + spanCap].map(formatNumber);
  return element("path", {
    d: `M${left},${middle}H${right}M${left},${top}V${bottom}M${right},${top}V${bottom}`,
    fill: "none",
    stroke: colourOf(hue, theme),
    "stroke-width": spanWidth,
    "stroke-opacity": theme.hollowOpacity,
  });
}
