import type { DrawnText } from "../drawing.ts";
import type { Rectangle } from "../geometry.ts";
import { bareText } from "../shapes.ts";
import { firstThatFits, fittedText } from "../text/fittedText.ts";
import { type Font, type MeasureText, placeText } from "../text/text.ts";

export const plotDetailFont: Font = { size: 11, weight: 400 };
const nameFont: Font = { size: 12, weight: 650 };
const gap = 10;

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
  const text = fittedText(name, right - left, nameFont, measureText);
  const title = placeText(
    { text, x: left, baseline, anchor: "start", font: nameFont, tone: "strong" },
    measureText,
  );
  const detail = firstThatFits(details, right - title.box.right - gap, plotDetailFont, measureText);
  if (detail === undefined) return [bareText(title)];
  const line = {
    text: detail,
    x: right,
    baseline,
    anchor: "end",
    font: plotDetailFont,
    tone: "quiet",
  } as const;
  return [bareText(title), bareText(placeText(line, measureText))];
}
