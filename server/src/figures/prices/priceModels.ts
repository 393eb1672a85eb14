import type { Drawing, Shape } from "../../scene/drawing.ts";
import { overlaps, type Position, type Rectangle, type Segment, segmentsOf } from "../../scene/geometry.ts";
import { obstacleGrid } from "../../scene/grid.ts";
import { nameLabelShapes } from "../../scene/labels/labelShapes.ts";
import { type PlacedNameLabel, placeNameLabels } from "../../scene/labels/nameLabels.ts";
import { coveredBox, markShapes, type PlacedMark, targetsOf } from "../../scene/placedMarks.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { haloedText } from "../../scene/shapes.ts";
import type { PlacedText } from "../../scene/text/text.ts";
import { formatDate } from "../../text/dates.ts";
import { formatDollars } from "../../text/numbers.ts";
import { isInSpan } from "../../trend/fit/lineOnDays.ts";
import { isOnAxis } from "../axes/axisRanges.ts";
import type { Scales } from "../axes/scales.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import type { Movement } from "../movement.ts";
import { frontierWidth, type PricePoint, type PricesFigure, priceMarks } from "./pricesFigure.ts";

/** What the prices are drawn in. */
interface PricesPlace {
  readonly figure: PricesFigure;
  readonly size: FigureSize;
  readonly plot: Rectangle;
  readonly scales: Scales;
  /** The fit, cut at the plot. */
  readonly lines: readonly Segment[];
  /** Places for the line's name, the best first. */
  readonly lineNames: readonly PlacedText[];
}

interface PriceModels {
  readonly frontier: Shape;
  readonly shapes: readonly Shape[];
  readonly targets: Drawing["targets"];
}

interface PlacedPrice extends PlacedMark {
  readonly point: PricePoint;
}

/** Of so few prices each is named, of more the records. */
const mostNamed = 24;

/** Every price in its place, and as many names as there is room for. */
export function pricesAtRest(place: PricesPlace, options: DrawingOptions): PriceModels {
  const { figure, scales, lines, lineNames } = place;
  const marks = placeMarks(figure.points, scales);
  const covered = marks.map((mark) => coveredBox(mark, options.pinned.includes(mark.id)));
  // Prices that are no records may be later than the line's end.
  const lineName = lineNames.find(({ box }) => !covered.some((mark) => overlaps(mark, box)));
  const frontier = frontierOf(figure, scales);
  const chosen = new Set([...options.pinned, ...(options.named ?? [])]);
  const named = marks.filter(({ id, isRecord }) => marks.length <= mostNamed || isRecord || chosen.has(id));
  const names = placeLabels(
    named,
    { marks: covered, texts: lineName === undefined ? [] : [lineName.box] },
    [...segmentsOf(frontier), ...lines],
    place,
  );
  return {
    frontier: frontierLine(frontier),
    shapes: [
      ...lineNameShapes(lineName, lines.at(-1)),
      ...nameLabelShapes(names),
      ...markShapes(marks, options),
    ],
    targets: targetsOf(marks),
  };
}

/** Marks of more dates than are seen, and names that go along with them. */
export function pricesInMotion(place: PricesPlace, options: DrawingOptions, movement: Movement): PriceModels {
  const { figure, plot, scales } = place;
  const moving = { index: 0, plot, days: figure.timeRange, scales };
  const marks = movement.group("marks", moving, (days) => {
    const points = figure.points.filter(
      ({ epochDay, price }) => isInSpan(epochDay, days) && isOnAxis(price, figure.priceRange),
    );
    return markShapes(placeMarks(points, scales), options);
  });
  return {
    // The axis stays as it was, and may not reach to every price.
    frontier: {
      kind: "group",
      name: "frontier",
      clip: plot,
      shapes: [frontierLine(frontierOf(figure, scales))],
    },
    shapes: [...movement.names(moving, nameBounds(place)), marks],
    targets: [],
  };
}

function placeMarks(points: readonly PricePoint[], { xOf, yOf }: Scales): PlacedPrice[] {
  return points.map((point) => ({
    id: point.id,
    mark: point.isRecord ? priceMarks.record : priceMarks.other,
    at: { x: xOf(point.epochDay), y: yOf(Math.log2(point.price)) },
    isRecord: point.isRecord,
    description: describe(point),
    point,
  }));
}

/** The lowest price so far: level from each record to the day of the next, and to the last price. */
function frontierOf({ frontier }: PricesFigure, { xOf, yOf }: Scales): Position[] {
  return frontier.flatMap(({ firstEpochDay, lastEpochDay, price }) => {
    const y = yOf(Math.log2(price));
    return [
      { x: xOf(firstEpochDay), y },
      { x: xOf(lastEpochDay), y },
    ];
  });
}

function frontierLine(through: readonly Position[]): Shape {
  return { kind: "line", through, paint: "axis", width: frontierWidth };
}

function lineNameShapes(name: PlacedText | undefined, line: Segment | undefined): Shape[] {
  if (name === undefined || line === undefined) return [];
  return [{ ...haloedText(name), anchor: { id: "line", ...line.to } }];
}

/** Names may stand right of the plot, where only the line's name is. */
function nameBounds({ plot, size: { width } }: PricesPlace): Rectangle {
  return { ...plot, right: width - sidePadding(width) };
}

function placeLabels(
  named: readonly PlacedPrice[],
  taken: { readonly marks: readonly Rectangle[]; readonly texts: readonly Rectangle[] },
  lines: readonly Segment[],
  place: PricesPlace,
): PlacedNameLabel[] {
  const { width, measureText } = place.size;
  const withPrice = width >= narrowBelow;
  return placeNameLabels(
    named.map(({ id, at, point }) => ({
      id,
      mark: at,
      name: point.name,
      value: withPrice ? formatDollars(point.price) : undefined,
    })),
    { bounds: nameBounds(place), marks: obstacleGrid(taken.marks), texts: taken.texts, lines },
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
