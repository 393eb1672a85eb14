import { densityIntervalLevel } from "../../density/densityInterval.ts";
import { capHalfWidth } from "../figure/errorBar.ts";
import type { TrendFigure } from "../figure/figureModel.ts";
import type { Layer } from "../figure/layers.ts";
import { levelPhrase } from "../wording/intervals.ts";
import { type LegendKey, recordKeys } from "./legendKeys.ts";
import { straightLine } from "./shapes.ts";

/** What is to be explained of the figure over time, with these layers shown. */
export function trendKeys({ points }: TrendFigure, layers: readonly Layer[]): readonly LegendKey[] {
  const hasBars = layers.includes("errors") && points.some(({ interval }) => interval !== undefined);
  return [...recordKeys, ...(hasBars ? [errorKey] : [])];
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
