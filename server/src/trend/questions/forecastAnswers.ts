import type { AnalysedModel, CollectionAnalysis } from "../collection/analyseCollection.ts";
import { backtestOf } from "./backtest.ts";
import { backtestedTrend, dayOfDensity, type Forecast, frontierOn, growthInMonths } from "./forecast.ts";

/**
 * What can be asked of a trend ahead of its data.
 * @typeParam Reached says whose ability is to be reached
 */
export type ForecastQuestion<Reached = { readonly model: AnalysedModel }> =
  | ({
      readonly kind: "match";
      /** With so many; half the model's own when absent. */
      readonly parameters?: number;
    } & Reached)
  | { readonly kind: "frontier"; readonly epochDay: number }
  | { readonly kind: "wait"; readonly months: number };

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

/** Answers from the trend, with the width that its own backtest gives, or from none; `undefined` for a model without a density, which nothing matches. */
export function answerForecast(
  question: ForecastQuestion,
  analysis: CollectionAnalysis,
): ForecastAnswer | undefined {
  const claimed = backtestedTrend(analysis, backtestOf(analysis, analysis.settings.estimator).get());
  switch (question.kind) {
    case "match": {
      const { model, density } = question.model;
      if (density.result.kind === "none") return undefined;
      const { effectiveParameters, actualParameters } = density.result;
      const parameters = question.parameters ?? actualParameters / 2;
      const needed = effectiveParameters / parameters;
      const forecast = claimed && dayOfDensity(claimed, needed);
      return { kind: "match", model: model.name, parameters, density: needed, forecast };
    }
    case "frontier": {
      const { epochDay } = question;
      return { kind: "frontier", epochDay, forecast: claimed && frontierOn(claimed, epochDay) };
    }
    case "wait": {
      const { months } = question;
      return { kind: "wait", months, forecast: claimed && growthInMonths(claimed, months) };
    }
  }
}
