import { isoOfEpochDay } from "../density/calendar.ts";
import type { MethodAlternative } from "../method/alternatives.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { BreakSide } from "../trend/fit/trendBreak.ts";
import type { TrendInterval } from "../trend/fit/trendInterval.ts";
import type { Backtest } from "../trend/questions/backtest.ts";
import {
  chipDoublingTimeDays,
  doublingTimeWithChips,
  type PriceTrend,
} from "../trend/questions/corollaries.ts";
import { claimedTrend, type Forecast } from "../trend/questions/forecast.ts";
import type { ForecastAnswer } from "../trend/questions/forecastAnswers.ts";
import type { SensitivityRow } from "../trend/questions/sensitivity.ts";
import { orNull } from "./jsonContract.ts";
import type { TrendAnswers } from "./trendAnswers.ts";

/** The keys of `densing trend --format json` that are null unless asked for. */
export function answerBlocks(
  {
    trendBreak,
    placebo,
    powers,
    referenceIntervals,
    sensitivity,
    backtests,
    forecasts,
    corollaries,
  }: TrendAnswers,
  analysis: CollectionAnalysis,
) {
  return {
    break:
      trendBreak === undefined
        ? null
        : {
            date: isoOfEpochDay(trendBreak.epochDay),
            before: sideBlock(trendBreak.before),
            after: sideBlock(trendBreak.after),
            hinge: orNull(trendBreak.tests?.hinge),
            chow: orNull(trendBreak.tests?.chow),
            placebo: orNull(placebo),
          },
    forecasts: forecasts.length === 0 ? null : forecasts.map(forecastBlock),
    referenceIntervals:
      referenceIntervals === undefined
        ? null
        : referenceIntervals.map(({ estimator, minimum, lowDays, highDays, draws, isIndicative }) => ({
            estimator,
            minimum,
            lowDays: orNull(lowDays),
            highDays: orNull(highDays),
            draws,
            indicative: isIndicative,
          })),
    power: powers.length === 0 ? null : powers,
    backtest: backtests.length === 0 ? null : backtests.map(backtestBlock),
    corollaries: corollaries === undefined ? null : corollariesBlock(corollaries.prices, analysis),
    sensitivity: sensitivity === undefined ? null : sensitivity.rows.map(sensitivityBlock),
  };
}

function backtestBlock({ estimator, hits, tooHigh, tooLow, above, logError, forecasts }: Backtest) {
  return {
    estimator,
    hits,
    tooHigh,
    tooLow,
    aboveWhatCame: above,
    logError: orNull(logError),
    forecasts: forecasts.map(({ madeOnEpochDay, forDay, models, forecast, low, high, actual, outcome }) => ({
      madeOn: isoOfEpochDay(madeOnEpochDay),
      for: isoOfEpochDay(forDay),
      modelCount: models,
      density: forecast,
      densityLow: orNull(finite(low)),
      densityHigh: orNull(finite(high)),
      actualDensity: actual,
      outcome,
    })),
  };
}

function corollariesBlock(prices: PriceTrend | undefined, analysis: CollectionAnalysis) {
  const days = claimedTrend(analysis)?.line.doublingTimeDays;
  return {
    chips: {
      chipDoublingTimeDays,
      doublingTimeDays: days === undefined ? null : doublingTimeWithChips(days),
    },
    prices:
      prices === undefined
        ? null
        : {
            leastEffectiveParameters: orNull(analysis.settings.capableParameters),
            lowest: prices.lowest.map(({ name, epochDay, price }) => ({
              name,
              date: isoOfEpochDay(epochDay),
              dollarsPerMillionTokens: price,
            })),
            factor: prices.factor,
            halvingTimeDays: orNull(prices.halvingTimeDays),
            rSquared: orNull(prices.rSquared),
            verdict: prices.verdict,
            allPrices:
              prices.test === undefined
                ? null
                : {
                    prices: prices.test.prices,
                    slopePerDay: prices.test.slopePerDay,
                    halvingTimeDays: orNull(prices.test.halvingTimeDays),
                    pValue: prices.test.pValue,
                  },
          },
  };
}

