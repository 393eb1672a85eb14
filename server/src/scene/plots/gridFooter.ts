import { countedInWords } from "../../text/numbers.ts";
import type { DrawnText } from "../drawing.ts";
import { bareText } from "../shapes.ts";
import { firstThatFits } from "../text/fittedText.ts";
import { type Font, placeText } from "../text/text.ts";
import { type FigureSize, sidePadding } from "./figureSize.ts";

const font: Font = { size: 11.5, weight: 400 };
const baselineAbove = 5;
const gap = 16;

/** Pixels below a grid of plots that its footer needs. */
export const gridFooterHeight = 18;

/**
 * The last line of a grid: what its axes are and, when the picture is too small for some plots, how
 * many.
 * @param axes wordings of what the axes are, the longest first
 */
export function drawGridFooter(
  axes: readonly string[],
  missingPlots: number,
  { width, height, measureText }: FigureSize,
): DrawnText[] {
  const padding = sidePadding(width);
  const line = { baseline: height - baselineAbove, font, tone: "quiet" } as const;
  const missing = missingPlots === 0 ? "" : `${countedInWords(missingPlots, "more plot")} without room here`;
  const room = width - 2 * padding - (missing === "" ? 0 : measureText(missing, font) + gap);
  const visible = firstThatFits(axes, room, font, measureText);
  const texts = [
    { ...line, text: missing, x: padding, anchor: "start" },
    { ...line, text: visible ?? "", x: width - padding, anchor: "end" },
  ] as const;
  return texts.filter(({ text }) => text !== "").map((text) => bareText(placeText(text, measureText)));
}
