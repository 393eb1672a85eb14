import type { FigurePoint } from "./figureModel.ts";
import { type Rectangle, type Segment, squareAround } from "./geometry.ts";
import { farthestReach } from "./markOutline.ts";
import type { Scales } from "./scales.ts";

/** A model in pixels. */
export interface PlacedPoint {
  readonly point: FigurePoint;
  readonly x: number;
  readonly y: number;
  /** Half the mark's size. */
  readonly radius: number;
  /** The days that a date of which only the month is known may stand for. */
  readonly monthBar: Segment | undefined;
}

const recordRadius = 5;
const otherRadius = 4;
const smallRadius = 2.7;
/** Half the width of a mark's rim or outline. */
const outline = 0.6;
const halfMonthDays = 15;
const barHalfHeight = 2;

/** Every model in its place, in drawing order: records last, so that none is covered. */
export function placePoints(points: readonly FigurePoint[], scales: Scales, plot: Rectangle): PlacedPoint[] {
  const placed = points.map((point) => placePoint(point, scales, plot));
  return [...placed.filter(({ point }) => !point.isRecord), ...placed.filter(({ point }) => point.isRecord)];
}

/** What the marks and bars cover. */
export function markBoxes({ x, y, radius, monthBar }: PlacedPoint): Rectangle[] {
  const mark = squareAround({ x, y }, farthestReach * radius + outline);
  return monthBar === undefined
    ? [mark]
    : [
        mark,
        { left: monthBar.from.x, right: monthBar.to.x, top: y - barHalfHeight, bottom: y + barHalfHeight },
      ];
}

function placePoint(point: FigurePoint, { xOf, yOf }: Scales, plot: Rectangle): PlacedPoint {
  const { epochDay, precision } = point.releaseDate;
  const x = xOf(epochDay);
  const y = yOf(Math.log2(point.density));
  const largest = point.isRecord ? recordRadius : otherRadius;
  return {
    point,
    x,
    y,
    radius: point.family.mark.shape === "small-circle" ? smallRadius : largest,
    monthBar:
      precision === "day"
        ? undefined
        : {
            from: { x: Math.max(plot.left, xOf(epochDay - halfMonthDays)), y },
            to: { x: Math.min(plot.right, xOf(epochDay + halfMonthDays)), y },
          },
  };
}
