import { densityIntervalLevel } from "../../density/densityInterval.ts";
import { capHalfWidth } from "../figure/errorBar.ts";
import type { DrawnBreak } from "../figure/figureBreak.ts";
import type { TrendFigure } from "../figure/figureModel.ts";
import { breakOn, type Layer } from "../figure/layers.ts";
import { breakLook } from "../figure/lineLooks.ts";
import { formatDate } from "../wording/dates.ts";
import { levelPhrase } from "../wording/intervals.ts";
import { type LegendKey, lineKey, recordKeys } from "./legendKeys.ts";
import { straightLine } from "./shapes.ts";

/** What is to be explained of the figure over time, with these layers shown. */
export function trendKeys(figure: TrendFigure, layers: readonly Layer[]): readonly LegendKey[] {
  const hasBars = layers.includes("errors") && figure.points.some(({ interval }) => interval !== undefined);
  const broken = breakOn(figure, layers);
  return [...recordKeys, ...(hasBars ? [errorKey] : []), ...(broken === undefined ? [] : [breakKey(broken)])];
}

/** Says the growth of both sides, which the plot may have no room for. */
function breakKey({ before, after, epochDay }: DrawnBreak): LegendKey {
  const text = `${before.growth} up to ${formatDate(epochDay)}, ${after.growth} after`;
  return lineKey(text, "strong", breakLook.width, breakLook.dashes);
}

const halfHeight = 6;
const middle = capHalfWidth + 0.5;
const errorKey: LegendKey = {
  text: `${levelPhrase(densityIntervalLevel)} interval of a density`,
  width: 2 * capHalfWidth + 1,
  shapes: [
    straightLine({ x: middle, y: -halfHeight }, { x: middle, y: halfHeight }, "axis"),
    ...[-halfHeight, halfHeight].map((y) =>
      straightLine({ x: middle - capHalfWidth, y }, { x: middle + capHalfWidth, y }, "axis"),
    ),
  ],
};
