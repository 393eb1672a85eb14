import type { DrawnText, ShadedArea, Shape, StrokedLine, Target } from "../drawing/drawing.ts";
import type { DrawingOptions } from "../drawing/drawnFigure.ts";
import { drawPinnedNames } from "../drawing/pinnedNames.ts";
import { drawMarks, drawRings, markBox, markTargets, type PlotMark } from "../drawing/plotMarks.ts";
import { bareText, plotDetailFont, plotTitle } from "../drawing/plotTitle.ts";
import type { PlotPlace } from "../drawing/smallMultiples.ts";
import type { Rectangle } from "../figure/geometry.ts";
import { baselineAround, type MeasureText } from "../figure/text.ts";
import { readablePhrases } from "../wording/curves.ts";
import { formatParameters, formatPercent } from "../wording/numbers.ts";
import { type CurveScales, curveScales } from "./curveScales.ts";
import { curveStyles } from "./curveStyles.ts";
import type { CurvePlot, CurvesFigure } from "./curvesFigure.ts";
import { drawLimits } from "./drawLimits.ts";
import { drawSizeAxis } from "./sizeTicks.ts";

const titleBaseline = 12;
const tickLabelGap = 6;
const scoreTicks = [0, 50, 100];

/** One curve with its ranges, the models on it and its title. */
export function drawCurvePlot(
  plot: CurvePlot,
  figure: CurvesFigure,
  place: PlotPlace,
  measureText: MeasureText,
  { isShown, pinned }: DrawingOptions,
): { readonly shapes: readonly Shape[]; readonly targets: readonly Target[] } {
  const scales = curveScales(figure.sizeRange, place.plot);
  const curve = plot.stretches.map(
    ({ support, steps }): StrokedLine => ({
      kind: "line",
      ...curveStyles[support],
      through: steps.map(({ parameters, percent }) => scales.at(parameters, percent)),
    }),
  );
  const marks = plot.readings.flatMap(({ model, parameters, percent }): PlotMark[] => {
    const drawn = figure.models[model];
    if (drawn === undefined || !isShown(drawn.family.name)) return [];
    const { id, name, family, isRecord } = drawn;
    const facts = `${plot.name} ${formatPercent(percent, 1)}, ${formatParameters(parameters)} effective parameters`;
    return [{ id, name, family, isRecord, at: scales.at(parameters, percent), facts }];
  });
  const { runsEnd, fittedEnd } = figure;
  const dataEnds = runsEnd === undefined ? [fittedEnd] : [runsEnd, fittedEnd];
  const limits = drawLimits(
    plot,
    { parameters: dataEnds, areNamed: plot === figure.plots[0] },
    place.plot,
    scales,
    { curve: curve.map(({ through }) => through), marks: marks.map(markBox) },
    measureText,
  );
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
        { left: place.cell.left, right: place.plot.right },
        place.cell.top + titleBaseline,
        measureText,
      ),
      ...drawPinnedNames(
        marks,
        pinned,
        { bounds: place.plot, texts: limits.names.map(({ text }) => text.box), lines: limits.segments },
        measureText,
      ),
      ...drawRings(marks, pinned),
      ...drawMarks(marks),
    ],
    targets: markTargets(marks),
  };
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

function scoreGrid(
  { plot }: PlotPlace,
  { yOf }: CurveScales,
  measureText: MeasureText,
): (StrokedLine | DrawnText)[] {
  return scoreTicks.flatMap((percent) => {
    const y = yOf(percent);
    const label = bareText(
      {
        text: String(percent),
        x: plot.left - tickLabelGap,
        baseline: baselineAround(y, plotDetailFont.size),
        anchor: "end",
        font: plotDetailFont,
        tone: "quiet",
      },
      measureText,
    );
    if (percent === 0) return [label];
    const through = [
      { x: plot.left, y },
      { x: plot.right, y },
    ];
    return [{ kind: "line", paint: "gridline", width: 1, through } as const, label];
  });
}
