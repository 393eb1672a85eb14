import type { DrawnText, Shape, Target } from "../../scene/drawing.ts";
import type { FigureSize } from "../../scene/plots/figureSize.ts";
import { plotDetailFont, plotTitle } from "../../scene/plots/plotTitle.ts";
import type { PlotPlace } from "../../scene/plots/smallMultiples.ts";
import { bareText, straightLine } from "../../scene/shapes.ts";
import { firstThatFits } from "../../scene/text/fittedText.ts";
import { type MeasureText, placeText } from "../../scene/text/text.ts";
import { counted, formatCount } from "../../text/numbers.ts";
import { densityLabels, placePowerTicks, placeTimeTicks } from "../axes/placedTicks.ts";
import { type Scales, scalesOf, segmentOf } from "../axes/scales.ts";
import { timeAxisShapes } from "../axes/timeAxis.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import { modelsAtRest, modelsInMotion } from "./benchmarkModels.ts";
import type { BenchmarkPlot, BenchmarksFigure } from "./benchmarksFigure.ts";
import { fitStyle } from "./fitStyle.ts";

const titleBaseline = 11;
const resultBaseline = 26;
/** How far a label of the time axis may reach past its plot: neighbours must not meet. */
const labelOverhang = 6;

/** One benchmark's densities over time, the line that is claimed and what is claimed. */
export function drawBenchmarkPlot(
  plot: BenchmarkPlot,
  figure: BenchmarksFigure,
  place: PlotPlace,
  { width, measureText }: FigureSize,
  options: DrawingOptions,
): { readonly shapes: readonly Shape[]; readonly targets: readonly Target[] } {
  const scales = scalesOf(figure.timeRange, figure.densityRange, place.plot);
  const fit = segmentOf(plot.line, scales, place.plot);
  const models = { plot, figure, scales, bounds: place.plot, fit };
  const { shapes, targets } =
    options.movement === undefined
      ? modelsAtRest(models, options, measureText)
      : modelsInMotion(models, options, options.movement);
  return {
    shapes: [
      ...drawAxes(figure, place, width, scales, measureText),
      ...(fit === undefined ? [] : [straightLine(fit.from, fit.to, fitStyle.paint, fitStyle.width)]),
      ...drawTitle(plot, place, measureText),
      ...shapes,
    ],
    targets,
  };
}

/** The name with the number of models, and below it what can be said of the doubling. */
function drawTitle(
  { name, points, result, line }: BenchmarkPlot,
  { cell, plot }: PlotPlace,
  measureText: MeasureText,
): DrawnText[] {
  const { left, top } = cell;
  const counts = [counted(points.length, "model"), formatCount(points.length)];
  const title = plotTitle(name, counts, { left, right: plot.right }, top + titleBaseline, measureText);
  const text = firstThatFits(result, plot.right - left, plotDetailFont, measureText);
  if (text === undefined) return title;
  const place = { text, x: left, baseline: top + resultBaseline, anchor: "start" } as const;
  const tone = line === undefined ? "quiet" : "foreground";
  return [...title, bareText(placeText({ ...place, font: plotDetailFont, tone }, measureText))];
}

function drawAxes(
  { densityRange, timeRange }: BenchmarksFigure,
  { cell, plot }: PlotPlace,
  width: number,
  { xOf, yOf }: Scales,
  measureText: MeasureText,
): Shape[] {
  const densities = placePowerTicks(densityRange, plot, yOf, densityLabels, measureText).ticks;
  const times = placeTimeTicks(timeRange, width, plot, xOf, measureText).map((tick) => {
    const box = tick.label?.box;
    const isBeside = box && box.left >= cell.left && box.right <= cell.right + labelOverhang;
    return isBeside ? tick : { ...tick, label: undefined };
  });
  return [
    ...densities
      .filter(({ y }) => Math.abs(y - plot.bottom) >= 1)
      .map(({ exponent, y }) => {
        const paint = exponent === 0 ? "referenceLine" : "gridline";
        return straightLine({ x: plot.left, y }, { x: plot.right, y }, paint);
      }),
    ...densities.flatMap(({ label }) => (label === undefined ? [] : [bareText(label)])),
    ...timeAxisShapes(times, plot),
  ];
}
