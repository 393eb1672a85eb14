import type { ShadedArea, Shape, StrokedLine, Target } from "../../scene/drawing.ts";
import type { Rectangle } from "../../scene/geometry.ts";
import {
  chosenNameShapes,
  type PlotMark,
  plotMarkBox,
  plotMarkShapes,
  plotTargets,
} from "../../scene/plots/plotMarks.ts";
import { plotDetailFont, plotTitle } from "../../scene/plots/plotTitle.ts";
import type { PlotPlace } from "../../scene/plots/smallMultiples.ts";
import { bareText, straightLine } from "../../scene/shapes.ts";
import { baselineAround, type MeasureText, placeText } from "../../scene/text/text.ts";
import { curveReadingPhrase, readablePhrases } from "../../wording/curves.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import { type CurveScales, curveScales } from "./curveScales.ts";
import { curveStyles } from "./curveStyles.ts";
import type { CurvePlot, CurvesFigure } from "./curvesFigureData.ts";
import { drawLimits } from "./drawLimits.ts";
import { drawSizeAxis } from "./drawSizeAxis.ts";

const titleBaseline = 12;
const tickLabelGap = 6;
const scoreTicks = [0, 50, 100];

/** One curve with its ranges, the models on it and its title. */
export function drawCurvePlot(
  plot: CurvePlot,
  figure: CurvesFigure,
  place: PlotPlace,
  measureText: MeasureText,
  options: DrawingOptions,
): { readonly shapes: readonly Shape[]; readonly targets: readonly Target[] } {
  const scales = curveScales(figure.sizeRange, place.plot);
  const curve = plot.stretches.map(
    ({ support, steps }): StrokedLine => ({
      kind: "line",
      ...curveStyles[support],
      through: steps.map(({ parameters, percent }) => scales.at(parameters, percent)),
    }),
  );
  const marks = marksOn(plot, figure, scales, options.isShown);
  const { runsEnd, fittedEnd } = figure;
  const limits = drawLimits(
    plot,
    {
      parameters: runsEnd === undefined ? [fittedEnd] : [runsEnd, fittedEnd],
      areNamed: plot === figure.plots[0],
    },
    place.plot,
    scales,
    {
      curve: curve.map(({ through }) => through),
      marks: marks.map((mark) => plotMarkBox(mark, options.pinned)),
    },
    measureText,
  );
  const title = { left: place.cell.left, right: place.plot.right };
  return {
    shapes: [
      ...shading(plot, place.plot, scales),
      ...scoreGrid(place, scales, measureText),
      ...drawSizeAxis(figure.sizeRange, place, scales, measureText),
      ...limits.lines,
      ...curve,
      ...limits.names,
      ...plotTitle(
        plot.name,
        readablePhrases(plot.readable, plot.validUpTo),
        title,
        place.cell.top + titleBaseline,
        measureText,
      ),
      ...chosenNameShapes(
        marks,
        options,
        { bounds: place.plot, texts: limits.names.map(({ text }) => text.box), lines: limits.segments },
        measureText,
      ),
      ...plotMarkShapes(marks, options),
    ],
    targets: plotTargets(marks),
  };
}

function marksOn(
  { name: curveName, readings }: CurvePlot,
  { models }: CurvesFigure,
  { at }: CurveScales,
  isShown: DrawingOptions["isShown"],
): PlotMark[] {
  return readings.flatMap(({ model, parameters, percent }): PlotMark[] => {
    const drawn = models[model];
    if (drawn === undefined || !isShown(drawn.family.name)) return [];
    const { id, name, family, isRecord } = drawn;
    const reading = curveReadingPhrase(curveName, percent, parameters);
    const description = `${name}, ${reading}, ${family.name}${isRecord ? ", record" : ""}`;
    return [{ id, name, mark: family.mark, isRecord, at: at(parameters, percent), description }];
  });
}

/** Above and below the scores that can be read; the whole plot when none can. */
function shading({ readable }: CurvePlot, plot: Rectangle, { yOf }: CurveScales): ShadedArea[] {
  if (readable === undefined) return [areaBetween(plot, plot.top, plot.bottom)];
  return [areaBetween(plot, plot.top, yOf(readable.high)), areaBetween(plot, yOf(readable.low), plot.bottom)];
}

function areaBetween({ left, right }: Rectangle, top: number, bottom: number): ShadedArea {
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return { kind: "area", corners, strength: "band" };
}

function scoreGrid({ plot }: PlotPlace, { yOf }: CurveScales, measureText: MeasureText): Shape[] {
  return scoreTicks.flatMap((percent): Shape[] => {
    const y = yOf(percent);
    const line = {
      text: String(percent),
      x: plot.left - tickLabelGap,
      baseline: baselineAround(y, plotDetailFont.size),
      anchor: "end",
      font: plotDetailFont,
      tone: "quiet",
    } as const;
    const label = bareText(placeText(line, measureText));
    return percent === 0
      ? [label]
      : [straightLine({ x: plot.left, y }, { x: plot.right, y }, "gridline"), label];
  });
}
