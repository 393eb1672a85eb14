import type { Drawing, DrawnText, Shape } from "../../scene/drawing.ts";
import type { Rectangle, Segment } from "../../scene/geometry.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { bareText, straightLine } from "../../scene/shapes.ts";
import { baselineAround, type Font, type PlacedText, placeText } from "../../scene/text/text.ts";
import { formatDays } from "../../text/dates.ts";
import { countedInWords, formatDollars } from "../../text/numbers.ts";
import { type PowerLabels, placePowerTicks, placeTimeTicks, powerLabelWidth } from "../axes/placedTicks.ts";
import { placeAxisName, plotRectangle } from "../axes/plotRectangle.ts";
import { scalesOf, segmentOf } from "../axes/scales.ts";
import { timeAxisShapes } from "../axes/timeAxis.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import { pricesAtRest, pricesInMotion } from "./priceModels.ts";
import type { PricesFigure } from "./pricesFigure.ts";

const spaceAbovePlot = 26;
const spaceBelowPlot = 30;
const lineNameGap = 8;
const lineNameFont: Font = { size: 12, weight: 650 };
const fitWidth = 2;
const dashes = [5, 4];

/** One significant figure below $0.10: $0.125, $0.06. */
const priceLabels: PowerLabels = {
  textOf: (exponent) => {
    const dollars = 2 ** exponent;
    return formatDollars(dollars, dollars < 0.1 ? 1 : 3);
  },
  isBold: () => false,
};

/** Price per million tokens over time, in pixels. */
export function drawPrices(figure: PricesFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const { priceRange, timeRange, fit } = figure;
  const { width, measureText } = size;
  const words =
    width < narrowBelow || fit === undefined ? undefined : `÷2 in ${formatDays(fit.halvingTimeDays)}`;
  const plot = placePlot(figure, words, size);
  const scales = scalesOf(timeRange, priceRange, plot);
  const prices = placePowerTicks(priceRange, plot, scales.yOf, priceLabels, measureText);
  const solid = segmentOf(fit?.solid, scales, plot);
  const dashed = segmentOf(fit?.dashed, scales, plot);
  const lines = [solid, dashed].filter((line) => line !== undefined);
  const place = { figure, size, plot, scales, lines, lineNames: lineNames(words, lines.at(-1), plot, size) };
  const models =
    options.movement === undefined
      ? pricesAtRest(place, options)
      : pricesInMotion(place, options, options.movement);
  return {
    shapes: [
      ...prices.ticks
        .filter(({ y }) => Math.abs(y - plot.bottom) >= 1)
        .map(({ y }) => straightLine({ x: plot.left, y }, { x: plot.right, y }, "gridline")),
      ...timeAxisShapes(placeTimeTicks(timeRange, width, plot, scales.xOf, measureText), plot),
      bareText(placeAxisName(axisName(prices.doublingsPerLine, width), size)),
      ...prices.ticks.flatMap(({ label }): DrawnText[] => (label === undefined ? [] : [bareText(label)])),
      models.frontier,
      ...(solid === undefined ? [] : [fitLine(solid)]),
      ...(dashed === undefined ? [] : [{ ...fitLine(dashed), dashes }]),
      ...models.shapes,
    ],
    targets: models.targets,
    area: plot,
    plots: [plot],
  };
}

function placePlot({ priceRange }: PricesFigure, words: string | undefined, size: FigureSize): Rectangle {
  const { width, measureText } = size;
  const nameWidth = words === undefined ? 0 : lineNameGap + measureText(words, lineNameFont);
  return plotRectangle(size, {
    above: spaceAbovePlot,
    below: spaceBelowPlot,
    labelWidth: (height) => powerLabelWidth(priceRange, height, priceLabels, measureText),
    right: width - sidePadding(width) - nameWidth,
  });
}

function axisName(halvingsPerLine: number, width: number): string {
  return width < narrowBelow
    ? "US dollars per million tokens, log₂"
    : `US dollars per million tokens, log₂ scale: one gridline, ${countedInWords(halvingsPerLine, "halving")}`;
}

/** Places for "÷2 in 76 days", the best first: at the line's end, and beside the plot, where no mark is. */
function lineNames(
  words: string | undefined,
  line: Segment | undefined,
  { right }: Rectangle,
  { measureText }: FigureSize,
): PlacedText[] {
  if (words === undefined || line === undefined) return [];
  const { x: endX, y } = line.to;
  const baseline = baselineAround(y, lineNameFont.size);
  const style = { text: words, baseline, anchor: "start", font: lineNameFont, tone: "strong" } as const;
  return [endX, right].map((x) => placeText({ ...style, x: x + lineNameGap }, measureText));
}

function fitLine({ from, to }: Segment): Shape & { readonly kind: "line" } {
  return straightLine(from, to, "strong", fitWidth);
}
