import type { Paint, Shape } from "./drawing.ts";
import type { Mark } from "./mark.ts";
import { straightLine } from "./shapes.ts";

/** What a mark, a line or an area means: a swatch with words. */
export interface LegendKey {
  readonly text: string;
  /** Of the swatch, in pixels. */
  readonly width: number;
  /** Of the swatch: the origin is the middle of its left side. */
  readonly shapes: readonly Shape[];
}

/** The swatch of a mark: half its width, and how far a mark reaches in it. Pixels. */
export const markSwatch = { middle: 6, radius: 4.5, smallRadius: 3 } as const;

/** A key with one mark. */
export function markKey(text: string, mark: Mark, isFilled: boolean): LegendKey {
  const radius = mark.shape === "small-circle" ? markSwatch.smallRadius : markSwatch.radius;
  const at = { x: markSwatch.middle, y: 0 };
  return {
    text,
    width: 2 * markSwatch.middle,
    shapes: [{ kind: "mark", modelIds: [], mark, at, radius, isFilled, title: undefined }],
  };
}

const lineLength = 18;

/** A key with a line. */
export function lineKey(text: string, paint: Paint, width: number, dashes?: readonly number[]): LegendKey {
  const line = straightLine({ x: 0, y: 0 }, { x: lineLength, y: 0 }, paint, width);
  return { text, width: lineLength, shapes: [dashes === undefined ? line : { ...line, dashes }] };
}

/** Records are filled, all other models hollow, whatever their family. */
export const recordKeys: readonly LegendKey[] = [
  markKey("record", { shape: "circle", hue: "foreground" }, true),
  markKey("other", { shape: "circle", hue: "foreground" }, false),
];
