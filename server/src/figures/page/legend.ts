import { type LegendKey, markKey } from "../../scene/legendKeys.ts";
import { movedShape } from "../../scene/movedShape.ts";
import { element, type Markup } from "../../scene/svg/element.ts";
import { drawShapes } from "../../scene/svg/shapes.ts";
import { drawText } from "../../scene/svg/text.ts";
import { baselineAround, type Font, type MeasureText, placeText } from "../../scene/text/text.ts";
import type { Theme } from "../../scene/theme.ts";
import { shortened } from "../../text/displayName.ts";
import { formatCount } from "../../text/numbers.ts";
import type { FigureFamily } from "../families.ts";
import type { FigureWords } from "../figureWords.ts";

export interface LegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly withCounts: boolean;
}

const font: Font = { size: 12, weight: 400 };
const rowHeight = 18;
const textGap = 6;
const entryGap = 14;
const separatorHalfHeight = 6;
const longestFamilyName = 24;

/** What marks and lines mean, then the families, in as many rows as they need. */
export function drawLegend(
  { keys, families }: Pick<FigureWords, "keys" | "families">,
  place: LegendPlace,
  measureText: MeasureText,
  theme: Theme,
): { readonly drawing: Markup; readonly height: number } {
  const drawn: Markup[] = [];
  let x = place.left;
  let middle = place.top + rowHeight / 2;
  const entries = [...keys, ...families.map((family) => familyKey(family, place.withCounts))];
  for (const [index, entry] of entries.entries()) {
    const startsFamilies = index === keys.length;
    const width = entry.width + textGap + measureText(entry.text, font);
    const separatorWidth = startsFamilies ? entryGap : 0;
    if (x > place.left && x + separatorWidth + width > place.left + place.width) {
      x = place.left;
      middle += rowHeight;
    } else if (startsFamilies) {
      drawn.push(drawSeparator(x, middle, theme));
      x += separatorWidth;
    }
    drawn.push(...drawEntry(entry, x, middle, measureText, theme));
    x += width + entryGap;
  }
  return { drawing: element("g", {}, ...drawn), height: middle + rowHeight / 2 - place.top };
}

function familyKey({ name, mark, modelCount }: FigureFamily, withCount: boolean): LegendKey {
  const text = shortened(name, longestFamilyName) + (withCount ? ` ${formatCount(modelCount)}` : "");
  return markKey(text, mark, false);
}

function drawEntry(
  { text, width, shapes }: LegendKey,
  x: number,
  middle: number,
  measureText: MeasureText,
  theme: Theme,
): Markup[] {
  const label = {
    text,
    x: x + width + textGap,
    baseline: baselineAround(middle, font.size),
    anchor: "start",
    font,
    tone: "quiet",
  } as const;
  return [
    ...drawShapes(
      shapes.map((shape) => movedShape(shape, x, middle)),
      theme,
    ),
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
