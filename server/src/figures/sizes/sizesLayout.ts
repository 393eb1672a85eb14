import type { Rectangle } from "../../scene/geometry.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import {
  baselineAround,
  type Font,
  type MeasureText,
  type PlacedText,
  placeText,
  type TextAnchor,
} from "../../scene/text/text.ts";
import { formatPowerOfTwo } from "../../text/numbers.ts";
import { capitalised } from "../../text/sentences.ts";
import { extent } from "../axes/axisRanges.ts";
import { type ParameterTick, parameterRange, parameterTicks } from "../axes/parameterAxis.ts";
import { axisLabelGap, axisNameFont, placeAxisName, plotRectangle } from "../axes/plotRectangle.ts";
import { type Diagonal, placeDiagonals } from "./diagonals.ts";
import type { SizesFigure } from "./sizesFigure.ts";
import { type SizesScales, sizesScales } from "./sizesScales.ts";

/** A tick of one axis: its place along it, in pixels. */
export interface PlacedParameterTick extends Pick<ParameterTick, "isPower"> {
  readonly at: number;
  readonly label: PlacedText | undefined;
}

/** Everything around the marks, in its place. */
export interface SizesLayout {
  readonly plot: Rectangle;
  readonly scales: SizesScales;
  readonly axisNames: readonly PlacedText[];
  readonly actualTicks: readonly PlacedParameterTick[];
  readonly effectiveTicks: readonly PlacedParameterTick[];
  readonly diagonals: readonly Diagonal[];
}

const spaceAbovePlot = 36;
const spaceBelowPlot = 44;
const nameGap = 6;
const margin = 4;
const tickFont: Font = { size: 11, weight: 400 };
const tickLabelBaseline = 16.5;
const lowerNameBaseline = 34;

/** Puts axes and diagonals in their places; hidden families leave them where they are. */
export function layoutSizes({ points, sizeName }: SizesFigure, size: FigureSize): SizesLayout {
  const { width, measureText } = size;
  const isNarrow = width < narrowBelow;
  const actual = parameterRange(points.map(({ actualParameters }) => actualParameters));
  const effective = parameterRange(points.map(({ effectiveParameters }) => effectiveParameters));
  const padding = sidePadding(width);
  const densities = points.map(({ density }) => density);
  const names = [formatPowerOfTwo(Math.floor(Math.log2(extent(densities).low))), "1/16"];
  const plot = plotRectangle(size, {
    above: spaceAbovePlot,
    below: spaceBelowPlot,
    labelWidth: (height) =>
      widest(
        parameterTicks(effective, height).map(({ label }) => label),
        tickFont,
        measureText,
      ),
    right: width - padding - nameGap - widest(names, tickFont, measureText),
  });
  const scales = sizesScales(actual, effective, plot);
  const text = (words: string, x: number, baseline: number, anchor: TextAnchor, font: Font) =>
    placeText({ text: words, x, baseline, anchor, font, tone: "quiet" }, measureText);
  const upperName = placeAxisName(
    isNarrow ? "Effective parameters, log" : "Effective parameters, log scale",
    size,
  );
  const lowerName = text(
    `${capitalised(sizeName)} parameters, ${isNarrow ? "log" : "log scale"}`,
    plot.right,
    plot.bottom + lowerNameBaseline,
    "end",
    axisNameFont,
  );
  const effectiveTicks = parameterTicks(effective, plot.bottom - plot.top).map((tick) => {
    const at = scales.yOf(tick.exponent);
    const baseline = baselineAround(at, tickFont.size);
    return { ...tick, at, label: text(tick.label, plot.left - axisLabelGap, baseline, "end", tickFont) };
  });
  return {
    plot,
    scales,
    axisNames: [upperName, lowerName],
    actualTicks: spaced(
      parameterTicks(actual, plot.right - plot.left).map((tick) => {
        const at = scales.xOf(tick.exponent);
        return {
          ...tick,
          at,
          label: text(tick.label, at, plot.bottom + tickLabelBaseline, "middle", tickFont),
        };
      }),
      width,
    ),
    effectiveTicks,
    diagonals: placeDiagonals({ actual, densities }, scales, plot, {
      bounds: { left: padding, top: 0, right: width - margin, bottom: plot.bottom },
      taken: [upperName, ...effectiveTicks.map(({ label }) => label)].map(({ box }) => box),
      isNarrow,
      measureText,
    }),
  };
}

/** Labels that leave the picture, or come too near the one before, are left out. */
function spaced(ticks: readonly (PlacedParameterTick & { readonly label: PlacedText })[], width: number) {
  let free = margin;
  return ticks.map(({ label, ...tick }): PlacedParameterTick => {
    const { left, right } = label.box;
    if (left < free || right > width - margin) return { ...tick, label: undefined };
    free = right + axisLabelGap;
    return { ...tick, label };
  });
}

function widest(texts: readonly string[], font: Font, measureText: MeasureText): number {
  return Math.max(0, ...texts.map((text) => measureText(text, font)));
}
