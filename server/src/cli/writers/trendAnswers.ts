import type { PriceTrend } from "../../trend/corollaries.ts";
import type { ForecastAnswer } from "../../trend/forecastAnswers.ts";
import type { Sensitivity } from "../../trend/sensitivity.ts";
import type { TrendBreak } from "../../trend/trendBreak.ts";

/** What was asked for beside the trend: empty, or `undefined`, when it was not. */
export interface TrendAnswers {
  readonly trendBreak: TrendBreak | undefined;
  readonly sensitivity: Sensitivity | undefined;
  readonly forecasts: readonly ForecastAnswer[];
  /** `prices` is `undefined` when no card has a dated price. */
  readonly corollaries: { readonly prices: PriceTrend | undefined } | undefined;
}
