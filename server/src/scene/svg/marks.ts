import type { Mark } from "../mark.ts";
import { markOutline } from "../markOutline.ts";
import { type Attributes, element, formatNumber, type Markup } from "./element.ts";
import { colourOf, type Theme } from "./theme.ts";

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