function sideBlock({ modelCount, recordCount, line, isFew }: BreakSide) {
  return {
    modelCount,
    recordCount,
    slopePerDay: orNull(line?.slopePerDay),
    rSquared: orNull(line?.rSquared),
    doublingTimeDays: orNull(line?.doublingTimeDays),
    isFew,
  };
}

function laterPaceBlock({ kind, forecast }: ForecastAnswer) {
  if (forecast?.atLaterPace === undefined) return null;
  const { value, sinceEpochDay, finding } = forecast.atLaterPace;
  const since = { finding, since: isoOfEpochDay(sinceEpochDay) };
  switch (kind) {
    case "match":
      return { ...since, date: isoOrNull(value) };
    case "frontier":
      return { ...since, density: value };
    case "wait":
      return { ...since, factor: value };
  }
}

function forecastBlock(answer: ForecastAnswer) {
  const { forecast } = answer;
  const reach = {
    extrapolationDays: orNull(finite(forecast?.extrapolationDays)),
    dataSpanDays: orNull(forecast?.dataSpanDays),
    atLaterPace: laterPaceBlock(answer),
    indicative: orNull(forecast?.isIndicative),
    isScenario: orNull(forecast?.isScenario),
    pastForecasts: orNull(forecast?.pastForecasts),
  };
  switch (answer.kind) {
    case "match":
      return {
        kind: answer.kind,
        model: answer.model,
        parameters: answer.parameters,
        density: answer.density,
        date: isoOrNull(forecast?.value),
        dateLow: isoOrNull(forecast?.low),
        dateHigh: isoOrNull(forecast?.high),
        ...reach,
      };
    case "frontier":
      return {
        kind: answer.kind,
        date: isoOfEpochDay(answer.epochDay),
        ...rangeBlock("density", forecast),
        ...reach,
      };
    case "wait":
      return { kind: answer.kind, months: answer.months, ...rangeBlock("factor", forecast), ...reach };
  }
}

function rangeBlock(name: string, forecast: Forecast | undefined) {
  return {
    [name]: orNull(finite(forecast?.value)),
    [`${name}Low`]: orNull(finite(forecast?.low)),
    [`${name}High`]: orNull(finite(forecast?.high)),
  };
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** Dates of JSON have four-digit years. */
const lastIsoDay = 2_932_896;

/** A day that is never reached, or beyond the calendar, is null. */
function isoOrNull(epochDay: number | undefined): string | null {
  return epochDay === undefined || !(Math.abs(epochDay) <= lastIsoDay)
    ? null
    : isoOfEpochDay(Math.round(epochDay));
}

function sensitivityBlock(row: SensitivityRow<MethodAlternative>) {
  return {
    group: row.choice.group,
    choice: row.choice.label,
    doublingTimeDays: orNull(row.doublingTimeDays),
    changeDays: orNull(row.changeDays),
    interval: intervalOrNull(row.interval),
    modelCount: row.modelCount,
    recordCount: row.recordCount,
    estimators: row.byEstimator.map(({ estimator, doublingTimeDays }) => ({
      estimator,
      doublingTimeDays: orNull(doublingTimeDays),
    })),
    pValue: orNull(row.test?.pValue),
    independentPValue: orNull(row.test?.independentPValue),
  };
}

/** An interval with its open ends as null. */
export function intervalOrNull(interval: TrendInterval | undefined) {
  if (interval === undefined) return null;
  const {
    level,
    slopeLow,
    slopeHigh,
    lowDays,
    highDays,
    method,
    samples,
    seed,
    isIndicative,
    isRough,
    families,
  } = interval;
  return {
    level,
    slopeLow,
    slopeHigh,
    lowDays: orNull(lowDays),
    highDays: orNull(highDays),
    method,
    samples,
    seed,
    isIndicative,
    indicative: isIndicative,
    families,
    isRough,
  };
}
