import type { Segment } from "../../scene/geometry.ts";
import { hatches } from "../../scene/hatching.ts";
import { bandEdgeLooks, breakLook, dayDashes, type LineLook, predictionLook } from "../../scene/lineLooks.ts";
import { drawArea } from "../../scene/svg/area.ts";
import { crisp } from "../../scene/svg/crisp.ts";
import { type Attributes, element, formatNumber, type Markup } from "../../scene/svg/element.ts";
import { drawStrokes } from "../../scene/svg/strokes.ts";
import { drawText, drawTextWithHalo } from "../../scene/svg/text.ts";
import type { Theme } from "../../scene/svg/theme.ts";
import type { FigureLayout } from "../time/figureLayout.ts";
import { drawRecordLabels } from "./trendLabels.ts";
import { drawPoints } from "./trendPoints.ts";

const fitWidth = 2;
const paperWidth = 1.4;
const dashes = "5 4";
const monthTickLength = 4;
const yearTickLength = 7;
const lastModelTickLength = 14;

/** The figure from its axis name to its time labels: grid, lines, names, and the marks above them. */
export function drawPlot(layout: FigureLayout, theme: Theme): Markup[] {
  return [
    drawGrid(layout, theme),
    ...drawBand(layout, theme),
    ...drawStrokes(layout.prediction, { stroke: theme.foreground, ...strokeOf(predictionLook) }),
    ...drawLines(layout, theme),
    ...drawBreak(layout, theme),
    ...drawStrokes(
      layout.points.flatMap(({ errorBar }) => errorBar),
      { stroke: theme.axis, "stroke-width": 1 },
    ),
    drawAxisText(layout, theme),
    ...(layout.referenceName === undefined ? [] : drawTextWithHalo(layout.referenceName, theme)),
    ...drawLastModel(layout, theme),
    ...[
      ...(layout.extrapolation === undefined ? [] : [layout.extrapolation]),
      ...(layout.break?.texts ?? []),
    ].flatMap((text) => drawTextWithHalo(text, theme)),
    ...drawRecordLabels(layout.recordLabels, theme),
    drawPoints(layout.points, theme),
  ];
}

function drawGrid({ plot, densityTicks, timeTicks }: FigureLayout, theme: Theme): Markup {
  const [left, right] = [formatNumber(plot.left), formatNumber(plot.right)];
  const isOnAxis = (y: number) => Math.abs(y - plot.bottom) < 1;
  const across = (y: number) => `M${left},${crisp(y)}H${right}`;
  const gridlines = densityTicks
    .filter(({ exponent, y }) => exponent !== 0 && !isOnAxis(y))
    .map(({ y }) => across(y));
  const reference = densityTicks.find(({ exponent, y }) => exponent === 0 && !isOnAxis(y));
  const ticks = timeTicks.map(
    ({ x, isYear }) => `M${crisp(x)},${crisp(plot.bottom)}v${isYear ? yearTickLength : monthTickLength}`,
  );
  return element(
    "g",
    { fill: "none", "stroke-width": 1 },
    ...(gridlines.length === 0 ? [] : [element("path", { d: gridlines.join(""), stroke: theme.gridline })]),
    ...(reference === undefined
      ? []
      : [element("path", { d: across(reference.y), stroke: theme.referenceLine })]),
    element("path", { d: across(plot.bottom) + ticks.join(""), stroke: theme.axis }),
  );
}

/** Over the grid, which shows through, and under all else: the band over the data, and half as strong beyond them. */
function drawBand({ band }: FigureLayout, theme: Theme): Markup[] {
  if (band === undefined) return [];
  if (theme.bandOpacity === undefined)
    return [
      ...drawStrokes(hatches(band.overData), { stroke: theme.gridline, "stroke-width": 1 }),
      ...drawStrokes(band.edges.overData, { stroke: theme.foreground, ...strokeOf(bandEdgeLooks.overData) }),
      ...drawStrokes(band.edges.beyond, { stroke: theme.foreground, ...strokeOf(bandEdgeLooks.beyond) }),
    ];
  return [...drawArea(band.overData, "band", theme), ...drawArea(band.beyond, "half-band", theme)];
}

function drawLines({ fit, paper }: FigureLayout, theme: Theme): Markup[] {
  return [
    drawSegment(paper, { stroke: theme.quiet, "stroke-width": paperWidth }),
    drawSegment(fit.solid, { stroke: theme.strong, "stroke-width": fitWidth }),
    drawSegment(fit.dashed, { stroke: theme.strong, "stroke-width": fitWidth, "stroke-dasharray": dashes }),
  ].filter((line) => line !== undefined);
}

/** The day as a line through the plot, and growth on both sides of it. */
function drawBreak({ plot, break: broken }: FigureLayout, theme: Theme): Markup[] {
  if (broken === undefined) return [];
  const { x, lines } = broken;
  const day = { from: { x, y: plot.top }, to: { x, y: plot.bottom } };
  return [
    ...drawStrokes([day], { stroke: theme.axis, "stroke-width": 1, "stroke-dasharray": dayDashes.join(" ") }),
    ...drawStrokes(lines, { stroke: theme.strong, ...strokeOf(breakLook) }),
  ];
}

function strokeOf({ width, dashes }: LineLook): Attributes {
  return { "stroke-width": width, "stroke-dasharray": dashes.length === 0 ? undefined : dashes.join(" ") };
}

function drawSegment(segment: Segment | undefined, paint: Attributes): Markup | undefined {
  if (segment === undefined) return undefined;
  const { from, to } = segment;
  return element("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, ...paint });
}

function drawAxisText({ axisName, densityTicks, timeTicks, lineNames }: FigureLayout, theme: Theme): Markup {
  const labels = [...densityTicks, ...timeTicks].flatMap(({ label }) => (label === undefined ? [] : [label]));
  return element("g", {}, ...[axisName, ...labels, ...lineNames].map((text) => drawText(text, theme)));
}

function drawLastModel({ plot, lastModel }: FigureLayout, theme: Theme): Markup[] {
  if (lastModel === undefined) return [];
  const tick = element("path", {
    d: `M${crisp(lastModel.x)},${formatNumber(plot.bottom)}v${-lastModelTickLength}`,
    fill: "none",
    stroke: theme.axis,
    "stroke-width": 1,
    "stroke-dasharray": dayDashes.join(" "),
  });
  return lastModel.name === undefined ? [tick] : [tick, ...drawTextWithHalo(lastModel.name, theme)];
}
