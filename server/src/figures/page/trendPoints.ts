import type { MarkHue } from "../../scene/mark.ts";
import { element, formatNumber, type Markup } from "../../scene/svg/element.ts";
import { drawMark } from "../../scene/svg/marks.ts";
import { colourOf, type Theme } from "../../scene/svg/theme.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { formatDensity } from "../../text/numbers.ts";
import type { PlacedPoint } from "../time/placedPoints.ts";

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
