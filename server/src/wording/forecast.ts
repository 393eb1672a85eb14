import { daysPerMonth } from "../density/calendar.ts";
import { formatDate, formatDays } from "../text/dates.ts";
import {
  counted,
  countedInWords,
  formatDecimal,
  formatDensity,
  formatParameters,
  unbroken,
} from "../text/numbers.ts";
import { intervalLevel } from "../trend/fit/resampling.ts";
import type { Forecast } from "../trend/questions/forecast.ts";
import type { ForecastAnswer } from "../trend/questions/forecastAnswers.ts";
import { growthWords } from "./growth.ts";
import { intervalName } from "./intervals.ts";

/** An answer as a sentence; `undefined` when there is no trend to forecast from, see `forecastRefusal`. */
export function forecastSentence(answer: ForecastAnswer): string | undefined {
  if (answer.forecast === undefined) return undefined;
  switch (answer.kind) {
    case "match":
      return matchSentence(answer.model, answer.parameters, answer.forecast);
    case "frontier":
      return frontierSentence(answer.epochDay, answer.forecast);
    case "wait":
      return waitSentence(answer.months, answer.forecast);
  }
}

/** "Gemma-2-9B is matched by 1.54 B parameters between ... and ...". */
export function matchSentence(model: string, parameters: number, day: Forecast): string {
  return `A model of ${formatParameters(parameters)} parameters reaches the ability of ${model} on the trend around ${formatDay(day.value)}; ${forecastInterval(day)} ${dayRange(day)}. ${extrapolationSentence(day)}${laterPaceSentence(day, formatDay)}`;
}

/** "On 1 Jan 2026 the frontier’s density is 61 ...". */
export function frontierSentence(epochDay: number, density: Forecast): string {
  return `On ${formatDate(epochDay)} the trend’s density is ${formatDensity(density.value)}; ${forecastInterval(density)} ${unbroken(`${formatDensity(density.low)} to ${formatDensity(density.high)}`)}. ${extrapolationSentence(density)}${laterPaceSentence(density, formatDensity)}`;
}

/** "In 6 months the frontier gains a factor of 3.3 ...". */
export function waitSentence(months: number, factor: Forecast): string {
  return `In ${formatDecimal(months, months % 1 === 0 ? 0 : 1)} months the frontier’s density grows ${formatDecimal(factor.value, 1)} times; ${forecastInterval(factor)} ${unbroken(`${formatDecimal(factor.low, 1)} to ${formatDecimal(factor.high, 1)} times`)}. A model at today’s frontier that is delivered then has ${formatDecimal(1 / factor.value, 2)} of the frontier’s density (${unbroken(`${formatDecimal(1 / factor.high, 2)} to ${formatDecimal(1 / factor.low, 2)}`)}). ${extrapolationSentence(factor)}${laterPaceSentence(factor, (times) => `${formatDecimal(times, 1)} times`)}`;
}

/** What the pace since growth changed would give: no straight line is the only answer then. */
function laterPaceSentence({ atLaterPace }: Forecast, format: (value: number) => string): string {
  if (atLaterPace === undefined) return "";
  const { value, sinceEpochDay, finding } = atLaterPace;
  const instead = Number.isFinite(value) ? `it would be ${format(value)}` : "it would never be";
  return ` ${growthWords[finding]}: at the pace since ${formatDate(sinceEpochDay)} ${instead}.`;
}

function forecastInterval({ isIndicative }: Forecast): string {
  return intervalName({ level: intervalLevel, isIndicative });
}

/** Why nothing is forecast. */
export const forecastRefusal = "No forecast: a trend is extrapolated only when a doubling can be claimed.";

/** Why a model cannot be matched. */
export function noDensityToMatch(model: string): string {
  return `${model} has no density to be matched`;
}

function dayRange({ low, high }: Forecast): string {
  if (!Number.isFinite(low)) return "never";
  return Number.isFinite(high)
    ? unbroken(`${formatDay(low)} to ${formatDay(high)}`)
    : `${formatDay(low)} at the earliest, or never`;
}

/** Dates beyond the four-digit years that people write are no dates. */
const lastWritableDay = 2_932_896;

function formatDay(epochDay: number): string {
  return Math.abs(epochDay) <= lastWritableDay ? formatDate(Math.round(epochDay)) : "after the year 9999";
}

/** Below the drawn line, the longest wording first: "extrapolated 9 months beyond 25 months of data". */
export function extrapolationPhrases({
  extrapolationDays,
  dataSpanDays,
}: Pick<Forecast, "extrapolationDays" | "dataSpanDays">): string[] {
  const extrapolated = `extrapolated ${wholeMonths(extrapolationDays)}`;
  return [`${extrapolated} beyond ${wholeMonths(dataSpanDays)} of data`, extrapolated];
}

/** Why a forecast that can be made is not drawn. */
export function tooFarAheadSentence(epochDay: number, spans: number): string {
  return `Not drawn to ${formatDate(epochDay)}: that is more than ${countedInWords(spans, "time")} the data’s span ahead.`;
}

function wholeMonths(days: number): string {
  const months = Math.round(days / daysPerMonth);
  return months === 0 ? formatDays(days) : counted(months, "month");
}

function widthSentence(pastForecasts: number | undefined): string {
  return pastForecasts === undefined
    ? ""
    : ` The interval is at least as wide as ${countedInWords(pastForecasts, "past half-year forecast")} of this collection ${pastForecasts === 1 ? "was" : "were"} wrong.`;
}

function extrapolationSentence({
  extrapolationDays,
  dataSpanDays,
  isIndicative,
  isScenario,
  pastForecasts,
}: Forecast): string {
  const records = isIndicative
    ? " From records: such intervals held the truth in three of four simulations."
    : "";
  const indicative = `${widthSentence(pastForecasts)}${records}`;
  if (extrapolationDays <= 0) return `This lies within the data.${indicative}`;
  return `Extrapolated ${formatDays(extrapolationDays)} beyond data that span ${formatDays(dataSpanDays)}${isScenario ? ": more than a quarter of their span, so this is a scenario, not a forecast" : ""}.${indicative}`;
}
