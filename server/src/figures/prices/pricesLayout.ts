import { clipped, type Position, type Rectangle, type Segment } from "../../scene/geometry.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { baselineAround, type Font, type PlacedText, placeText } from "../../scene/text/text.ts";
import { formatDays } from "../../text/dates.ts";
import { countedInWords, formatDollars } from "../../text/numbers.ts";
import { exponentOn, type FigureLine } from "../../trend/fit/lineOnDays.ts";
import { type PlacedTimeTick, placeTimeTicks } from "../axes/placedTicks.ts";
import { densityTicks } from "../axes/ticks.ts";
import type { PricesFigure } from "./pricesFigure.ts";

/** A gridline: one power of two of a dollar. */
export interface PlacedPriceTick {
  readonly y: number;
  readonly label: PlacedText | undefined;
}

/** Everything around the marks, in its place. */
export interface PricesLayout {
  readonly plot: Rectangle;
  readonly axisName: PlacedText;
  readonly priceTicks: readonly PlacedPriceTick[];
  readonly timeTicks: readonly PlacedTimeTick[];
  /** The line is cut at the plot; `undefined` when nothing of it is left. */
  readonly fit: { readonly solid: Segment | undefined; readonly dashed: Segment | undefined };
  /**
   * Places for "÷2 in 76 days", the best first: at the line's end, and beside the plot, where no mark is. None
   * on narrow pages.
   */
  readonly lineNames: readonly PlacedText[];
  positionOf(epochDay: number, price: number): Position;
}

const spaceAbovePlot = 26;
const spaceBelowPlot = 30;
const leastPlotSide = 40;
const labelGap = 8;
const lineNameGap = 8;
const axisNameBaseline = 12;
const axisNameFont: Font = { size: 11.5, weight: 400 };
const tickFont: Font = { size: 11, weight: 400 };
const lineNameFont: Font = { size: 12, weight: 650 };

/** Puts axes and the line in their places. */
export function layoutPrices(figure: PricesFigure, { width, height, measureText }: FigureSize): PricesLayout {
  const { priceRange, timeRange, fit } = figure;
  const isNarrow = width < narrowBelow;
  const padding = sidePadding(width);
  const top = spaceAbovePlot;
  const bottom = Math.max(top + leastPlotSide, height - spaceBelowPlot);
  const { ticks, doublingsPerLine } = densityTicks(priceRange, bottom - top);
  const labels = ticks.map(({ exponent, isLabelled }) => (isLabelled ? priceLabel(exponent) : ""));
  const labelWidth = Math.max(...labels.map((label) => measureText(label, tickFont)));
  const left = Math.max(padding + 26, padding / 2 + labelWidth + labelGap);
  const lineWords = isNarrow || fit === undefined ? undefined : `÷2 in ${formatDays(fit.halvingTimeDays)}`;
  const nameWidth = lineWords === undefined ? 0 : lineNameGap + measureText(lineWords, lineNameFont);
  const right = Math.max(left + leastPlotSide, width - padding - nameWidth);
  const plot = { left, top, right, bottom };
  const perDay = (right - left) / (timeRange.lastEpochDay - timeRange.firstEpochDay);
  const perHalving = (bottom - top) / (priceRange.highestExponent - priceRange.lowestExponent);
  const xOf = (epochDay: number) => left + (epochDay - timeRange.firstEpochDay) * perDay;
  const yOf = (exponent: number) => bottom - (exponent - priceRange.lowestExponent) * perHalving;
  const segmentOf = (line: FigureLine | undefined) => {
    if (line === undefined) return undefined;
    const at = (epochDay: number) => ({ x: xOf(epochDay), y: yOf(exponentOn(line, epochDay)) });
    return clipped({ from: at(line.firstEpochDay), to: at(line.lastEpochDay) }, plot);
  };
  const placedFit = { solid: segmentOf(fit?.solid), dashed: segmentOf(fit?.dashed) };
  const end = (placedFit.dashed ?? placedFit.solid)?.to;
  return {
    plot,
    axisName: placeText(
      {
        text: isNarrow
          ? "US dollars per million tokens, log₂"
          : `US dollars per million tokens, log₂ scale: one gridline, ${countedInWords(doublingsPerLine, "halving")}`,
        x: padding,
        baseline: axisNameBaseline,
        anchor: "start",
        font: axisNameFont,
        tone: "quiet",
      },
      measureText,
    ),
    priceTicks: ticks.map(({ exponent }, place) => {
      const y = yOf(exponent);
      const text = labels[place] ?? "";
      const line = { text, x: left - labelGap, baseline: baselineAround(y, tickFont.size) } as const;
      return {
        y,
        label:
          text === ""
            ? undefined
            : placeText({ ...line, anchor: "end", font: tickFont, tone: "quiet" }, measureText),
      };
    }),
    timeTicks: placeTimeTicks(timeRange, width, plot, xOf, measureText),
    fit: placedFit,
    lineNames:
      lineWords === undefined || end === undefined
        ? []
        : [end.x, right].map((x) =>
            placeText(
              {
                text: lineWords,
                x: x + lineNameGap,
                baseline: baselineAround(end.y, lineNameFont.size),
                anchor: "start",
                font: lineNameFont,
                tone: "strong",
              },
              measureText,
            ),
          ),
    positionOf: (epochDay, price) => ({ x: xOf(epochDay), y: yOf(Math.log2(price)) }),
  };
}

/** Two significant figures below 0.1 $: 0.125 $, 0.063 $. */
function priceLabel(exponent: number): string {
  const dollars = 2 ** exponent;
  return formatDollars(dollars, dollars < 0.1 ? 1 : 3);
}
