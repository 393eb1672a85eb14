import type { DrawnText, Strokes } from "../../scene/drawing.ts";
import { overlaps, type Rectangle, type Segment } from "../../scene/geometry.ts";
import { breakLook, dayDashes } from "../../scene/lineLooks.ts";
import { anchoredText } from "../../scene/shapes.ts";
import { type FixedTextScene, isFree, placeBesideTick } from "../../scene/text/fixedText.ts";
import { ascent, type Font, type MeasureText, type PlacedText, placeText } from "../../scene/text/text.ts";
import { type Scales, segmentOf } from "../axes/scales.ts";
import type { BreakLine, DrawnBreak } from "./figureBreak.ts";

const growthFont: Font = { size: 11, weight: 650 };
const pointsFont: Font = { size: 11, weight: 400 };
const rowHeight = 14;
const gap = 5;

/** The lines of both sides within the plot. */
export function breakLines({ before, after }: DrawnBreak, scales: Scales, plot: Rectangle): Segment[] {
  return [before, after].map((line) => segmentOf(line, scales, plot)).filter((line) => line !== undefined);
}

/** The day as a line through the plot, and growth on both sides of it. */
export function breakStrokes(
  { epochDay }: DrawnBreak,
  lines: readonly Segment[],
  { xOf }: Scales,
  { top, bottom }: Rectangle,
): Strokes[] {
  const x = xOf(epochDay);
  const day = { from: { x, y: top }, to: { x, y: bottom } };
  return [
    { kind: "strokes", segments: [day], paint: "axis", width: 1, dashes: dayDashes },
    { kind: "strokes", segments: lines, paint: "strong", ...breakLook },
  ];
}

/** What the words of a break go by. */
export interface BreakWords {
  /** Text that is there already. */
  readonly taken: readonly Rectangle[];
  /** Narrow pages say the growth in the legend alone. */
  readonly isNarrow: boolean;
  readonly measureText: MeasureText;
}

/** The growth of each side beside the day, as high as nothing is covered, and the day's name above the time axis. */
export function breakTexts(
  broken: DrawnBreak,
  { xOf }: Scales,
  scene: FixedTextScene,
  { taken, isNarrow, measureText }: BreakWords,
): DrawnText[] {
  const x = xOf(broken.epochDay);
  const name = placeBesideTick(broken.name, x, scene, taken, measureText);
  const texts = name === undefined ? [] : [name];
  const sides = isNarrow ? [] : [[broken.before, "end"] as const, [broken.after, "start"] as const];
  for (const [side, anchor] of sides) {
    const boxes = [...taken, ...texts.map(({ box }) => box)];
    texts.push(...placeSide(side, x + (anchor === "end" ? -gap : gap), anchor, scene, boxes, measureText));
  }
  return texts.map((text, place) => anchoredText(text, { id: `break ${place}`, x, y: scene.plot.bottom }));
}

/** Two rows at the first height, from above, at which both are free. */
function placeSide(
  { growth, points }: BreakLine,
  x: number,
  anchor: "start" | "end",
  scene: FixedTextScene,
  taken: readonly Rectangle[],
  measureText: MeasureText,
): PlacedText[] {
  const { top, bottom } = scene.plot;
  for (let baseline = top + gap + ascent * growthFont.size; baseline < bottom; baseline += rowHeight) {
    const rows = [
      placeText({ text: growth, x, baseline, anchor, font: growthFont, tone: "strong" }, measureText),
      placeText(
        { text: points, x, baseline: baseline + rowHeight, anchor, font: pointsFont, tone: "quiet" },
        measureText,
      ),
    ];
    if (rows.every(({ box }) => isFree(box, scene) && !taken.some((other) => overlaps(box, other))))
      return rows;
  }
  return [];
}
