import type { Drawing, Shape, StrokedLine } from "../../scene/drawing.ts";
import { overlaps, type Position, type Rectangle, type Segment, segmentsOf } from "../../scene/geometry.ts";
import { type PlacedNameLabel, placeNameLabels } from "../../scene/labels/nameLabels.ts";
import { ObstacleGrid } from "../../scene/labels/obstacleGrid.ts";
import { coveredBox, markShapes, type PlacedMark, targetsOf } from "../../scene/placedMarks.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { bareText, haloedText, nameLabelShapes, straightLine } from "../../scene/shapes.ts";
import { formatDate } from "../../text/dates.ts";
import { formatDollars } from "../../text/numbers.ts";
import { timeAxisShapes } from "../axes/timeAxis.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import { frontierWidth, type PricePoint, type PricesFigure, priceMarks } from "./pricesFigure.ts";
import { layoutPrices, type PricesLayout } from "./pricesLayout.ts";

interface PlacedPrice extends PlacedMark {
  readonly point: PricePoint;
}

/** Of so few prices each is named, of more the records. */
const mostNamed = 24;
const fitWidth = 2;
const dashes = [5, 4];

/** Price per million tokens over time, in pixels. */
export function drawPrices(figure: PricesFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const layout = layoutPrices(figure, size);
  const { plot, axisName, priceTicks, timeTicks, fit } = layout;
  const fitLines = [fit.solid, fit.dashed].filter((line) => line !== undefined);
  const pinned = new Set(options.pinned);
  const marks = figure.points.map(
    (point): PlacedPrice => ({
      id: point.id,
      mark: point.isRecord ? priceMarks.record : priceMarks.other,
      at: layout.positionOf(point.epochDay, point.price),
      isRecord: point.isRecord,
      description: describe(point),
      point,
    }),
  );
  const covered = marks.map((mark) => coveredBox(mark, pinned.has(mark.id)));
  // Prices that are no records may be later than the line's end.
  const lineName = layout.lineNames.find(({ box }) => !covered.some((mark) => overlaps(mark, box)));
  const frontier = frontierOf(marks);
  const named = marks.filter(({ id, isRecord }) => marks.length <= mostNamed || isRecord || pinned.has(id));
  const gridlines = priceTicks.filter(({ y }) => Math.abs(y - plot.bottom) >= 1);
  const labels = priceTicks.flatMap(({ label }) => (label === undefined ? [] : [label]));
  return {
    shapes: [
      ...gridlines.map(({ y }) => straightLine({ x: plot.left, y }, { x: plot.right, y }, "gridline")),
      ...timeAxisShapes(timeTicks, plot),
      ...[axisName, ...labels].map(bareText),
      { kind: "line", through: frontier, paint: "axis", width: frontierWidth },
      ...fitShapes(layout),
      ...(lineName === undefined ? [] : [haloedText(lineName)]),
      ...nameLabelShapes(
        placeLabels(
          named,
          { marks: covered, texts: lineName === undefined ? [] : [lineName.box] },
          [...segmentsOf(frontier), ...fitLines],
          layout,
          size,
        ),
      ),
      ...markShapes(marks, pinned),
    ],
    targets: targetsOf(marks),
    area: plot,
  };
}

/** The lowest price so far: level from each record to the day of the next, and to the last price. */
function frontierOf(marks: readonly PlacedPrice[]): Position[] {
  const records = marks.filter(({ isRecord }) => isRecord).map(({ at }) => at);
  const lastX = marks.at(-1)?.at.x ?? 0;
  return records.flatMap(({ x, y }, place) => [
    { x, y },
    { x: records[place + 1]?.x ?? lastX, y },
  ]);
}

function fitShapes({ fit: { solid, dashed } }: PricesLayout): Shape[] {
  return [
    ...(solid === undefined ? [] : [fitLine(solid)]),
    ...(dashed === undefined ? [] : [{ ...fitLine(dashed), dashes }]),
  ];
}

function fitLine({ from, to }: Segment): StrokedLine {
  return straightLine(from, to, "strong", fitWidth);
}

/** Names may stand right of the plot, where only the line's name is. */
function placeLabels(
  named: readonly PlacedPrice[],
  taken: { readonly marks: readonly Rectangle[]; readonly texts: readonly Rectangle[] },
  lines: readonly Segment[],
  { plot }: PricesLayout,
  { width, measureText }: FigureSize,
): PlacedNameLabel[] {
  const withPrice = width >= narrowBelow;
  return placeNameLabels(
    named.map(({ id, at, point }) => ({
      id,
      mark: at,
      name: point.name,
      value: withPrice ? formatDollars(point.price) : undefined,
    })),
    {
      bounds: { ...plot, right: width - sidePadding(width) },
      marks: new ObstacleGrid(taken.marks),
      texts: taken.texts,
      lines,
    },
    measureText,
  );
}

function describe({ name, price, epochDay, isRecord }: PricePoint): string {
  return [
    name,
    `${formatDollars(price)} per million tokens`,
    formatDate(epochDay),
    ...(isRecord ? ["price record"] : []),
  ].join(", ");
}
