import { assumptions } from "../../method/assumptions.ts";
import { type LegendKey, lineKey, markKey } from "../../scene/legendKeys.ts";
import type { Mark } from "../../scene/mark.ts";
import { displayName } from "../../text/displayName.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import type { DaySpan } from "../../trend/fit/lineOnDays.ts";
import { backtestsSteps, type PastForecast } from "../../trend/questions/backtest.ts";
import type { Steps } from "../../trend/steps.ts";
import { backtestWording, noBacktestWording } from "../../wording/backtest.ts";
import { sourceLine } from "../../wording/source.ts";
import { type PowerRange, powerRange, timeRange } from "../axes/axisRanges.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import type { FigureWords } from "../figureWords.ts";

/** A model that was the densest when it came. */
export interface FrontierPoint {
  readonly id: string;
  /** Fit to be drawn; the card's own spelling is in the analysis. */
  readonly name: string;
  readonly epochDay: number;
  readonly density: number;
}

/** Past forecasts of the densest model beside what came. */
export interface BacktestFigure extends FigureWords {
  readonly kind: "backtest";
  /** The records, in date order. */
  readonly frontier: readonly FrontierPoint[];
  /** By the estimator in force, in date order; at least one. */
  readonly forecasts: readonly PastForecast[];
  readonly lastEpochDay: number;
  readonly timeRange: DaySpan;
  readonly densityRange: PowerRange;
}

/** What came, and forecasts by what became of them. */
export const backtestMarks: Readonly<Record<"record" | "hit" | "miss", Mark>> = {
  record: { shape: "circle", hue: "foreground" },
  hit: { shape: "diamond", hue: "blue" },
  miss: { shape: "cross", hue: "red" },
};

/** Of the line of the densest model so far, in pixels. */
export const frontierWidth = 1.4;

const keys: readonly LegendKey[] = [
  markKey("record", backtestMarks.record, true),
  lineKey("densest so far", "axis", frontierWidth),
  markKey("forecast that hit", backtestMarks.hit, true),
  markKey("forecast that missed", backtestMarks.miss, true),
];

/** Past forecasts of a collection; the trend is fitted once for each. */
export function* backtestFigure(analysis: CollectionAnalysis): Steps<BacktestFigure | EmptyFigure> {
  const { trend, settings } = analysis;
  const notes = [sourceLine(settings.reference)];
  const backtests = yield* backtestsSteps(analysis);
  const forecasts = backtests[0]?.forecasts ?? [];
  const [first, last] = [trend.points.at(0), trend.points.at(-1)];
  if (forecasts.length === 0 || first === undefined || last === undefined)
    return { kind: "empty", wording: noBacktestWording(analysis), assumptions: assumptions(analysis), notes };
  const densities = [
    ...trend.records.map(({ density }) => density),
    ...forecasts.map(({ forecast }) => forecast),
  ];
  return {
    kind: "backtest",
    wording: backtestWording(backtests, analysis),
    keys,
    families: [],
    assumptions: assumptions(analysis),
    notes: ["Bars: 95 % interval of the line as it was then; beyond the axis they go on.", ...notes],
    frontier: trend.records.map(({ id, name, epochDay, density }) => ({
      id,
      name: displayName(name),
      epochDay,
      density,
    })),
    forecasts,
    lastEpochDay: last.epochDay,
    timeRange: timeRange({ firstEpochDay: first.epochDay, lastEpochDay: last.epochDay }),
    densityRange: powerRange(densities, [], []),
  };
}
