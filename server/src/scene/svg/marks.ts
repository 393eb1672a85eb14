import type { Mark, MarkHue } from "../../figures/families.ts";
import type { PlacedPoint } from "../../figures/time/placedPoints.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { formatDensity } from "../../text/numbers.ts";
import { markOutline } from "../markOutline.ts";
import { type Attributes, element, formatNumber, type Markup } from "./element.ts";
import { colourOf, type Theme } from "./theme.ts";

const rimWidth = 1.2;
const outlineWidth = 1.15;
const barWidth = 1;
const barCap = 2;

/** Every model's mark, with its name, density and date as a tooltip. */
export function drawPoints(points: readonly PlacedPoint[], theme: Theme): Markup {
  return element(
    "g",
    {},
    ...points.map((placed) => {
      const { point, x, y, radius, monthBar } = placed;
      const { name, density, releaseDate, isRecord, family } = point;
      const facts = `${name}: density ${formatDensity(density)}, ${formatReleaseDate(releaseDate)}${isRecord ? ", record" : ""}`;
      const mark = drawMark(family.mark, x, y, radius, isRecord, theme);
      const bar = monthBar && drawMonthBar(monthBar.from.x, monthBar.to.x, y, family.mark.hue, theme);
      return element("g", {}, element("title", {}, facts), ...(bar === undefined ? [] : [bar]), mark);
    }),
  );
}

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

function drawMonthBar(left: number, right: number, y: number, hue: MarkHue, theme: Theme): Markup {
  const [from, to] = [formatNumber(left), formatNumber(right)];
  const [top, middle, bottom] = [y - barCap, y, y + barCap].map(formatNumber);
  return element("path", {
    d: `M${from},${middle}H${to}M${from},${top}V${bottom}M${to},${top}V${bottom}`,
    fill: "none",
    stroke: colourOf(hue, theme),
    "stroke-width": barWidth,
    "stroke-opacity": theme.hollowOpacity,
  });
}
