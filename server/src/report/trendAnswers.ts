import type { CollectionAnalysis } from "../trend/analyseCollection.ts";
import type { PriceTrend } from "../trend/corollaries.ts";
import type { Forecast } from "../trend/forecast.ts";
import type { Sensitivity } from "../trend/sensitivity.ts";
import { type TrendBreak, trendBreak } from "../trend/trendBreak.ts";

/** What was asked for beside the trend: empty, or `undefined`, when it was not. */
export interface TrendAnswers {
  readonly trendBreak: TrendBreak | undefined;
  readonly sensitivity: Sensitivity | undefined;
  readonly forecasts: readonly ForecastAnswer[];
  /** `prices` is `undefined` when no card has a dated price. */
  readonly corollaries: { readonly prices: PriceTrend | undefined } | undefined;
}

/** An answer; `forecast` is `undefined` when no doubling is claimed. */
export type ForecastAnswer =
  | {
      readonly kind: "match";
      readonly model: string;
      readonly parameters: number;
      /** The density a model of that size needs. */
      readonly density: number;
      /** In days since 1970-01-01. */
      readonly forecast: Forecast | undefined;
    }
  | { readonly kind: "frontier"; readonly epochDay: number; readonly forecast: Forecast | undefined }
  | { readonly kind: "wait"; readonly months: number; readonly forecast: Forecast | undefined };

/** What the settings alone ask for: whether growth changed on a day, if they name one. */
export function answersOfSettings({ trend, settings }: CollectionAnalysis): TrendAnswers {
  const { breakEpochDay, estimator, tau } = settings;
  return {
    trendBreak:
      breakEpochDay === undefined ? undefined : trendBreak(trend.sample, breakEpochDay, estimator, tau),
    sensitivity: undefined,
    forecasts: [],
    corollaries: undefined,
  };
}
