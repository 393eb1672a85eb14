import type { Rectangle } from "../../scene/geometry.ts";
import {
  baselineAround,
  type Font,
  type MeasureText,
  type PlacedText,
  placeText,
} from "../../scene/text/text.ts";
import { formatPowerOfTwo } from "../../text/numbers.ts";
import type { DaySpan } from "../../trend/fit/lineOnDays.ts";
import type { PowerRange } from "./axisRanges.ts";
import { axisLabelGap } from "./plotRectangle.ts";
import type { Scales } from "./scales.ts";
import { powerTicks, type TimeTick, timeTicks } from "./ticks.ts";

/** A gridline: one power of two. */
export interface PlacedPowerTick {
  readonly exponent: number;
  readonly y: number;
  readonly label: PlacedText | undefined;
}

/** A tick on the time axis. */
export interface PlacedTimeTick {
  readonly epochDay: number;
  readonly isYear: boolean;
  readonly x: number;
  readonly label: PlacedText | undefined;
}

const plainFont: Font = { size: 11, weight: 400 };
const boldFont: Font = { size: 11, weight: 650 };
const timeLabelBaseline = 18.5;
const timeLabelGap = 10;
/** Labels keep this far from the sides of the picture. */
const margin = 4;

/** How the labels of an axis of powers of two are written. */
export interface PowerLabels {
  textOf(exponent: number): string;
  isBold(exponent: number): boolean;
}

/** Densities; the reference model's, 1, is bold. */
export const densityLabels: PowerLabels = {
  textOf: formatPowerOfTwo,
  isBold: (exponent) => exponent === 0,
};

/** Gridlines and their labels. */
export function placePowerTicks(
  range: PowerRange,
  plot: Rectangle,
  yOf: Scales["yOf"],
  { textOf, isBold }: PowerLabels,
  measureText: MeasureText,
): { readonly ticks: readonly PlacedPowerTick[]; readonly doublingsPerLine: number } {
  const { ticks, doublingsPerLine } = powerTicks(range, plot.bottom - plot.top);
  return {
    doublingsPerLine,
    ticks: ticks.map(({ exponent, isLabelled }) => {
      const y = yOf(exponent);
      const line = {
        text: textOf(exponent),
        x: plot.left - axisLabelGap,
        baseline: baselineAround(y, plainFont.size),
        anchor: "end",
        font: isBold(exponent) ? boldFont : plainFont,
        tone: isBold(exponent) ? "foreground" : "quiet",
      } as const;
      return { exponent, y, label: isLabelled ? placeText(line, measureText) : undefined };
    }),
  };
}

/** Width of the widest label of an axis of powers of two. */
export function powerLabelWidth(
  range: PowerRange,
  height: number,
  { textOf, isBold }: PowerLabels,
  measureText: MeasureText,
): number {
  const { ticks } = powerTicks(range, height);
  const widths = ticks.flatMap(({ exponent, isLabelled }) =>
    isLabelled ? [measureText(textOf(exponent), isBold(exponent) ? boldFont : plainFont)] : [],
  );
  return Math.max(0, ...widths);
}

/** Ticks of the time axis: years bold, months short, the first label with its year. */
export function placeTimeTicks(
  range: DaySpan,
  width: number,
  plot: Rectangle,
  xOf: Scales["xOf"],
  measureText: MeasureText,
): PlacedTimeTick[] {
  const yearWidth = measureText("2024", boldFont);
  const firstWidth = measureText("May 2024", plainFont);
  const ticks = timeTicks(
    range,
    plot.right - plot.left,
    (yearWidth + firstWidth) / 2 + timeLabelGap,
    yearWidth + timeLabelGap,
  );
  let isFirst = true;
  return ticks.map((tick) => {
    const x = xOf(tick.epochDay);
    const label = tick.isLabelled
      ? placeText(
          { ...timeLabel(tick, isFirst), x, baseline: plot.bottom + timeLabelBaseline, anchor: "middle" },
          measureText,
        )
      : undefined;
    const isShown = label !== undefined && label.box.left >= margin && label.box.right <= width - margin;
    if (isShown) isFirst = false;
    return {
      epochDay: tick.epochDay,
      isYear: tick.month === undefined,
      x,
      label: isShown ? label : undefined,
    };
  });
}

function timeLabel({ year, month }: TimeTick, isFirst: boolean): Pick<PlacedText, "text" | "font" | "tone"> {
  if (month === undefined) return { text: String(year), font: boldFont, tone: "foreground" };
  return { text: isFirst ? `${month} ${year}` : month, font: plainFont, tone: "quiet" };
}
