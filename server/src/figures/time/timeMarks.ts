import type { DrawnMark } from "../../scene/drawing.ts";
import type { Rectangle } from "../../scene/geometry.ts";
import { markBox, markRadius, spanCap } from "../../scene/markSize.ts";
import type { PlacedMark } from "../../scene/placedMarks.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { formatDensity } from "../../text/numbers.ts";
import type { Scales } from "../axes/scales.ts";
import type { FigurePoint } from "./timeFigure.ts";

/** A model at its place. */
export interface TimeMark extends PlacedMark {
  readonly point: FigurePoint;
}

const halfMonthDays = 15;

/** Every model at its place. */
export function placeMarks(points: readonly FigurePoint[], { xOf, yOf }: Scales): TimeMark[] {
  return points.map((point) => ({
    id: point.id,
    mark: point.family.mark,
    at: { x: xOf(point.releaseDate.epochDay), y: yOf(Math.log2(point.density)) },
    isRecord: point.isRecord,
    // Only the model in focus is described.
    get description() {
      return describe(point);
    },
    point,
  }));
}

/** What the marks and the bars behind them cover. */
export function markBoxes(marks: readonly TimeMark[], scales: Scales, plot: Rectangle): Rectangle[] {
  return marks.flatMap((placed) => {
    const box = markBox(placed.at, markRadius(placed.mark, placed.isRecord));
    const span = monthSpan(placed, scales, plot);
    if (span === undefined) return [box];
    const { y } = placed.at;
    return [box, { left: span.from.x, right: span.to.x, top: y - spanCap, bottom: y + spanCap }];
  });
}

/** A mark with a bar for a date of which only the month is known. */
export function timeMark(placed: TimeMark, scales: Scales, plot: Rectangle): DrawnMark {
  const { id, mark, at, isRecord, point } = placed;
  return {
    kind: "mark",
    modelIds: [id],
    mark,
    at,
    radius: markRadius(mark, isRecord),
    isFilled: isRecord,
    span: monthSpan(placed, scales, plot),
    // Put into words once a picture asks for it.
    get title() {
      return titleOf(point);
    },
  };
}

/** The days that a date of which only the month is known may stand for. */
function monthSpan({ point, at: { y } }: TimeMark, { xOf }: Scales, plot: Rectangle): DrawnMark["span"] {
  const { epochDay, precision } = point.releaseDate;
  if (precision === "day") return undefined;
  return {
    from: { x: Math.max(plot.left, xOf(epochDay - halfMonthDays)), y },
    to: { x: Math.min(plot.right, xOf(epochDay + halfMonthDays)), y },
  };
}

function titleOf({ name, density, releaseDate, isRecord }: FigurePoint): string {
  const facts = `${name}: density ${formatDensity(density)}, ${formatReleaseDate(releaseDate)}`;
  return isRecord ? `${facts}, record` : facts;
}

function describe({ name, density, releaseDate, isRecord, family }: FigurePoint): string {
  const facts = [name, `density ${formatDensity(density)}`, formatReleaseDate(releaseDate), family.name];
  return [...facts, ...(isRecord ? ["record"] : [])].join(", ");
}
