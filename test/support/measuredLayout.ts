import type { FigureLayout } from "../../server/src/figures/time/figureLayout.ts";
import type { TrendFigure } from "../../server/src/figures/time/figureModel.ts";
import type { Layer } from "../../server/src/figures/time/layers.ts";
import { layoutFigure } from "../../server/src/figures/time/layout.ts";
import type { Font } from "../../server/src/scene/text/text.ts";

/** A line of text whose width only the page's fonts can tell. */
export interface TextLine {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
}

/**
 * The figure's own layout, measured in another process: laid out again until every width it asks for
 * is known.
 * @param widthsOf widths in CSS pixels, in the order of the lines
 */
export async function measuredLayout(
  figure: TrendFigure,
  size: { readonly width: number; readonly height: number; readonly layers?: readonly Layer[] },
  widthsOf: (lines: TextLine[]) => Promise<readonly number[]>,
): Promise<FigureLayout> {
  const widths = new Map<string, number>();
  for (;;) {
    const unknown = new Map<string, TextLine>();
    const measureText = (text: string, { size, weight }: Font) => {
      const key = `${weight} ${size} ${text}`;
      if (!widths.has(key)) unknown.set(key, { text, size, weight });
      return widths.get(key) ?? 0;
    };
    const layout = layoutFigure(figure, { ...size, measureText });
    if (unknown.size === 0) return layout;
    const measured = await widthsOf([...unknown.values()]);
    for (const [place, key] of [...unknown.keys()].entries()) widths.set(key, measured[place] ?? 0);
  }
}
