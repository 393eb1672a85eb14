import type { Markup } from "../../scene/svg/element.ts";
import { drawRuns } from "../../scene/svg/text.ts";
import { wrapRuns } from "../../scene/svg/wrapRuns.ts";
import { baselineAround, type Font, type MeasureText } from "../../scene/text/text.ts";
import type { Theme } from "../../scene/theme.ts";
import type { TextRun } from "../../text/textRun.ts";

/** A paragraph's type: size of the letters and height of a line, in pixels. */
interface Paragraph {
  readonly size: number;
  readonly lineHeight: number;
  readonly tone: "foreground" | "quiet";
}

const verdictWide: Paragraph = { size: 20, lineHeight: 26, tone: "foreground" };
const verdictNarrow: Paragraph = { size: 16, lineHeight: 21, tone: "foreground" };
const groundsWide: Paragraph = { size: 13, lineHeight: 18, tone: "quiet" };
const groundsNarrow: Paragraph = { size: 12, lineHeight: 16, tone: "quiet" };
const paragraphGap = 3;

/** The verdict and its grounds, wrapped to the page. */
export function drawHeading(
  { verdict, grounds }: { readonly verdict: readonly TextRun[]; readonly grounds: readonly TextRun[] },
  place: { readonly left: number; readonly top: number; readonly width: number; readonly isNarrow: boolean },
  measureText: MeasureText,
  theme: Theme,
): { readonly drawing: readonly Markup[]; readonly height: number } {
  const drawing: Markup[] = [];
  let top = place.top;
  for (const [runs, paragraph] of [
    [verdict, place.isNarrow ? verdictNarrow : verdictWide],
    [grounds, place.isNarrow ? groundsNarrow : groundsWide],
  ] as const) {
    const fonts = fontsOf(paragraph);
    for (const line of wrapRuns(runs, place.width, fonts, measureText)) {
      const baseline = baselineAround(top + paragraph.lineHeight / 2, paragraph.size);
      drawing.push(
        drawRuns(
          line,
          { x: place.left, baseline },
          fonts,
          { plain: paragraph.tone, strong: "strong" },
          theme,
        ),
      );
      top += paragraph.lineHeight;
    }
    top += paragraphGap;
  }
  return { drawing, height: top - place.top };
}

function fontsOf({ size }: Paragraph): Readonly<Record<TextRun["emphasis"], Font>> {
  return { plain: { size, weight: 400 }, strong: { size, weight: 650 } };
}
