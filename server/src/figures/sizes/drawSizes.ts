import type { Drawing, Shape } from "../../scene/drawing.ts";
import type { Rectangle, Segment } from "../../scene/geometry.ts";
import { obstacleGrid } from "../../scene/grid.ts";
import { nameLabelShapes } from "../../scene/labels/labelShapes.ts";
import { type PlacedNameLabel, placeNameLabels } from "../../scene/labels/nameLabels.ts";
import { coveredBox, markShapes, type PlacedMark, targetsOf } from "../../scene/placedMarks.ts";
import { type FigureSize, narrowBelow } from "../../scene/plots/figureSize.ts";
import { bareText, straightLine } from "../../scene/shapes.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { formatDensity, formatParameters } from "../../text/numbers.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import type { Diagonal } from "./diagonals.ts";
import { type PinnedPair, pinnedPair } from "./pinnedPair.ts";
import type { DrawnSizePoint, SizesFigure } from "./sizesFigure.ts";
import { layoutSizes, type SizesLayout } from "./sizesLayout.ts";
import { sizesPosition } from "./sizesScales.ts";

interface PlacedSize extends PlacedMark {
  readonly point: DrawnSizePoint;
}

const powerTickLength = 5;
const otherTickLength = 3;
const referenceWidth = 2;
const arrowWidth = 1.6;

/** Effective against actual parameters, in pixels. */
export function drawSizes(figure: SizesFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const layout = layoutSizes(figure, size);
  const marks = figure.points
    .filter(({ family }) => options.isShown(family.name))
    .map((point): PlacedSize => {
      const at = sizesPosition(layout.scales, point.actualParameters, point.effectiveParameters);
      return {
        id: point.id,
        mark: point.family.mark,
        at,
        isRecord: point.isRecord,
        description: describe(point),
        point,
      };
    });
  const pinned = marks
    .filter(({ id }) => options.pinned.includes(id))
    .map(({ at, point }) => ({ at, density: point.density }));
  const pair = pinnedPair(pinned);
  const pinnedIds = new Set(options.pinned);
  const namedIds = new Set([...figure.namedIds, ...options.pinned, ...(options.named ?? [])]);
  const named = marks.filter(({ id, isRecord }) => isRecord || namedIds.has(id));
  return {
    shapes: [
      ...axisShapes(layout),
      ...layout.diagonals.map(diagonalShape),
      ...layout.diagonals.flatMap(({ name }) => (name === undefined ? [] : [bareText(name)])),
      ...(pair?.line === undefined ? [] : [arrow(pair.line)]),
      ...nameLabelShapes(
        placeLabels(
          named,
          marks.map((mark) => coveredBox(mark, pinnedIds.has(mark.id))),
          pair,
          layout,
          size,
        ),
      ),
      ...markShapes(marks, options),
    ],
    targets: targetsOf(marks),
    area: layout.plot,
    plots: [layout.plot],
  };
}

function axisShapes({ plot, axisNames, actualTicks, effectiveTicks }: SizesLayout): Shape[] {
  const { left, right, bottom } = plot;
  const labels = [...effectiveTicks, ...actualTicks].flatMap(({ label }) =>
    label === undefined ? [] : [label],
  );
  return [
    ...effectiveTicks.map(({ at }) => straightLine({ x: left, y: at }, { x: right, y: at }, "gridline")),
    straightLine({ x: left, y: bottom }, { x: right, y: bottom }, "axis"),
    ...actualTicks.map(({ at, isPower }) =>
      straightLine(
        { x: at, y: bottom },
        { x: at, y: bottom + (isPower ? powerTickLength : otherTickLength) },
        "axis",
      ),
    ),
    ...[...axisNames, ...labels].map(bareText),
  ];
}

function diagonalShape({ exponent, line }: Diagonal): Shape {
  return exponent === 0
    ? straightLine(line.from, line.to, "foreground", referenceWidth)
    : straightLine(line.from, line.to, "referenceLine");
}

function arrow({ from, to }: Segment): Shape {
  return { ...straightLine(from, to, "strong", arrowWidth), hasArrow: true };
}

/** Names of models, and what the arrow between two pinned ones means. */
function placeLabels(
  named: readonly PlacedSize[],
  covered: readonly Rectangle[],
  pair: PinnedPair | undefined,
  { plot, diagonals }: SizesLayout,
  { width, measureText }: FigureSize,
): PlacedNameLabel[] {
  const withDensity = width >= narrowBelow;
  const labels = named.map(({ id, at, point }) => ({
    id,
    mark: at,
    name: point.name,
    value: withDensity ? formatDensity(point.density) : undefined,
  }));
  const lines = [
    ...diagonals.filter(({ exponent }) => exponent === 0).map(({ line }) => line),
    ...(pair?.line === undefined ? [] : [pair.line]),
  ];
  return placeNameLabels(
    pair === undefined ? labels : [...labels, pair.words],
    {
      bounds: plot,
      marks: obstacleGrid(covered),
      texts: [],
      lines,
    },
    measureText,
  );
}

function describe({
  name,
  density,
  effectiveParameters,
  actualParameters,
  releaseDate,
  family,
  isRecord,
}: DrawnSizePoint): string {
  return [
    name,
    `density ${formatDensity(density)}`,
    `${formatParameters(effectiveParameters)} effective from ${formatParameters(actualParameters)}`,
    formatReleaseDate(releaseDate),
    family.name,
    ...(isRecord ? ["record"] : []),
  ].join(", ");
}
