import type { DrawnText, Shape, Strokes } from "../../scene/drawing.ts";
import type { Rectangle, Segment } from "../../scene/geometry.ts";
import { dayDashes } from "../../scene/lineLooks.ts";
import { type FigureSize, narrowBelow } from "../../scene/plots/figureSize.ts";
import { anchoredText } from "../../scene/shapes.ts";
import { type FixedTextScene, placeBesideTick, placeLevelName } from "../../scene/text/fixedText.ts";
import type { PlacedText } from "../../scene/text/text.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { isInSpan } from "../../trend/fit/lineOnDays.ts";
import type { Scales } from "../axes/scales.ts";
import type { Layer } from "../layers.ts";
import { breakTexts } from "./breakShapes.ts";
import type { DrawnBreak } from "./figureBreak.ts";
import type { TimeFigure } from "./timeFigure.ts";

const tickLength = 14;

/** Everything around the models, in its place. */
export interface TimePlace {
  /** With what its layers leave of it. */
  readonly figure: TimeFigure;
  readonly layers: readonly Layer[];
  readonly size: FigureSize;
  readonly plot: Rectangle;
  readonly scales: Scales;
  readonly broken: DrawnBreak | undefined;
  /** Of the fit, of the paper's trend and of a break, cut at the plot. */
  readonly lines: readonly Segment[];
  /** Where the reference model's density stands. */
  readonly referenceY: number | undefined;
}

/** Words about lines and days within the plot, where no mark and no line is covered. */
export interface FixedTexts {
  readonly reference: DrawnText[];
  readonly others: DrawnText[];
}

/** Where the data behind the fit end; `undefined` when that is not shown. */
function lastModelX({ figure, size, scales }: TimePlace): number | undefined {
  const { fit, lastRelease, timeRange } = figure;
  const isShown = size.width >= narrowBelow && fit !== undefined && isInSpan(lastRelease.epochDay, timeRange);
  return isShown ? scales.xOf(lastRelease.epochDay) : undefined;
}

/** A tick at the last model's day. */
export function lastModelTick(place: TimePlace): Strokes[] {
  const x = lastModelX(place);
  if (x === undefined) return [];
  const y = place.plot.bottom;
  const tick = { from: { x, y }, to: { x, y: y - tickLength } };
  const look = { paint: "axis", width: 1, dashes: dayDashes, isOnPixels: true } as const;
  return [{ kind: "strokes", segments: [tick], ...look }];
}

/** Says what the reference's line, the last model's day, the dashed line and a break are. */
export function placeFixedTexts(place: TimePlace, scene: FixedTextScene): FixedTexts {
  const { figure, size, plot, scales, broken, referenceY } = place;
  const { measureText } = size;
  const isNarrow = size.width < narrowBelow;
  const words = isNarrow ? "1 = the reference model" : "1 = the reference model’s density";
  const reference =
    referenceY === undefined ? undefined : placeLevelName(words, referenceY, scene, measureText);
  const x = lastModelX(place);
  const beside = (text: string, taken: readonly (PlacedText | undefined)[]) =>
    x === undefined ? undefined : placeBesideTick(text, x, scene, boxesOf(taken), measureText);
  const lastModel = beside(`last model ${formatReleaseDate(figure.lastRelease)}`, [reference]);
  const extrapolation = firstOf(figure.extrapolation, (text) => beside(text, [reference, lastModel]));
  const taken = boxesOf([reference, lastModel, extrapolation]);
  const onDay = (id: string, text: PlacedText | undefined): DrawnText[] =>
    text === undefined ? [] : [anchoredText(text, { id, x, y: plot.bottom })];
  return {
    reference:
      reference === undefined
        ? []
        : [anchoredText(reference, { id: "reference", x: undefined, y: referenceY ?? 0 })],
    others: [
      ...onDay("last model", lastModel),
      ...onDay("extrapolation", extrapolation),
      ...(broken === undefined ? [] : breakTexts(broken, scales, scene, { taken, isNarrow, measureText })),
    ],
  };
}

/** The texts in drawing order: the tick below its name. */
export function fixedTextShapes(place: TimePlace, { reference, others }: FixedTexts): Shape[] {
  return [...reference, ...lastModelTick(place), ...others];
}

function firstOf(
  wordings: readonly string[],
  place: (text: string) => PlacedText | undefined,
): PlacedText | undefined {
  for (const text of wordings) {
    const placed = place(text);
    if (placed !== undefined) return placed;
  }
  return undefined;
}

function boxesOf(texts: readonly (PlacedText | undefined)[]): Rectangle[] {
  return texts.flatMap((text) => (text === undefined ? [] : [text.box]));
}
