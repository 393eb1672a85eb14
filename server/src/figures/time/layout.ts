import type { Rectangle } from "../../scene/geometry.ts";
import { ObstacleGrid } from "../../scene/labels/obstacleGrid.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { type FixedTextScene, placeBesideTick, placeLevelName } from "../../scene/text/fixedText.ts";
import { type Font, type MeasureText, type PlacedText, placeText } from "../../scene/text/text.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { countedInWords } from "../../text/numbers.ts";
import { isInSpan } from "../../trend/fit/lineOnDays.ts";
import {
  densityLabelGap,
  densityLabelWidth,
  placeDensityTicks,
  placeTimeTicks,
} from "../axes/placedTicks.ts";
import { type Scales, scalesOf, segmentOf } from "../axes/scales.ts";
import type { FigureLayout } from "./figureLayout.ts";
import type { TrendFigure } from "./figureModel.ts";
import { breakOn, type Layer, onLayers, usualLayers } from "./layers.ts";
import { type LineName, lineNames, lineNamesWidth, placeLineNames } from "./lineNames.ts";
import { movedLabels } from "./movedLabels.ts";
import { placeBand, placeBandEdges } from "./placedBand.ts";
import { placeBreak, placeBreakLines } from "./placedBreak.ts";
import { markBoxes, placePoints } from "./placedPoints.ts";
import { placeRecordLabels } from "./recordLabels.ts";

/** How the figure over time is seen. */
export interface TrendFigureSize extends FigureSize {
  /** The usual ones when not given. */
  readonly layers?: readonly Layer[];
  /** Ids of models that are named beside the records. */
  readonly named?: ReadonlySet<string>;
  /** While the figure moves: the layout at rest, whose names go along with their marks. */
  readonly following?: FigureLayout | undefined;
}

const spaceAbovePlot = 26;
const spaceBelowPlot = 30;
const axisNameBaseline = 12;
const axisNameFont: Font = { size: 11.5, weight: 400 };
const lineNameGap = 8;
const leastPlotSide = 40;

/** Puts everything that is shown in its place. Same figure, size, measure and reading: same layout. */
export function layoutFigure(
  whole: TrendFigure,
  { width, height, measureText, layers = usualLayers(whole), named, following }: TrendFigureSize,
): FigureLayout {
  const figure = onLayers(whole, layers);
  const isNarrow = width < narrowBelow;
  const names = isNarrow ? [] : lineNames(figure);
  const plot = plotRectangle(figure, names, { width, height, measureText });
  const scales = scalesOf(figure, plot);
  const points = placePoints(figure.points, scales, plot, layers.includes("errors"));
  const fit = {
    solid: figure.fit && segmentOf(figure.fit.solid, scales, plot),
    dashed: figure.fit && segmentOf(figure.fit.dashed, scales, plot),
  };
  const paper = figure.paper?.kind === "separate" ? segmentOf(figure.paper.line, scales, plot) : undefined;
  const band = figure.fit?.band && placeBand(figure.fit.band, scales, plot);
  const broken = breakOn(figure, layers);
  const prediction = figure.fit?.prediction ? placeBandEdges(figure.fit.prediction, scales, plot) : [];
  const breakLines = broken === undefined ? [] : placeBreakLines(broken, scales, plot);
  const lines = [fit.solid, fit.dashed, paper, ...breakLines].filter((line) => line !== undefined);
  const scene: FixedTextScene = { plot, marks: new ObstacleGrid(points.flatMap(markBoxes)), lines };
  const density = placeDensityTicks(figure.densityRange, plot, scales.yOf, measureText);
  const reference = density.ticks.find(({ exponent }) => exponent === 0);
  const referenceText = isNarrow ? "1 = the reference model" : "1 = the reference model’s density";
  const referenceName = reference && placeLevelName(referenceText, reference.y, scene, measureText);
  const lastModel = isNarrow ? undefined : placeLastModel(figure, scales, scene, referenceName, measureText);
  const fixed = boxesOf([referenceName, lastModel?.name]);
  const extrapolation =
    lastModel &&
    placeFirst(figure.extrapolation, (text) => placeBesideTick(text, lastModel.x, scene, fixed, measureText));
  fixed.push(...boxesOf([extrapolation]));
  const placedBreak =
    broken && placeBreak(broken, breakLines, scales, scene, { taken: fixed, isNarrow, measureText });
  fixed.push(...boxesOf(placedBreak?.texts ?? []));
  return {
    plot,
    axisName: placeAxisName(density.doublingsPerLine, width, measureText),
    densityTicks: density.ticks,
    timeTicks: placeTimeTicks(figure.timeRange, width, plot, scales.xOf, measureText),
    points,
    fit,
    paper,
    band,
    prediction,
    break: placedBreak,
    lineNames: placeLineNames(
      names,
      { fit: fit.dashed ?? fit.solid, paper, band: band?.lowerEnd, prediction: prediction.at(-1) },
      plot.right + lineNameGap,
      plot,
      measureText,
    ),
    referenceName,
    lastModel,
    extrapolation,
    recordLabels:
      following === undefined
        ? placeRecordLabels(
            points.filter(
              ({ point }) => (point.isRecord && layers.includes("labels")) || named?.has(point.id) === true,
            ),
            { bounds: plot, marks: scene.marks, texts: fixed, lines },
            { withDensity: !isNarrow, measureText },
          )
        : movedLabels(following, points, plot),
  };
}

