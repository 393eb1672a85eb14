import type { Drawing, DrawnSegment } from "../../scene/drawing.ts";
import type { Rectangle, Segment } from "../../scene/geometry.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { countedInWords } from "../../text/numbers.ts";
import { densityLabels, placePowerTicks, placeTimeTicks, powerLabelWidth } from "../axes/placedTicks.ts";
import { placeAxisName, plotRectangle } from "../axes/plotRectangle.ts";
import { type Scales, scalesOf, segmentOf } from "../axes/scales.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import { bandAreas, lowerEnd, predictionEdges } from "./bandShapes.ts";
import { breakLines, breakStrokes } from "./breakShapes.ts";
import { type LineName, lineNames, lineNamesWidth, placeLineNames } from "./lineNames.ts";
import { axesGroup, gridGroup } from "./timeAxes.ts";
import type { TimeFigure } from "./timeFigure.ts";
import { breakOn, onLayers, usualLayers } from "./timeLayers.ts";
import { modelsAtRest, modelsInMotion } from "./timeModels.ts";

const spaceAbovePlot = 26;
const spaceBelowPlot = 30;
const lineNameGap = 8;
const fitWidth = 2;
const paperWidth = 1.4;
const dashes = [5, 4];
const recordDashes = [9, 4];
const sizeWidth = 1.2;
const sizeDashes = [2, 3];

/** Capability density over time, in pixels. Same figure, size, measure and reading: same drawing. */
export function drawTime(whole: TimeFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const layers = options.layers ?? usualLayers(whole);
  const figure = onLayers(whole, layers);
  const { timeRange, densityRange, fit } = figure;
  const { width, measureText } = size;
  const names = width < narrowBelow ? [] : lineNames(figure);
  const plot = placePlot(figure, names, size);
  const scales = scalesOf(timeRange, densityRange, plot);
  const density = placePowerTicks(densityRange, plot, scales.yOf, densityLabels, measureText);
  const timeTicks = placeTimeTicks(timeRange, width, plot, scales.xOf, measureText);
  const lines = linesOf(figure, scales, plot);
  const broken = breakOn(figure, layers);
  const growth = broken === undefined ? [] : breakLines(broken, scales, plot);
  const prediction = fit?.prediction && predictionEdges(fit.prediction, scales, plot);
  const place = {
    figure,
    layers,
    size,
    plot,
    scales,
    broken,
    lines: [
      lines.solid,
      lines.dashed,
      lines.paper,
      ...lines.sizes.map((each) => each.segment),
      ...growth,
    ].filter((line) => line !== undefined),
    referenceY: density.ticks.find(({ exponent }) => exponent === 0)?.y,
  };
  const models =
    options.movement === undefined
      ? modelsAtRest(place, options)
      : modelsInMotion(place, options, options.movement);
  const ends = new Map<LineName["line"], Segment | undefined>([
    ["fit", lines.dashed ?? lines.solid],
    ["paper", lines.paper],
    ["band", fit?.band && lowerEnd(fit.band, scales, plot)],
    ["prediction", prediction?.segments.at(-1)],
    ...lines.sizes.map(({ name, segment: drawn }) => [`size ${name}`, drawn] as const),
  ]);
  return {
    shapes: [
      gridGroup(density.ticks, timeTicks, plot),
      ...(fit?.band === undefined ? [] : bandAreas(fit.band, scales, plot)),
      ...(prediction === undefined ? [] : [prediction]),
      ...lineShapes(lines),
      ...(broken === undefined ? [] : breakStrokes(broken, growth, scales, plot)),
      models.errorBars,
      axesGroup(
        placeAxisName(axisName(density.doublingsPerLine, width), size),
        [...density.ticks, ...timeTicks],
        placeLineNames(names, ends, plot.right + lineNameGap, plot, measureText),
      ),
      ...models.texts,
      models.marks,
    ],
    targets: models.targets,
    area: plot,
    plots: [plot],
  };
}

/** The lines within the plot; `undefined` when nothing of one is left. */
interface PlacedLines {
  readonly solid: Segment | undefined;
  readonly dashed: Segment | undefined;
  readonly paper: Segment | undefined;
  readonly isPaperOfRecords: boolean;
  readonly sizes: readonly { readonly name: string; readonly segment: Segment | undefined }[];
}

function linesOf({ fit, paper, sizes }: TimeFigure, scales: Scales, plot: Rectangle): PlacedLines {
  return {
    solid: segmentOf(fit?.solid, scales, plot),
    dashed: segmentOf(fit?.dashed, scales, plot),
    paper:
      paper === undefined || paper.kind === "same-line" ? undefined : segmentOf(paper.line, scales, plot),
    isPaperOfRecords: paper?.kind === "records",
    sizes: sizes.map(({ name, line }) => ({ name, segment: segmentOf(line, scales, plot) })),
  };
}

function lineShapes({ solid, dashed, paper, isPaperOfRecords, sizes }: PlacedLines): DrawnSegment[] {
  const paperStroke = { paint: "quiet", width: paperWidth } as const;
  return [
    ...sizes.flatMap(({ segment: drawn }) =>
      drawn === undefined ? [] : [segment(drawn, { paint: "quiet", width: sizeWidth, dashes: sizeDashes })],
    ),
    ...(paper === undefined
      ? []
      : [segment(paper, isPaperOfRecords ? { ...paperStroke, dashes: recordDashes } : paperStroke)]),
    ...(solid === undefined ? [] : [segment(solid, { paint: "strong", width: fitWidth })]),
    ...(dashed === undefined ? [] : [segment(dashed, { paint: "strong", width: fitWidth, dashes })]),
  ];
}

function segment(
  { from, to }: Segment,
  stroke: Pick<DrawnSegment, "paint" | "width" | "dashes">,
): DrawnSegment {
  return { kind: "segment", from, to, ...stroke };
}

function placePlot({ densityRange }: TimeFigure, names: readonly LineName[], size: FigureSize): Rectangle {
  const { width, measureText } = size;
  const padding = sidePadding(width);
  return plotRectangle(size, {
    above: spaceAbovePlot,
    below: spaceBelowPlot,
    labelWidth: (height) => powerLabelWidth(densityRange, height, densityLabels, measureText),
    right:
      names.length === 0
        ? width - (width < narrowBelow ? padding : padding + 4)
        : width - padding - lineNamesWidth(names, measureText) - lineNameGap,
  });
}

function axisName(doublingsPerLine: number, width: number): string {
  return width < narrowBelow
    ? "Capability density, log₂"
    : `Capability density, log₂ scale: one gridline, ${countedInWords(doublingsPerLine, "doubling")}`;
}
