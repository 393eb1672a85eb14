import type { BenchmarkId } from "../density/model.ts";
import { formatDays } from "../text/dates.ts";
import { counted, countedInWords, countInWords } from "../text/numbers.ts";
import { listed } from "../text/sentences.ts";
import { plain, strong, type TextRun } from "../text/textRun.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { Trend } from "../trend/fit/fitTrend.ts";
import { type ClaimedGrowth, claimedGrowth, type FasterGrowth } from "../trend/questions/fastestGrowth.ts";
import { benchmarkName } from "./benchmarkNames.ts";
import { estimatorName } from "./choiceNames.ts";
import { briefIntervalPhrase, intervalName, intervalPhrase } from "./intervals.ts";
import { doublingTimePhrase, type VerdictWording } from "./verdict.ts";

/** The trend of one benchmark's densities. */
export interface BenchmarkTrend {
  readonly name: BenchmarkId;
  readonly trend: Trend;
}

/** The result above a benchmark's plot, the longest wording first. */
export function benchmarkResultPhrases(trend: Trend): string[] {
  const growth = claimedGrowth("", trend);
  if (growth !== undefined) {
    const days = formatDays(growth.days);
    const short = `${days} (${briefIntervalPhrase(growth.interval)})`;
    return [`doubles every ${short}`, `×2 in ${short}`, `×2 in ${days}`, days];
  }
  switch (trend.verdict) {
    case "doubling":
      return ["no doubling time can be stated", "no doubling time"];
    case "no-doubling-can-be-claimed":
      return ["no doubling can be claimed", "no doubling claimed", "no doubling"];
    case "too-few-models": {
      const { points, records } = trend;
      if (points.length === 0) return ["no model with this score", "no model"];
      return [
        `too few models: ${counted(records.length, "record")} of ${points.length}`,
        "too few models",
        "too few",
      ];
    }
  }
}

/**
 * On which abilities density doubles, and on which fastest, as far as the intervals allow to say so.
 * @param faster `undefined` when no two intervals lie apart
 */
export function benchmarksWording(
  trends: readonly BenchmarkTrend[],
  faster: FasterGrowth<BenchmarkId> | undefined,
  settings: AnalysisSettings,
): VerdictWording {
  if (trends.every(({ trend }) => trend.points.length === 0)) return noScores(trends);
  const claimed = trends.flatMap(({ name, trend }) => claimedGrowth(name, trend) ?? []);
  return {
    verdict: verdictOf(trends, claimed, faster),
    grounds: [plain(groundsOf(trends, claimed, faster, settings))],
    briefGrounds: [plain(`Fit: ${estimatorOf(settings)}; ${modelCounts(trends)} each.`)],
  };
}

type Growth = ClaimedGrowth<BenchmarkId>;
type Faster = FasterGrowth<BenchmarkId>;

/** Densities of a mean alone say nothing of single abilities. */
function noScores(trends: readonly BenchmarkTrend[]): VerdictWording {
  const names = trends.map(({ name }) => benchmarkName(name));
  const grounds = [plain(`A model is drawn by its abilities when its card has scores of ${listed(names)}.`)];
  return {
    verdict: [strong("No model has a score of a single benchmark.")],
    grounds,
    briefGrounds: grounds,
  };
}

function verdictOf(
  trends: readonly BenchmarkTrend[],
  claimed: readonly Growth[],
  faster: Faster | undefined,
): TextRun[] {
  const [only] = claimed;
  if (only === undefined)
    return [
      strong(
        trends.length === 1
          ? "No doubling can be claimed."
          : `No doubling can be claimed on any of the ${countedInWords(trends.length, "benchmark")}.`,
      ),
    ];
  if (claimed.length === 1)
    return [
      plain("A doubling can be claimed on "),
      strong(benchmarkName(only.name)),
      plain(` alone: every ${doublingTimePhrase(only.days)}; ${intervalName(only.interval)} `),
      strong(intervalPhrase(only.interval)),
      plain("."),
    ];
  if (faster === undefined)
    return [
      plain(
        `A doubling can be claimed on ${countInWords(claimed.length)} of ${countedInWords(trends.length, "benchmark")}; `,
      ),
      strong("none is measurably faster than another"),
      plain("."),
    ];
  const { fastest, than } = faster;
  const isFastestOfAll = than.length === trends.length - 1;
  return [
    strong(benchmarkName(fastest.name)),
    plain(
      isFastestOfAll
        ? " density doubles fastest: every "
        : ` density doubles faster than that of ${listed(than.map(({ name }) => benchmarkName(name)))}: every `,
    ),
    strong(formatDays(fastest.days)),
    plain(`; ${intervalName(fastest.interval)} `),
    strong(intervalPhrase(fastest.interval)),
    plain("."),
  ];
}

function groundsOf(
  trends: readonly BenchmarkTrend[],
  claimed: readonly Growth[],
  faster: Faster | undefined,
  settings: AnalysisSettings,
): string {
  const unclaimed = trends.filter(({ name }) => !claimed.some((growth) => growth.name === name));
  const sentences = [
    `Fit: ${estimatorOf(settings)}. Each benchmark counts the ${modelCounts(trends)} that have its score.`,
    ...comparison(claimed, faster, settings),
    ...(unclaimed.length === 0 || claimed.length === 0
      ? []
      : [`No doubling can be claimed on ${listed(unclaimed.map(({ name }) => benchmarkName(name)))}.`]),
  ];
  return sentences.join(" ");
}

/** What the headline's comparison rests on. */
function comparison(
  claimed: readonly Growth[],
  faster: Faster | undefined,
  { estimator, tau }: AnalysisSettings,
): string[] {
  if (claimed.length < 2) return [];
  const quantile = estimatorName("quantile", tau);
  if (faster === undefined)
    return [
      estimator === "records"
        ? `No two benchmarks have intervals that lie apart both by records and by ${quantile}.`
        : "All intervals overlap.",
    ];
  const { fastest, than } = faster;
  const others = than.length === 1 ? "that" : "those";
  const apart = `The interval of ${benchmarkName(fastest.name)} lies below ${others} of ${listed(than.map(({ name }) => benchmarkName(name)))}`;
  return [estimator === "records" ? `${apart}; by ${quantile} it does so too.` : `${apart}.`];
}

function estimatorOf({ estimator, tau }: AnalysisSettings): string {
  return estimatorName(estimator, tau);
}

/** "34 to 89 models". */
function modelCounts(trends: readonly BenchmarkTrend[]): string {
  const counts = trends.map(({ trend }) => trend.points.length);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return fewest === most ? counted(most, "model") : `${fewest} to ${counted(most, "model")}`;
}
