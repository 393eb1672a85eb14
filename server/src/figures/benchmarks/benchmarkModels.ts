import type { Shape, Target } from "../../scene/drawing.ts";
import type { Rectangle, Segment } from "../../scene/geometry.ts";
import { chosenNameShapes, type PlotMark, plotMarkShapes, plotTargets } from "../../scene/plots/plotMarks.ts";
import type { MeasureText } from "../../scene/text/text.ts";
import { formatDate, formatReleaseDate } from "../../text/dates.ts";
import { formatDensity } from "../../text/numbers.ts";
import { isInSpan } from "../../trend/fit/lineOnDays.ts";
import { isOnAxis } from "../axes/axisRanges.ts";
import type { Scales } from "../axes/scales.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import type { DrawnModel } from "../drawnModels.ts";
import type { Movement } from "../movement.ts";
import type { BenchmarkPlot, BenchmarkPoint, BenchmarksFigure } from "./benchmarksFigure.ts";

/** What the models of one benchmark are drawn in. */
interface ModelsPlace {
  readonly plot: BenchmarkPlot;
  readonly figure: BenchmarksFigure;
  readonly scales: Scales;
  readonly bounds: Rectangle;
  readonly fit: Segment | undefined;
}

interface DrawnModels {
  readonly shapes: readonly Shape[];
  readonly targets: readonly Target[];
}

/** Every mark in its place, and the names that were asked for. */
export function modelsAtRest(
  place: ModelsPlace,
  options: DrawingOptions,
  measureText: MeasureText,
): DrawnModels {
  const { bounds, fit, plot } = place;
  const marks = marksOf(place, plot.points, options);
  const scene = { bounds, texts: [], lines: fit === undefined ? [] : [fit] };
  return {
    shapes: [...chosenNameShapes(marks, options, scene, measureText), ...plotMarkShapes(marks, options)],
    targets: plotTargets(marks),
  };
}

/** Marks of more dates than are seen, and names that go along with them. */
export function modelsInMotion(place: ModelsPlace, options: DrawingOptions, movement: Movement): DrawnModels {
  const { figure, plot, bounds, scales } = place;
  const index = figure.plots.indexOf(plot);
  const moving = { index, plot: bounds, days: figure.timeRange, scales };
  const marks = movement.group("marks", moving, (days) => {
    const points = plot.points.filter(
      ({ epochDay, density }) => isInSpan(epochDay, days) && isOnAxis(density, figure.densityRange),
    );
    return plotMarkShapes(marksOf(place, points, options), options);
  });
  return { shapes: [...movement.names(moving), marks], targets: [] };
}

function marksOf(
  { plot, figure: { models }, scales: { xOf, yOf } }: ModelsPlace,
  points: readonly BenchmarkPoint[],
  { isShown }: DrawingOptions,
): PlotMark[] {
  return points.flatMap((point): PlotMark[] => {
    const { model, epochDay, density, isRecord } = point;
    const drawn = models[model];
    if (drawn === undefined || !isShown(drawn.family.name)) return [];
    return [
      {
        id: drawn.id,
        name: drawn.name,
        mark: drawn.family.mark,
        isRecord,
        at: { x: xOf(epochDay), y: yOf(Math.log2(density)) },
        // Few of so many marks are ever described.
        get description() {
          return describe(drawn, point, plot.name);
        },
      },
    ];
  });
}

function describe(
  { name, family, releaseDate }: DrawnModel,
  { epochDay, density, isRecord }: BenchmarkPoint,
  benchmark: string,
): string {
  const date = releaseDate === undefined ? formatDate(epochDay) : formatReleaseDate(releaseDate);
  const facts = [name, benchmark, `density ${formatDensity(density)}`, date, family.name];
  return [...facts, ...(isRecord ? ["record"] : [])].join(", ");
}