function plotRectangle(
  { densityRange }: TrendFigure,
  names: readonly LineName[],
  { width, height, measureText }: FigureSize,
): Rectangle {
  const isNarrow = width < narrowBelow;
  const padding = sidePadding(width);
  const top = spaceAbovePlot;
  const bottom = Math.max(top + leastPlotSide, height - spaceBelowPlot);
  const labelWidth = densityLabelWidth(densityRange, bottom - top, measureText);
  // Short tick labels reach into the padding, so that the plot keeps its place among figures.
  const left = Math.max(padding + 26, padding / 2 + labelWidth + densityLabelGap);
  const right =
    names.length === 0
      ? width - (isNarrow ? padding : padding + 4)
      : width - padding - lineNamesWidth(names, measureText) - lineNameGap;
  return { left, top, right: Math.max(left + leastPlotSide, right), bottom };
}

function placeAxisName(doublingsPerLine: number, width: number, measureText: MeasureText): PlacedText {
  const gridline = countedInWords(doublingsPerLine, "doubling");
  const text =
    width < narrowBelow
      ? "Capability density, log₂"
      : `Capability density, log₂ scale: one gridline, ${gridline}`;
  const place = { x: sidePadding(width), baseline: axisNameBaseline, anchor: "start" } as const;
  return placeText({ text, ...place, font: axisNameFont, tone: "quiet" }, measureText);
}

function placeFirst(
  wordings: readonly string[],
  place: (text: string) => PlacedText | undefined,
): PlacedText | undefined {
  for (const text of wordings) {
    const placed = place(text);
    if (placed !== undefined) return placed;
  }
  return undefined;
}

function boxesOf(texts: readonly (PlacedText | undefined)[]): Rectangle[] {
  return texts.flatMap((text) => (text === undefined ? [] : [text.box]));
}

function placeLastModel(
  { fit, lastRelease, timeRange }: TrendFigure,
  { xOf }: Scales,
  scene: FixedTextScene,
  referenceName: PlacedText | undefined,
  measureText: MeasureText,
): FigureLayout["lastModel"] {
  const { epochDay } = lastRelease;
  if (fit === undefined || !isInSpan(epochDay, timeRange)) return undefined;
  const x = xOf(epochDay);
  const text = `last model ${formatReleaseDate(lastRelease)}`;
  return { x, name: placeBesideTick(text, x, scene, boxesOf([referenceName]), measureText) };
}
