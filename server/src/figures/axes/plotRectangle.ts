import type { Rectangle } from "../../scene/geometry.ts";
import { type FigureSize, sidePadding } from "../../scene/plots/figureSize.ts";
import { type Font, type PlacedText, placeText } from "../../scene/text/text.ts";

/** What a figure of one plot needs around it, in pixels. */
export interface AroundPlot {
  readonly above: number;
  readonly below: number;
  /** Width of the widest label of the upright axis, for a plot of this height. */
  labelWidth(height: number): number;
  /** The right side of the plot. */
  readonly right: number;
}

/** Between the labels of an upright axis and the plot. */
export const axisLabelGap = 8;
export const axisNameFont: Font = { size: 11.5, weight: 400 };
const axisNameBaseline = 12;
const leastPlotSide = 40;

/** The one plot of a figure. Short labels reach into the padding, so that it keeps its place among figures. */
export function plotRectangle({ width, height }: FigureSize, around: AroundPlot): Rectangle {
  const padding = sidePadding(width);
  const top = around.above;
  const bottom = Math.max(top + leastPlotSide, height - around.below);
  const left = Math.max(padding + 26, padding / 2 + around.labelWidth(bottom - top) + axisLabelGap);
  return { left, top, right: Math.max(left + leastPlotSide, around.right), bottom };
}

/** The name of the upright axis, above the plot. */
export function placeAxisName(text: string, { width, measureText }: FigureSize): PlacedText {
  const place = { x: sidePadding(width), baseline: axisNameBaseline, anchor: "start" } as const;
  return placeText({ text, ...place, font: axisNameFont, tone: "quiet" }, measureText);
}
