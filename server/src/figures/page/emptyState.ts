import { element, type Markup } from "../../scene/svg/element.ts";
import { drawText } from "../../scene/svg/text.ts";
import { fittedText } from "../../scene/text/fittedText.ts";
import { baselineAround, type Font, type MeasureText, placeText } from "../../scene/text/text.ts";
import type { Theme } from "../../scene/theme.ts";
import { displayName } from "../../text/displayName.ts";
import { countedInWords } from "../../text/numbers.ts";
import { capitalised } from "../../text/sentences.ts";
import { plain, strong } from "../../text/textRun.ts";
import type { EmptyWording } from "../../wording/empty.ts";
import { drawHeading } from "./heading.ts";

const columnWidth = 460;
const rowHeight = 24;
const mostCards = 6;
const font: Font = { size: 12, weight: 400 };
const columnGap = 16;
const shareForNames = 0.38;

/** Says that nothing can be drawn, what a card needs for it, and what each card lacks. */
export function drawEmptyState(
  { title, explanation, cards }: EmptyWording,
  area: {
    readonly left: number;
    readonly width: number;
    readonly height: number;
    readonly isNarrow: boolean;
  },
  measureText: MeasureText,
  theme: Theme,
): Markup[] {
  const width = Math.min(columnWidth, area.width);
  const left = area.left + (area.width - width) / 2;
  const visible = cards.slice(0, mostCards);
  const heading = { verdict: [strong(title)], grounds: [plain(explanation)] };
  const at = (top: number) =>
    drawHeading(heading, { left, top, width, isNarrow: area.isNarrow }, measureText, theme);
  const rows = visible.length + (cards.length > visible.length ? 1 : 0);
  const height = at(0).height + rows * rowHeight;
  const top = Math.max(0, (area.height - height) / 2);
  const { drawing, height: headingHeight } = at(top);
  const firstRow = top + headingHeight;
  const rest = cards.length - visible.length;
  return [
    ...drawing,
    ...visible.flatMap(({ name, reason }, index) =>
      drawRow(
        displayName(name),
        reason,
        { left, width, top: firstRow + index * rowHeight },
        measureText,
        theme,
      ),
    ),
    ...(rest === 0
      ? []
      : drawRow(
          `${capitalised(countedInWords(rest, "more card"))}`,
          "",
          { left, width, top: firstRow + visible.length * rowHeight },
          measureText,
          theme,
        )),
  ];
}

function drawRow(
  name: string,
  reason: string,
  { left, width, top }: { readonly left: number; readonly width: number; readonly top: number },
  measureText: MeasureText,
  theme: Theme,
): Markup[] {
  const baseline = baselineAround(top + rowHeight / 2, font.size);
  const nameWidth = width * shareForNames;
  const fitted = (text: string, room: number) => fittedText(text, room, font, measureText);
  const line = { baseline, anchor: "start", font } as const;
  const texts = [
    { ...line, text: fitted(name, nameWidth), x: left, tone: "foreground" },
    {
      ...line,
      text: fitted(reason, width - nameWidth - columnGap),
      x: left + nameWidth + columnGap,
      tone: "quiet",
    },
  ] as const;
  return [
    ...texts.filter(({ text }) => text !== "").map((text) => drawText(placeText(text, measureText), theme)),
    element("line", {
      x1: left,
      x2: left + width,
      y1: top + rowHeight,
      y2: top + rowHeight,
      stroke: theme.border,
      "stroke-width": 1,
    }),
  ];
}
