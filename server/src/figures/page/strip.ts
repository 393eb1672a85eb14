import type { Assumption, Assumptions } from "../../method/assumptions.ts";
import { element, type Markup } from "../../scene/svg/element.ts";
import { drawRuns } from "../../scene/svg/text.ts";
import { wrapRuns } from "../../scene/svg/wrapRuns.ts";
import { baselineAround, type Font, type MeasureText } from "../../scene/text/text.ts";
import type { Theme } from "../../scene/theme.ts";
import { plain } from "../../text/textRun.ts";

export interface StripPlace {
  readonly left: number;
  readonly width: number;
  readonly isNarrow: boolean;
}

const labelFont: Font = { size: 12, weight: 400 };
const valueFont: Font = { size: 12, weight: 500 };
const noteFont: Font = { size: 11, weight: 400 };
const rowHeight = 20;
const noteHeight = 16;
const spaceAbove = 8;
const spaceBelow = 10;
const noteGap = 4;
const itemGap = 18;
const modifiedBarWidth = 2;
const modifiedBarGap = 6;

/** A row or more of text, drawn once the strip's top is known. */
interface Drawable {
  readonly height: number;
  draw(top: number): Markup[];
}

/** Assumptions, then notes, below a line across the page; the page decides where it starts. */
export function stripOf(
  assumptions: Assumptions,
  notes: readonly string[],
  place: StripPlace,
  measureText: MeasureText,
  theme: Theme,
): Drawable {
  const rows = rowsOf(assumptions, place, measureText);
  const fonts = { plain: noteFont, strong: noteFont };
  const noteRows = notes.flatMap((note) => wrapRuns([plain(note)], place.width, fonts, measureText));
  const rowsHeight = rows.length * rowHeight;
  return {
    height: spaceAbove + rowsHeight + noteGap + noteRows.length * noteHeight + spaceBelow,
    draw: (top) => [
      ...rows.flatMap((row, index) =>
        row.flatMap((item) =>
          drawItem(item, place.left, top + spaceAbove + (index + 0.5) * rowHeight, theme),
        ),
      ),
      ...noteRows.map((row, index) => {
        const middle = top + spaceAbove + rowsHeight + noteGap + (index + 0.5) * noteHeight;
        const at = { x: place.left, baseline: baselineAround(middle, noteFont.size) };
        return drawRuns(row, at, fonts, { plain: "quiet", strong: "quiet" }, theme);
      }),
    ],
  };
}

interface StripItem {
  readonly label: string;
  readonly value: string;
  readonly isModified: boolean;
  /** From the strip's left. */
  readonly x: number;
}

function rowsOf({ items, leftOut }: Assumptions, place: StripPlace, measureText: MeasureText): StripItem[][] {
  const rows: StripItem[][] = [[]];
  let x = 0;
  for (const item of [...items.map((item) => visible(item, place.isNarrow)), ...leftOutItem(leftOut)]) {
    const bar = item.isModified ? modifiedBarWidth + modifiedBarGap : 0;
    const width = bar + measureText(item.label, labelFont) + measureText(item.value, valueFont);
    if (x > 0 && x + width > place.width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ ...item, x });
    x += width + itemGap;
  }
  return rows;
}

function visible({ label, value, shortValue, isModified }: Assumption, isNarrow: boolean) {
  return { label: `${label} `, value: isNarrow ? shortValue : value, isModified };
}

function leftOutItem(leftOut: string | undefined) {
  return leftOut === undefined ? [] : [{ label: "", value: leftOut, isModified: false }];
}

function drawItem(
  { label, value, isModified, x }: StripItem,
  left: number,
  middle: number,
  theme: Theme,
): Markup[] {
  const bar = isModified ? modifiedBarWidth + modifiedBarGap : 0;
  const runs = [plain(label), { text: value, emphasis: "strong" } as const];
  const text = drawRuns(
    runs.filter((run) => run.text !== ""),
    { x: left + x + bar, baseline: baselineAround(middle, labelFont.size) },
    { plain: labelFont, strong: valueFont },
    { plain: "quiet", strong: "foreground" },
    theme,
  );
  if (!isModified) return [text];
  return [
    element("rect", {
      x: left + x,
      y: middle - rowHeight / 2 + 3,
      width: modifiedBarWidth,
      height: rowHeight - 6,
      fill: theme.modified,
    }),
    text,
  ];
}
