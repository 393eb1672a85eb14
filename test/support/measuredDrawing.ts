import { type DrawingOptions, wholeFigure } from "../../server/src/figures/drawingOptions.ts";
import { drawFigure, type Figure } from "../../server/src/figures/index.ts";
import type { Drawing, Target } from "../../server/src/scene/drawing.ts";
import type { Font } from "../../server/src/scene/text/text.ts";

/** A line of text whose width only the page's fonts can tell. */
export interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
}

/**
 * The figure's own drawing, measured in another process: drawn again until every width it asks for is
 * known.
 * @param widthsOf widths in CSS pixels, in the order of the lines
 */
export async function measuredDrawing(
  figure: Figure,
  { width, height }: { readonly width: number; readonly height: number },
  widthsOf: (lines: TextLine[]) => Promise<readonly number[]>,
  options: DrawingOptions = wholeFigure,
): Promise<Drawing> {
  const widths = new Map<string, number>();
  for (;;) {
    const unknown = new Map<string, TextLine>();
    const measureText = (text: string, { size, weight }: Font) => {
      const key = `${weight} ${size} ${text}`;
      if (!widths.has(key)) unknown.set(key, { text, size, weight });
      return widths.get(key) ?? 0;
    };
    const drawing = drawFigure(figure, { width, height, measureText }, options);
    if (unknown.size === 0) return drawing;
    const measured = await widthsOf([...unknown.values()]);
    for (const [place, key] of [...unknown.keys()].entries()) widths.set(key, measured[place] ?? 0);
  }
}

/** A model's mark in a drawing, in the first plot that has it; throws when it has none of this name. */
export function targetOf({ targets }: Drawing, name: string): Target {
  const target = targets.find(({ description }) => description.startsWith(`${name}, `));
  if (target === undefined) throw new Error(`${name} is not drawn.`);
  return target;
}
