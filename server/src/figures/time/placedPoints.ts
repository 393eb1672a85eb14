import type { Rectangle, Segment } from "../../scene/geometry.ts";
import { markBox, markRadius } from "../../scene/markSize.ts";
import type { Scales } from "../axes/scales.ts";
import { errorBarStrokes } from "./errorBar.ts";
import type { FigurePoint } from "./figureModel.ts";

/** A model in pixels. */
export interface PlacedPoint {
  readonly point: FigurePoint;
  readonly x: number;
  readonly y: number;
  /** Half the mark's size. */
  readonly radius: number;
  /** The days that a date of which only the month is known may stand for. */
  readonly monthBar: Segment | undefined;
  /** The strokes of the density's interval; none where it is not shown or not known. */
  readonly errorBar: readonly Segment[];
}

const halfMonthDays = 15;
const barHalfHeight = 2;

/** Every model in its place, in drawing order: records last, so that none is covered. */
export function placePoints(
  points: readonly FigurePoint[],
  scales: Scales,
  plot: Rectangle,
  hasErrorBars: boolean,
): PlacedPoint[] {
  const placed = points.map((point) => placePoint(point, scales, plot, hasErrorBars));
  return [...placed.filter(({ point }) => !point.isRecord), ...placed.filter(({ point }) => point.isRecord)];
}

/** What the marks and bars cover. */
export function markBoxes({ x, y, radius, monthBar }: PlacedPoint): Rectangle[] {
  const mark = markBox({ x, y }, radius);
  return monthBar === undefined
    ? [mark]
    : [
        mark,
        { left: monthBar.from.x, right: monthBar.to.x, top: y - barHalfHeight, bottom: y + barHalfHeight },
      ];
}

function placePoint(point: FigurePoint, scales: Scales, plot: Rectangle, hasErrorBars: boolean): PlacedPoint {
  const { xOf, yOf } = scales;
  const { epochDay, precision } = point.releaseDate;
  const x = xOf(epochDay);
  const y = yOf(Math.log2(point.density));
  return {
    point,
    x,
    y,
    radius: markRadius(point.family.mark, point.isRecord),
    errorBar:
      hasErrorBars && point.interval !== undefined ? errorBarStrokes(point.interval, x, scales, plot) : [],
    monthBar:
      precision === "day"
        ? undefined
        : {
            from: { x: Math.max(plot.left, xOf(epochDay - halfMonthDays)), y },
            to: { x: Math.min(plot.right, xOf(epochDay + halfMonthDays)), y },
          },
  };
}
