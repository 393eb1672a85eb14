// What the drawing of the figure over time is made of, for tests that look at one part of it.
import { type DrawingOptions, wholeFigure } from "../../server/src/figures/drawingOptions.ts";
import { drawTime } from "../../server/src/figures/time/drawTime.ts";
import type { TimeFigure } from "../../server/src/figures/time/timeFigure.ts";
import {
  type Drawing,
  type DrawnMark,
  type DrawnSegment,
  type DrawnText,
  everyShape,
  type ShadedArea,
  type Shape,
  type Strokes,
} from "../../server/src/scene/drawing.ts";
import type { Position, Segment } from "../../server/src/scene/geometry.ts";
import { breakLook, predictionLook } from "../../server/src/scene/lineLooks.ts";
import { estimateTextWidth } from "../../server/src/scene/svg/textWidth.ts";

/** A model's mark with what its point says. */
export interface TimePoint {
  readonly point: TimeFigure["points"][number];
  readonly at: Position;
  readonly mark: DrawnMark;
}

export interface TimeParts {
  readonly drawing: Drawing;
  readonly plot: Drawing["area"];
  /** In drawing order. */
  readonly points: readonly TimePoint[];
  readonly solid: DrawnSegment | undefined;
  readonly dashed: DrawnSegment | undefined;
  readonly paper: DrawnSegment | undefined;
  readonly bands: readonly ShadedArea[];
  readonly prediction: readonly Segment[];
  readonly errorBars: readonly Segment[];
  /** The vertical line of the break's day, and the lines of both sides. */
  readonly breakDay: Segment | undefined;
  readonly breakLines: readonly Segment[];
  readonly lastModelTick: Segment | undefined;
  /** Powers of two of the gridlines, from the lowest; the time axis may be one more. */
  readonly gridExponents: readonly number[];
  readonly axisName: DrawnText;
  /** Labels left of the plot, from below. */
  readonly densityLabels: readonly DrawnText[];
  readonly timeLabels: readonly DrawnText[];
  readonly timeTickCount: number;
  readonly lineNames: readonly string[];
  /** Names of models. */
  readonly names: readonly DrawnText[];
  /** Words about a level or a day: "reference", "last model", "extrapolation". */
  textOf(id: string): string | undefined;
  readonly breakTexts: readonly string[];
}

/** Draws a figure, 900 by 450 unless said otherwise, and takes the drawing apart. */
export function timeParts(
  figure: TimeFigure,
  options: Partial<DrawingOptions> & { readonly width?: number; readonly height?: number } = {},
): TimeParts {
  const { width = 900, height = 450, ...seen } = options;
  const size = { width, height, measureText: estimateTextWidth };
  return partsOf(drawTime(figure, size, { ...wholeFigure, ...seen }), figure);
}

export function partsOf(drawing: Drawing, figure: TimeFigure): TimeParts {
  const { shapes, area: plot } = drawing;
  const pointById = new Map(figure.points.map((point) => [point.id, point]));
  const segments = shapes.filter((shape) => shape.kind === "segment");
  const strokes = shapes.filter((shape) => shape.kind === "strokes");
  const lines = segments.filter(({ anchor, paint }) => anchor === undefined && paint === "strong");
  const dashedLike = (dashes: readonly number[]) =>
    strokes.find((each) => each.dashes?.join() === dashes.join() && each.paint !== "axis")?.segments ?? [];
  const grid = shapesOf(shapes, "grid").filter((shape) => shape.kind === "strokes");
  const gridlines = grid.filter(({ paint }) => paint !== "axis").flatMap(({ segments: all }) => all);
  const { lowestExponent, highestExponent } = figure.densityRange;
  const perPixel = (highestExponent - lowestExponent) / (plot.bottom - plot.top);
  const [axisName, ...axisTexts] = shapesOf(shapes, "axes").filter((shape) => shape.kind === "text");
  if (axisName === undefined) throw new Error("The figure over time names its axis.");
  const texts = shapes.filter((shape) => shape.kind === "text");
  const axisTicks = grid.find(({ paint }) => paint === "axis")?.segments ?? [];
  return {
    drawing,
    plot,
    points: shapesOf(shapes, "marks").flatMap((mark) => {
      const point = mark.kind === "mark" ? pointById.get(mark.modelIds[0] ?? "") : undefined;
      return mark.kind === "mark" && point !== undefined ? [{ point, at: mark.at, mark }] : [];
    }),
    solid: lines.find(({ dashes }) => dashes === undefined),
    dashed: lines.find(({ dashes }) => dashes !== undefined),
    paper: segments.find(({ anchor, paint }) => anchor === undefined && paint === "quiet"),
    bands: shapes.filter((shape) => shape.kind === "area"),
    prediction: dashedLike(predictionLook.dashes),
    errorBars: strokes.find(isErrorBars)?.segments ?? [],
    breakDay: strokes.find((each) => each.paint === "axis" && each.dashes && !each.isOnPixels)?.segments[0],
    breakLines: dashedLike(breakLook.dashes),
    lastModelTick: strokes.find(({ isOnPixels }) => isOnPixels === true)?.segments[0],
    gridExponents: gridlines
      .map(({ from }) => Math.round(lowestExponent + (plot.bottom - from.y) * perPixel))
      .sort((first, second) => first - second),
    axisName,
    densityLabels: axisTexts.filter(({ text }) => text.anchor === "end"),
    timeLabels: axisTexts.filter(({ text }) => text.anchor === "middle"),
    timeTickCount: axisTicks.length - 1,
    lineNames: axisTexts.filter(({ text }) => text.anchor === "start").map(({ text }) => text.text),
    names: texts.filter(({ anchor }) => anchor !== undefined && pointById.has(anchor.id)),
    textOf: (id) => texts.find(({ anchor }) => anchor?.id === id)?.text.text,
    breakTexts: texts.filter(({ anchor }) => anchor?.id.startsWith("break ")).map(({ text }) => text.text),
  };
}

/** The shapes of a group. */
export function shapesOf(shapes: readonly Shape[], name: string): Exclude<Shape, { kind: "group" }>[] {
  return shapes.flatMap((shape) =>
    shape.kind === "group" && shape.name === name ? [...everyShape(shape.shapes)] : [],
  );
}

function isErrorBars({ paint, dashes, width }: Strokes): boolean {
  return paint === "axis" && dashes === undefined && width === 1;
}
