import type { MethodAlternative } from "../method/alternatives.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { type TrendBreak, trendBreak } from "../trend/fit/trendBreak.ts";
import type { Backtest } from "../trend/questions/backtest.ts";
import { type BreakPlacebo, breakPlaceboOf } from "../trend/questions/breakPlacebo.ts";
import type { PriceTrend } from "../trend/questions/corollaries.ts";
import type { ForecastAnswer } from "../trend/questions/forecastAnswers.ts";
import type { Power } from "../trend/questions/power.ts";
import type { ReferenceInterval } from "../trend/questions/referenceDraws.ts";
import type { Sensitivity } from "../trend/questions/sensitivity.ts";

/** What was asked for beside the trend: empty, or `undefined`, when it was not. */
export interface TrendAnswers {
  readonly trendBreak: TrendBreak | undefined;
  /** What a restarted frontier shows where growth did not change; `undefined` where none can be drawn. */
  readonly placebo: BreakPlacebo | undefined;
  /** How often doublings would be claimed; empty when not asked. */
  readonly powers: readonly Power[];
  /** What reference and models leave open together; `undefined` when not asked, empty where none can be drawn. */
  readonly referenceIntervals: readonly ReferenceInterval[] | undefined;
  readonly sensitivity: Sensitivity<MethodAlternative> | undefined;
  /** Past forecasts by the estimator in force, then by others; empty when not asked. */
  readonly backtests: readonly Backtest[];
  readonly forecasts: readonly ForecastAnswer[];
  /** `prices` is `undefined` when no card has a dated price. */
  readonly corollaries: { readonly prices: PriceTrend | undefined } | undefined;
}

/** What the settings alone ask for: whether growth changed on a day, if they name one. */
export function answersOfSettings({ trend, settings }: CollectionAnalysis): TrendAnswers {
  const { breakEpochDay, estimator, tau } = settings;
  return {
    trendBreak:
      breakEpochDay === undefined ? undefined : trendBreak(trend.sample, breakEpochDay, estimator, tau),
    placebo:
      breakEpochDay === undefined
        ? undefined
        : breakPlaceboOf(trend.sample, breakEpochDay, settings.seed).get(),
    powers: [],
    referenceIntervals: undefined,
    sensitivity: undefined,
    backtests: [],
    forecasts: [],
    corollaries: undefined,
  };
}
