import { densityIntervalLevel } from "../../density/densityInterval.ts";
import { type LegendKey, lineKey, recordKeys } from "../../scene/legendKeys.ts";
import { breakLook } from "../../scene/lineLooks.ts";
import { straightLine } from "../../scene/shapes.ts";
import { formatDate } from "../../text/dates.ts";
import { levelPhrase } from "../../wording/intervals.ts";
import type { Layer } from "../layers.ts";
import { capHalfWidth } from "./errorBar.ts";
import type { DrawnBreak } from "./figureBreak.ts";
import type { TimeFigure } from "./timeFigure.ts";

/**
 * What is to be explained of the figure over time, with these layers shown.
 * @param broken the break, if it is drawn
 */
export function timeKeys(
  { points }: Pick<TimeFigure, "points">,
  layers: readonly Layer[],
  broken: DrawnBreak | undefined,
): readonly LegendKey[] {
  const hasBars = layers.includes("errors") && points.some(({ interval }) => interval !== undefined);
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
