import { clipped, isWithin, overlaps, type Rectangle, type Segment } from "../../scene/geometry.ts";
import {
  baselineAround,
  type Font,
  type MeasureText,
  type PlacedText,
  placeText,
} from "../../scene/text/text.ts";
import { formatPowerOfTwo } from "../../text/numbers.ts";
import { extent } from "../axes/axisRanges.ts";
import type { ParameterRange } from "../axes/parameterAxis.ts";
import type { SizesScales } from "./sizesScales.ts";

/** A line on which density is the same power of two. */
export interface Diagonal {
  /** Of two; 0 is the reference model's line. */
  readonly exponent: number;
  readonly line: Segment;
  /** At the upper right end; absent where there is no room. */
  readonly name: PlacedText | undefined;
}

/** What the lines have to do with. */
interface DiagonalRanges {
  readonly actual: ParameterRange;
  readonly densities: readonly number[];
}

/** Where names of lines may stand. */
interface NamePlaces {
  readonly bounds: Rectangle;
  readonly taken: readonly Rectangle[];
  readonly isNarrow: boolean;
  readonly measureText: MeasureText;
}

/** Lines closer than this, in pixels up the page, are a grey area. */
const leastSpacing = 40;
/** A line this short, in pixels across, says nothing. */
const leastLength = 12;

const plainFont: Font = { size: 11, weight: 400 };
const boldFont: Font = { size: 11, weight: 650 };
const gapBeside = 6;
const gapAbove = 5;
const textGap = 6;

/** The lines of equal density among those of the models and through a plot, from the densest. */
export function placeDiagonals(
  ranges: DiagonalRanges,
  scales: SizesScales,
  plot: Rectangle,
  picture: NamePlaces,
): Diagonal[] {
  const lines = diagonalLines(ranges, scales, plot);
  const names = placeNames(lines, plot, picture);
  return lines.map((line) => ({ ...line, name: names.get(line.exponent) }));
}

type Line = Omit<Diagonal, "name">;

function diagonalLines(
  { actual, densities }: DiagonalRanges,
  { xOf, yOf }: SizesScales,
  plot: Rectangle,
): Line[] {
  const perDoubling = (yOf(0) - yOf(1)) * Math.log10(2);
  const step = 2 ** Math.max(0, Math.ceil(Math.log2(leastSpacing / perDoubling)));
  const { low, high } = extent(densities.map(Math.log2));
  const highest = Math.max(0, Math.ceil(high));
  const lowest = Math.min(0, Math.floor(low));
  const lines: Line[] = [];
  for (let exponent = Math.floor(highest / step) * step; exponent >= lowest; exponent -= step) {
    const at = (actualExponent: number) => ({
      x: xOf(actualExponent),
      y: yOf(actualExponent + exponent * Math.log10(2)),
    });
    const line = clipped({ from: at(actual.lowestExponent), to: at(actual.highestExponent) }, plot);
    if (line !== undefined && line.to.x - line.from.x >= leastLength)
      lines.push({ exponent: exponent === 0 ? 0 : exponent, line });
  }
  return lines;
}

/** The reference's name is placed first, the others around it where they have room. */
function placeNames(
  lines: readonly Line[],
  plot: Rectangle,
  { bounds, taken, isNarrow, measureText }: NamePlaces,
): Map<number, PlacedText> {
  const names = new Map<number, PlacedText>();
  const reference = lines.filter(({ exponent }) => exponent === 0);
  const others = lines.filter(({ exponent }) => exponent !== 0);
  const first = lines[0];
  for (const line of [...reference, ...others]) {
    const value = `${line === first ? "density " : ""}${formatPowerOfTwo(line.exponent)}`;
    const isReference = line.exponent === 0 && !isNarrow;
    for (const words of isReference ? [`${value}, the reference`, value] : [value]) {
      const name = placeName(words, line, plot, bounds, measureText);
      const isFree = [...taken, ...[...names.values()].map(({ box }) => box)].every(
        (box) => !overlaps(box, name.box, textGap),
      );
      if (!isFree || !isWithin(name.box, bounds)) continue;
      names.set(line.exponent, name);
      break;
    }
  }
  return names;
}

function placeName(
  text: string,
  { exponent, line: { to } }: Line,
  plot: Rectangle,
  bounds: Rectangle,
  measureText: MeasureText,
): PlacedText {
  const style =
    exponent === 0
      ? ({ font: boldFont, tone: "foreground" } as const)
      : ({ font: plainFont, tone: "quiet" } as const);
  const endsAtTop = to.y <= plot.top + 0.5;
  if (!endsAtTop) {
    const baseline = baselineAround(to.y, style.font.size);
    return placeText({ text, x: plot.right + gapBeside, baseline, anchor: "start", ...style }, measureText);
  }
  const halfWidth = measureText(text, style.font) / 2;
  const x = Math.min(Math.max(to.x, bounds.left + halfWidth), bounds.right - halfWidth);
  return placeText({ text, x, baseline: plot.top - gapAbove, anchor: "middle", ...style }, measureText);
}
