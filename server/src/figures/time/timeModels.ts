import type { Drawing, DrawnMark, Shape } from "../../scene/drawing.ts";
import { obstacleGrid } from "../../scene/grid.ts";
import { inDrawingOrder, ringsAround, targetsOf } from "../../scene/placedMarks.ts";
import { narrowBelow } from "../../scene/plots/figureSize.ts";
import { type DaySpan, isInSpan } from "../../trend/fit/lineOnDays.ts";
import { isOnAxis } from "../axes/axisRanges.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import type { Movement } from "../movement.ts";
import { errorBarStrokes } from "./errorBar.ts";
import { markBoxes, placeMarks, type TimeMark, timeMark } from "./timeMarks.ts";
import { markNameShapes, placeMarkNames } from "./timeNames.ts";
import { fixedTextShapes, lastModelTick, placeFixedTexts, type TimePlace } from "./timeTexts.ts";

/** The models of the figure over time, and the words in its plot, which keep clear of them. */
export interface TimeModels {
  readonly errorBars: Shape;
  readonly texts: readonly Shape[];
  readonly marks: Shape;
  readonly targets: Drawing["targets"];
}

/** Every mark in its place, and as many names as there is room for; hidden families leave all others where they are. */
export function modelsAtRest(place: TimePlace, options: DrawingOptions): TimeModels {
  const { figure, layers, size, plot, scales, lines } = place;
  const { measureText, width } = size;
  const all = placeMarks(figure.points, scales);
  const scene = { plot, marks: obstacleGrid(markBoxes(all, scales, plot)), lines };
  const fixed = placeFixedTexts(place, scene);
  const texts = [...fixed.reference, ...fixed.others].map(({ text }) => text.box);
  const chosen = new Set([...options.pinned, ...(options.named ?? [])]);
  const named = all.filter(({ id, isRecord }) => (isRecord && layers.includes("labels")) || chosen.has(id));
  const names = placeMarkNames(
    recordsLast(named),
    { bounds: plot, marks: scene.marks, texts, lines },
    { withDensity: width >= narrowBelow, measureText },
  );
  const visible = shownOf(all, options);
  const inFront = new Set(visible.filter(({ id }) => options.isPaled?.(id) !== true).map(({ id }) => id));
  return {
    errorBars: errorBarsOf(
      recordsLast(visible).filter(({ id }) => inFront.has(id)),
      place,
    ),
    texts: [...fixedTextShapes(place, fixed), ...markNameShapes(names.filter(({ id }) => inFront.has(id)))],
    marks: {
      kind: "group",
      name: "marks",
      shapes: [...marksOf(visible, place, options), ...ringsAround(visible, options.pinned)],
    },
    targets: targetsOf(visible),
  };
}

/** Marks of more dates than are seen, and names that go along with them: nothing is searched for, and nothing pointed at. */
export function modelsInMotion(place: TimePlace, options: DrawingOptions, movement: Movement): TimeModels {
  const { figure, layers, plot, scales } = place;
  const moving = { index: 0, plot, days: figure.timeRange, scales };
  const marksIn = (days: DaySpan): TimeMark[] =>
    shownOf(
      placeMarks(
        figure.points.filter(
          ({ releaseDate, density }) =>
            isInSpan(releaseDate.epochDay, days) && isOnAxis(density, figure.densityRange),
        ),
        scales,
      ),
      options,
    );
  return {
    errorBars: !layers.includes("errors")
      ? errorBarsOf([], place)
      : movement.group("error bars", moving, (days) => [
          errorBarsOf(
            marksIn(days).filter(({ id }) => options.isPaled?.(id) !== true),
            place,
          ),
        ]),
    texts: [...lastModelTick(place), ...movement.names(moving)],
    marks: movement.group("marks", moving, (days) => {
      const marks = marksIn(days);
      return [...marksOf(marks, place, options), ...ringsAround(marks, options.pinned)];
    }),
    targets: [],
  };
}

function shownOf(marks: readonly TimeMark[], { isShown }: DrawingOptions): TimeMark[] {
  return marks.filter(({ point }) => isShown(point.family.name));
}

function marksOf(
  marks: readonly TimeMark[],
  { scales, plot }: TimePlace,
  { isPaled }: DrawingOptions,
): DrawnMark[] {
  return inDrawingOrder(
    marks.map((mark) => timeMark(mark, scales, plot)),
    isPaled,
  );
}

function errorBarsOf(marks: readonly TimeMark[], { layers, scales, plot }: TimePlace): Shape {
  const bars = layers.includes("errors") ? marks : [];
  return {
    kind: "strokes",
    segments: bars.flatMap(({ point: { interval }, at }) =>
      interval === undefined ? [] : errorBarStrokes(interval, at.x, scales, plot),
    ),
    paint: "axis",
    width: 1,
  };
}

function recordsLast(marks: readonly TimeMark[]): TimeMark[] {
  return [...marks.filter(({ isRecord }) => !isRecord), ...marks.filter(({ isRecord }) => isRecord)];
}
