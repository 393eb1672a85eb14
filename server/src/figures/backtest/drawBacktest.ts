import type { Drawing, DrawnMark, Shape, Strokes } from "../../scene/drawing.ts";
import type { Position, Rectangle, Segment } from "../../scene/geometry.ts";
import { markRadius } from "../../scene/markSize.ts";
import { markShapes, type PlacedMark, targetsOf } from "../../scene/placedMarks.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { bareText } from "../../scene/shapes.ts";
import { formatDate } from "../../text/dates.ts";
import { countedInWords, formatDensity } from "../../text/numbers.ts";
import type { PastForecast } from "../../trend/questions/backtest.ts";
import { pastForecastPhrase } from "../../wording/backtest.ts";
import { densityLabels, placePowerTicks, placeTimeTicks, powerLabelWidth } from "../axes/placedTicks.ts";
import { placeAxisName, plotRectangle } from "../axes/plotRectangle.ts";
import { type Scales, scalesOf } from "../axes/scales.ts";
import { timeAxisShapes } from "../axes/timeAxis.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import { errorBarStrokes } from "../time/errorBar.ts";
import { type BacktestFigure, backtestMarks, frontierWidth } from "./backtestFigure.ts";

const spaceAbovePlot = 26;
const spaceBelowPlot = 30;
const forecastWidth = 1.4;
const dashes = [5, 4];

/** Past forecasts beside what came, in pixels. */
export function drawBacktest(figure: BacktestFigure, size: FigureSize, options: DrawingOptions): Drawing {
  const { densityRange, timeRange } = figure;
  const { width, measureText } = size;
  const plot = plotRectangle(size, {
    above: spaceAbovePlot,
    below: spaceBelowPlot,
    labelWidth: (height) => powerLabelWidth(densityRange, height, densityLabels, measureText),
    right: width - sidePadding(width),
  });
  const scales = scalesOf(timeRange, densityRange, plot);
  const density = placePowerTicks(densityRange, plot, scales.yOf, densityLabels, measureText);
  const records = recordMarks(figure, scales);
  return {
    shapes: [
      gridlines(
        density.ticks.map(({ y }) => y),
        plot,
      ),
      ...timeAxisShapes(placeTimeTicks(timeRange, width, plot, scales.xOf, measureText), plot),
      bareText(placeAxisName(axisName(density.doublingsPerLine, width), size)),
      ...density.ticks.flatMap(({ label }) => (label === undefined ? [] : [bareText(label)])),
      { kind: "line", through: frontierOf(figure, scales), paint: "axis", width: frontierWidth },
      ...figure.forecasts.flatMap((each) => forecastShapes(each, figure, scales, plot)),
      ...markShapes(records, options),
    ],
    targets: targetsOf(records),
    area: plot,
    plots: [plot],
  };
}

function axisName(doublingsPerLine: number, width: number): string {
  return width < narrowBelow
    ? "highest capability density, log₂"
    : `Highest capability density, log₂ scale: one gridline, ${countedInWords(doublingsPerLine, "doubling")}`;
}

function gridlines(heights: readonly number[], plot: Rectangle): Strokes {
  const segments = heights
    .filter((y) => Math.abs(y - plot.bottom) >= 1)
    .map((y): Segment => ({ from: { x: plot.left, y }, to: { x: plot.right, y } }));
  return { kind: "strokes", segments, paint: "gridline", width: 1, isOnPixels: true };
}

/** Level from each record to the day of the next, and to the last model. */
function frontierOf({ frontier, lastEpochDay }: BacktestFigure, { xOf, yOf }: Scales): Position[] {
  return frontier.flatMap(({ epochDay, density }, place) => {
    const y = yOf(Math.log2(density));
    return [
      { x: xOf(epochDay), y },
      { x: xOf(frontier[place + 1]?.epochDay ?? lastEpochDay), y },
    ];
  });
}

/** From what was known to what was forecast, with the interval of the line as it was. */
function forecastShapes(
  forecast: PastForecast,
  { frontier }: BacktestFigure,
  scales: Scales,
  plot: Rectangle,
): Shape[] {
  const mark = forecast.outcome === "hit" ? backtestMarks.hit : backtestMarks.miss;
  const at = placeOf(forecast.forDay, forecast.forecast, scales);
  const known = frontier.findLast(({ epochDay }) => epochDay <= forecast.madeOnEpochDay);
  const from = known && placeOf(forecast.madeOnEpochDay, known.density, scales);
  const drawn: DrawnMark = {
    kind: "mark",
    modelIds: [],
    mark,
    at,
    radius: markRadius(mark, true),
    isFilled: true,
    title: pastForecastPhrase(forecast),
  };
  return [
    ...(from === undefined
      ? []
      : [{ kind: "segment", from, to: at, paint: mark.hue, width: 1, dashes } as const]),
    {
      kind: "strokes",
      segments: errorBarStrokes(forecast, at.x, scales, plot),
      paint: mark.hue,
      width: forecastWidth,
    },
    drawn,
  ];
}

function recordMarks({ frontier }: BacktestFigure, scales: Scales): PlacedMark[] {
  return frontier.map(({ id, name, epochDay, density }) => ({
    id,
    mark: backtestMarks.record,
    at: placeOf(epochDay, density, scales),
    isRecord: true,
    description: [name, `density ${formatDensity(density)}`, formatDate(epochDay), "record"].join(", "),
  }));
}

function placeOf(epochDay: number, density: number, { xOf, yOf }: Scales): Position {
  return { x: xOf(epochDay), y: yOf(Math.log2(density)) };
}
