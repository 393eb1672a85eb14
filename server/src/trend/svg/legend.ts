import { shortened } from "../figure/displayName.ts";
import type { FigureFamily, Mark } from "../figure/families.ts";
import { baselineAround, type Font, type MeasureText, placeText } from "../figure/text.ts";
import { formatCount } from "../wording/numbers.ts";
import { element, type Markup } from "./element.ts";
import { drawMark } from "./marks.ts";
import { drawText } from "./text.ts";
import type { Theme } from "./theme.ts";

interface Entry {
  readonly mark: Mark;
  readonly isFilled: boolean;
  readonly text: string;
  readonly startsFamilies: boolean;
}

export interface LegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly withCounts: boolean;
}

const font: Font = { size: 12, weight: 400 };
const rowHeight = 18;
const swatch = 6;
const swatchRadius = 4.5;
const smallSwatchRadius = 3;
const textIndent = 18;
const entryGap = 14;
const separatorHalfHeight = 6;
const longestFamilyName = 24;

/** What filled and hollow mean, then the families, in as many rows as they need. */
export function drawLegend(
  families: readonly FigureFamily[],
  place: LegendPlace,
  measureText: MeasureText,
  theme: Theme,
): { readonly drawing: Markup; readonly height: number } {
  const drawn: Markup[] = [];
  let x = place.left;
  let middle = place.top + rowHeight / 2;
  for (const entry of entriesOf(families, place.withCounts)) {
    const width = textIndent + measureText(entry.text, font);
    const separatorWidth = entry.startsFamilies ? entryGap : 0;
    if (x > place.left && x + separatorWidth + width > place.left + place.width) {
      x = place.left;
      middle += rowHeight;
    } else if (entry.startsFamilies) {
      drawn.push(drawSeparator(x, middle, theme));
      x += separatorWidth;
    }
    drawn.push(...drawEntry(entry, x, middle, measureText, theme));
    x += width + entryGap;
  }
  return { drawing: element("g", {}, ...drawn), height: middle + rowHeight / 2 - place.top };
}

function entriesOf(families: readonly FigureFamily[], withCounts: boolean): Entry[] {
  const plainMark: Mark = { shape: "circle", hue: "foreground" };
  return [
    { mark: plainMark, isFilled: true, text: "record", startsFamilies: false },
    { mark: plainMark, isFilled: false, text: "other", startsFamilies: false },
    ...families.map(({ name, mark, modelCount }, index) => ({
      mark,
      isFilled: false,
      text: shortened(name, longestFamilyName) + (withCounts ? ` ${formatCount(modelCount)}` : ""),
      startsFamilies: index === 0,
    })),
  ];
}

function drawEntry(
  { mark, isFilled, text }: Entry,
  x: number,
  middle: number,
  measureText: MeasureText,
  theme: Theme,
): Markup[] {
  const radius = mark.shape === "small-circle" ? smallSwatchRadius : swatchRadius;
  const label = {
    text,
    x: x + textIndent,
    baseline: baselineAround(middle, font.size),
    anchor: "start",
    font,
    tone: "quiet",
  } as const;
  return [
    drawMark(mark, x + swatch, middle, radius, isFilled, theme),
    drawText(placeText(label, measureText), theme),
  ];
}

function drawSeparator(x: number, middle: number, theme: Theme): Markup {
  return element("line", {
    x1: x,
    x2: x,
    y1: middle - separatorHalfHeight,
    y2: middle + separatorHalfHeight,
    stroke: theme.referenceLine,
    "stroke-width": 1,
  });
}
