import type { DrawnText, Shape, StrokedLine, Target } from "../drawing/drawing.ts";
import type { DrawingOptions } from "../drawing/drawnFigure.ts";
import { drawPinnedNames } from "../drawing/pinnedNames.ts";
import { drawMarks, drawRings, markTargets, type PlotMark } from "../drawing/plotMarks.ts";
import { bareText, plotDetailFont, plotTitle } from "../drawing/plotTitle.ts";
import type { PlotPlace } from "../drawing/smallMultiples.ts";
import { firstThatFits } from "../figure/fittedText.ts";
import type { Rectangle } from "../figure/geometry.ts";
import type { FigureSize } from "../figure/layout.ts";
import { placeDensityTicks, placeTimeTicks } from "../figure/placedTicks.ts";
import { type Scales, scalesOf, segmentOf } from "../figure/scales.ts";
import type { MeasureText } from "../figure/text.ts";
import { formatDate, formatReleaseDate } from "../wording/dates.ts";
import { counted, formatCount, formatDensity } from "../wording/numbers.ts";
import { type BenchmarkPlot, type BenchmarksFigure, fitStyle } from "./benchmarksFigure.ts";

const titleBaseline = 11;
const resultBaseline = 26;
const monthTickLength = 4;
const yearTickLength = 7;

/** One benchmark's densities over time, the line that is claimed and what is claimed. */
export function drawBenchmarkPlot(
  plot: BenchmarkPlot,
  figure: BenchmarksFigure,
  place: PlotPlace,
  { width, measureText }: FigureSize,
  { isShown, pinned }: DrawingOptions,
): { readonly shapes: readonly Shape[]; readonly targets: readonly Target[] } {
  const scales = scalesOf(figure, place.plot);
  const marks = plot.points.flatMap(({ model, epochDay, density, isRecord }): PlotMark[] => {
    const drawn = figure.models[model];
    if (drawn === undefined || !isShown(drawn.family.name)) return [];
    const { id, name, family, releaseDate } = drawn;
    const date = releaseDate === undefined ? formatDate(epochDay) : formatReleaseDate(releaseDate);
    const facts = `density ${formatDensity(density)} on ${plot.name}, ${date}`;
    const at = { x: scales.xOf(epochDay), y: scales.yOf(Math.log2(density)) };
    return [{ id, name, family, isRecord, at, facts }];
  });
  const fit = plot.line && segmentOf(plot.line, scales, place.plot);
  const line: StrokedLine[] =
    fit === undefined ? [] : [{ kind: "line", ...fitStyle, through: [fit.from, fit.to] }];
  return {
    shapes: [
      ...drawGrid(figure, place, width, scales, measureText),
      ...line,
      ...drawTitle(plot, place, measureText),
      ...drawPinnedNames(
        marks,
        pinned,
        { bounds: place.plot, texts: [], lines: fit === undefined ? [] : [fit] },
        measureText,
      ),
      ...drawRings(marks, pinned),
      ...drawMarks(marks),
    ],
    targets: markTargets(marks),
  };
}

/** The name with the number of models, and below it what can be said of the doubling. */
function drawTitle(
  { name, points, result, line }: BenchmarkPlot,
  { cell, plot }: PlotPlace,
  measureText: MeasureText,
): DrawnText[] {
  const room = { left: cell.left, right: plot.right };
  const counts = [counted(points.length, "model"), formatCount(points.length)];
  const said = firstThatFits(result, room.right - room.left, plotDetailFont, measureText);
  const tone = line === undefined ? "quiet" : "foreground";
  return [
    ...plotTitle(name, counts, room, cell.top + titleBaseline, measureText),
    ...(said === undefined
      ? []
      : [
          bareText(
            {
              text: said,
              x: cell.left,
              baseline: cell.top + resultBaseline,
              anchor: "start",
              font: plotDetailFont,
              tone,
            },
            measureText,
          ),
        ]),
  ];
}

function drawGrid(
  { densityRange, timeRange }: BenchmarksFigure,
  { cell, plot }: PlotPlace,
  width: number,
  { xOf, yOf }: Scales,
  measureText: MeasureText,
): Shape[] {
  const densities = placeDensityTicks(densityRange, plot, yOf, measureText).ticks;
  const times = placeTimeTicks(timeRange, width, plot, xOf, measureText);
  const labels = [
    ...densities.flatMap(({ label }) => label ?? []),
    ...times.flatMap(({ label }) => label ?? []).filter(({ box }) => isBeside(box, cell)),
  ];
  return [
    ...densities
      .filter(({ y }) => Math.abs(y - plot.bottom) >= 1)
      .map(({ exponent, y }): StrokedLine => across(plot, y, exponent === 0 ? "referenceLine" : "gridline")),
    across(plot, plot.bottom, "axis"),
    ...times.map(
      ({ x, isYear }): StrokedLine => ({
        kind: "line",
        paint: "axis",
        width: 1,
        through: [
          { x, y: plot.bottom },
          { x, y: plot.bottom + (isYear ? yearTickLength : monthTickLength) },
        ],
      }),
    ),
    ...labels.map((text): DrawnText => ({ kind: "text", text, hasHalo: false })),
  ];
}

function across({ left, right }: Rectangle, y: number, paint: StrokedLine["paint"]): StrokedLine {
  const through = [
    { x: left, y },
    { x: right, y },
  ];
  return { kind: "line", paint, width: 1, through };
}

/** Labels of neighbouring plots must not meet. */
function isBeside(box: Rectangle, cell: Rectangle): boolean {
  return box.left >= cell.left && box.right <= cell.right + labelOverhang;
}

const labelOverhang = 6;
