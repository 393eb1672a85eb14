import { formatDate } from "../text/dates.ts";
import {
  counted,
  countedInWords,
  countInWords,
  formatDecimal,
  formatDensity,
  unbroken,
} from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import { plain, strong } from "../text/textRun.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { type Backtest, earnedInterval, type PastForecast } from "../trend/questions/backtest.ts";
import { estimatorName } from "./choiceNames.ts";
import type { EmptyWording } from "./empty.ts";
import type { VerdictWording } from "./verdict.ts";

/** What became of a forecast. */
export const outcomeNames: Readonly<Record<PastForecast["outcome"], string>> = {
  hit: "hit",
  "too-high": "too high",
  "too-low": "too low",
};

/** "By records two of three past half-year forecasts hit, and all three lay above what came; …". */
export function backtestSentence(backtest: Backtest, { settings }: CollectionAnalysis): string {
  const { estimator, forecasts, hits, above, logError } = backtest;
  const name = estimatorName(estimator, settings.tau);
  if (forecasts.length === 0 || logError === undefined) return `By ${name}: ${tooShort}`;
  const factor = earnedInterval(1, logError).high;
  return `By ${name} ${countInWords(hits)} of ${countedInWords(forecasts.length, "past half-year forecast")} hit, ${above === forecasts.length ? "and every one" : `and ${countInWords(above)}`} lay above what came. A forecast from it is as wide as they were wrong: ${formatDecimal(factor, factor < 10 ? 1 : 0)} times either way, 95\u00a0%.`;
}

/** Why there is no backtest. */
const tooShort = "no half-year end leaves enough models before it and half a year of data after it.";

/** The words beside the figure of past forecasts. */
export function backtestWording(
  backtests: readonly Backtest[],
  analysis: CollectionAnalysis,
): VerdictWording {
  const [own] = backtests;
  const count = own?.forecasts.length ?? 0;
  const verdict =
    own === undefined
      ? [plain("No past forecast.")]
      : [
          strong(`${capitalised(countInWords(own.hits))} of ${countedInWords(count, "past forecast")}`),
          plain(
            ` hit${own.above === count ? "; every one lay above what came." : `; ${countInWords(own.above)} lay above what came.`}`,
          ),
        ];
  return {
    verdict,
    grounds: [
      plain(
        `The trend fitted again to what was known at each past half-year end, and the densest model half a year on. ${backtests.map((each) => backtestSentence(each, analysis)).join(" ")}`,
      ),
    ],
    briefGrounds: [plain(own === undefined ? "" : backtestSentence(own, analysis))],
  };
}

/** Made on, for, forecast with its interval, what came. */
export function pastForecastPhrase({
  madeOnEpochDay,
  forDay,
  forecast,
  low,
  high,
  actual,
  outcome,
}: PastForecast): string {
  return `made on ${formatDate(madeOnEpochDay)} for ${formatDate(forDay)}: ${formatDensity(forecast)} (${forecastRange({ low, high })}), came ${formatDensity(actual)}, ${outcomeNames[outcome]}`;
}

/** "1.8 to 30". */
export function forecastRange({ low, high }: Pick<PastForecast, "low" | "high">): string {
  return unbroken(`${formatDensity(low)} to ${formatDensity(high)}`);
}

/** The words of a collection whose past cannot be forecast. */
export function noBacktestWording({ trend }: CollectionAnalysis): EmptyWording {
  return {
    title: "No past forecast to check",
    explanation: `A backtest fits the trend to what was known at a half-year end and looks half a year on. Of ${counted(trend.points.length, "model")} ${tooShort}`,
    cards: [],
  };
}
