import { firstThatFits, fittedText } from "../figure/fittedText.ts";
import type { Rectangle } from "../figure/geometry.ts";
import { type Font, type MeasureText, type PlacedText, placeText } from "../figure/text.ts";
import type { DrawnText } from "./drawing.ts";

export const plotDetailFont: Font = { size: 11, weight: 400 };
const nameFont: Font = { size: 12, weight: 650 };
const gap = 10;

/** A text that stands on no shape. */
export function bareText(line: Omit<PlacedText, "box">, measureText: MeasureText): DrawnText {
  return { kind: "text", text: placeText(line, measureText), hasHalo: false };
}

/**
 * A plot's name at its left and, as far as there is room, a detail at its right.
 * @param details wordings of the detail, the longest first
 */
export function plotTitle(
  name: string,
  details: readonly string[],
  { left, right }: Pick<Rectangle, "left" | "right">,
  baseline: number,
  measureText: MeasureText,
): DrawnText[] {
  const shown = fittedText(name, right - left, nameFont, measureText);
  const room = right - left - measureText(shown, nameFont) - gap;
  const detail = firstThatFits(details, room, plotDetailFont, measureText);
  const strong = bareText(
    { text: shown, x: left, baseline, anchor: "start", font: nameFont, tone: "strong" },
    measureText,
  );
  if (detail === undefined) return [strong];
  const line = {
    text: detail,
    x: right,
    baseline,
    anchor: "end",
    font: plotDetailFont,
    tone: "quiet",
  } as const;
  return [strong, bareText(line, measureText)];
}
