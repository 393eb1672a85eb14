import { fewestModels, fewestRecords } from "../../trend/fit/fitTrend.ts";
import { backtestOf } from "../../trend/questions/backtest.ts";
import { breakPlaceboOf } from "../../trend/questions/breakPlacebo.ts";
import { claimedTrend } from "../../trend/questions/forecast.ts";
import { growthChangeOf } from "../../trend/questions/growthChange.ts";
import { type FigureKind, inOneStep, type NextStep } from "../figureKind.ts";
import { drawTime } from "./drawTime.ts";
import { describeTime } from "./timeDescription.ts";
import { type TimeFigure, timeFigure } from "./timeFigure.ts";
import { timeLayers } from "./timeLayers.ts";
import { timeZoom } from "./zoomedTime.ts";

/** Capability density against release date. */
export const time: FigureKind<"time", TimeFigure> = {
  id: "time",
  title: "Over time",
  fileName: "density-over-time",
  label: "Capability density over time",
  directions: { across: "by date", up: "by density" },
  can: {
    zoom: timeZoom,
    ahead: { isClaimed: ({ fit }) => fit !== undefined },
    layers: timeLayers,
  },
  *analyse(analysis, { aheadEpochDay }) {
    const { breakEpochDay, seed } = analysis.settings;
    if (analysis.trend.verdict === "doubling") yield* growthChangeOf(analysis.trend, seed).steps();
    // A forecast is as wide as past ones were wrong.
    if (aheadEpochDay !== undefined && claimedTrend(analysis) !== undefined)
      yield* backtestOf(analysis, analysis.settings.estimator).steps();
    if (breakEpochDay !== undefined)
      yield* breakPlaceboOf(analysis.trend.sample, breakEpochDay, seed).steps();
    return yield* inOneStep(() => timeFigure(analysis, aheadEpochDay));
  },
  draw: drawTime,
  rows: ({ points }) =>
    points.map(({ id, family, isRecord, releaseDate: { epochDay } }) => ({ id, family, isRecord, epochDay })),
  describe: describeTime,
  nextStep,
};

/** Too few models: add one. No trend: look at the models themselves. A trend: see what moves it. */
function nextStep({ fit, points }: TimeFigure): NextStep {
  if (fit !== undefined) return "compare-methods";
  const records = points.filter(({ isRecord }) => isRecord).length;
  return points.length < fewestModels || records < fewestRecords ? "new-card" : "see-models";
}
