import { crosses, isWithin, overlaps, type Rectangle, type Segment } from "../geometry.ts";
import type { Grid } from "../grid.ts";
import { ascent, type Font, type MeasureText, type PlacedText, placeText } from "./text.ts";

/** What text within the plot keeps clear of. */
export interface FixedTextScene {
  readonly plot: Rectangle;
  readonly marks: Grid<Rectangle>;
  readonly lines: readonly Segment[];
}

const font: Font = { size: 11, weight: 400 };
const gap = 5;
const slideStep = 24;

/**
 * Names a level line of the plot: above it or below it, from the left, at the first place where the
 * text covers no mark and no line. `undefined` when there is none.
 */
export function placeLevelName(
  text: string,
  levelY: number,
  scene: FixedTextScene,
  measureText: MeasureText,
): PlacedText | undefined {
  const { plot } = scene;
  const width = measureText(text, font);
  const baselines = [levelY - gap, levelY + gap + ascent * font.size];
  for (const baseline of baselines) {
    for (let x = plot.left + gap; x + width <= plot.right - gap; x += slideStep) {
      const placed = placeText({ text, x, baseline, anchor: "start", font, tone: "quiet" }, measureText);
      if (isFree(placed.box, scene)) return placed;
    }
  }
  return undefined;
}

/** Names a day beside its tick above the time axis, to the left if there is room. */
export function placeBesideTick(
  text: string,
  x: number,
  scene: FixedTextScene,
  taken: readonly Rectangle[],
  measureText: MeasureText,
): PlacedText | undefined {
  const baseline = scene.plot.bottom - gap;
  const sides = [
    placeText({ text, x: x - gap, baseline, anchor: "end", font, tone: "quiet" }, measureText),
    placeText({ text, x: x + gap, baseline, anchor: "start", font, tone: "quiet" }, measureText),
  ];
  return sides.find(({ box }) => isFree(box, scene) && !taken.some((other) => overlaps(box, other)));
}

/** Whether a text within the plot covers no mark and no line. */
export function isFree(box: Rectangle, { plot, marks, lines }: FixedTextScene): boolean {
  return isWithin(box, plot) && !marks.isBlocked(box) && !lines.some((line) => crosses(line, box));
}
