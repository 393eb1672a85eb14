import type { ReleaseDate } from "../../density/model.ts";
import type { CollectionAnalysis } from "../analyseCollection.ts";
import {
  type Estimator,
  fewestModels,
  fewestRecords,
  significanceLevel,
  type TrendLine,
} from "../fitTrend.ts";
import type { TrendTest } from "../trendTest.ts";
import { formatDate, formatDays, formatMonths, formatReleaseDate } from "./dates.ts";
import { counted, countedInWords, formatDecimal, formatPValue } from "./numbers.ts";
import { capitalised } from "./sentences.ts";
import { plain, strong, type TextRun } from "./textRun.ts";

/** What a collection says, in words. */
export interface VerdictWording {
  /** The headline: one sentence. */
  readonly verdict: readonly TextRun[];
  /** What the headline rests on: one or two lines. */
  readonly grounds: readonly TextRun[];
  /** The one fact a narrow page has room for. */
  readonly briefGrounds: readonly TextRun[];
}

/** The verdict of a collection with at least one model; see `emptyWording` for one without. */
export function verdictWording(analysis: CollectionAnalysis): VerdictWording {
  const { verdict, line, test } = analysis.trend;
  switch (verdict) {
    case "too-few-models":
      return tooFew(analysis);
    case "no-doubling-can-be-claimed":
      return noDoubling(analysis);
    case "doubling":
      return line?.doublingTimeDays === undefined || test === undefined
        ? noDoublingTime(analysis)
        : doubling(analysis, line, line.doublingTimeDays, test);
  }
}

/** "106 days (3.5 months)"; a span of a few days has no months. */
export function doublingTimePhrase(days: number): string {
  return `${formatDays(days)}${monthsInBrackets(days)}`;
}

function monthsInBrackets(days: number): string {
  return days < fewestDaysInMonths ? "" : ` (${formatMonths(days)})`;
}

const fewestDaysInMonths = 3;

function doubling(
  analysis: CollectionAnalysis,
  line: TrendLine,
  days: number,
  test: TrendTest,
): VerdictWording {
  const { points, records, lines } = analysis.trend;
  const isRecords = line.estimator === "records";
  const basis = isRecords
    ? `${countedInWords(records.length, "record")} of ${counted(points.length, "model")}`
    : `least squares over ${counted(points.length, "model")}`;
  const other = lines.find(({ estimator }) => estimator !== line.estimator);
  return {
    verdict: [plain("Density doubles every "), strong(formatDays(days)), plain(`${monthsInBrackets(days)}.`)],
    grounds: [
      plain(
        `${capitalised(basis)}, ${modelDates(analysis)}; rise over ${test.observations === points.length ? "all models" : population(analysis)} ${p(test)}.`,
      ),
      ...(other === undefined ? [] : [plain(` ${otherEstimate(other)}`)]),
      plain(" No interval is computed yet, so how far off this may be is not known."),
    ],
    briefGrounds: [
      plain(
        isRecords
          ? `${counted(records.length, "record")} of ${counted(points.length, "model")}; no interval yet.`
          : `${capitalised(basis)}; no interval yet.`,
      ),
    ],
  };
}

const otherEstimatorPhrases: Readonly<Record<Estimator, string>> = {
  records: "The paper’s method, records only, gives",
  all: "Least squares over all models gives",
};

function otherEstimate({ estimator, doublingTimeDays }: TrendLine): string {
  return `${otherEstimatorPhrases[estimator]} ${doublingTimeDays === undefined ? "no rise" : formatDays(doublingTimeDays)}.`;
}

/** The test says that densities rise, but the line asked for does not: there is no time to state. */
function noDoublingTime(analysis: CollectionAnalysis): VerdictWording {
  const { test } = analysis.trend;
  const grounds = [
    plain(
      `The line fitted to all ${counted(analysis.trend.points.length, "model")} does not rise${
        test === undefined ? "" : `, although ${population(analysis)} do (${p(test)})`
      }.`,
    ),
  ];
  return { verdict: [strong("No doubling time can be stated.")], grounds, briefGrounds: grounds };
}

function noDoubling(analysis: CollectionAnalysis): VerdictWording {
  const { points, records, lines, test } = analysis.trend;
  const recordLine = lines.find(({ estimator }) => estimator === "records");
  const wouldFit =
    recordLine?.doublingTimeDays === undefined
      ? ""
      : ` The ${countedInWords(records.length, "record")} alone would fit ${formatDays(recordLine.doublingTimeDays)} with R² ${formatDecimal(recordLine.rSquared, 2)}, but records can only rise, so that is not evidence.`;
  const all = `All ${counted(points.length, "model")}`;
  return {
    verdict: [strong("No doubling can be claimed.")],
    grounds: [plain(testInWords(analysis) + wouldFit)],
    briefGrounds: [
      plain(
        test === undefined
          ? `${all}: the rise cannot be tested.`
          : `${all}: ${isFall(test) ? "density falls" : "no rise beyond chance"} (${p(test)}).`,
      ),
    ],
  };
}

/** The t test of the all-model slope, for people who do not read p values. */
function testInWords(analysis: CollectionAnalysis): string {
  const { test } = analysis.trend;
  const all = population(analysis);
  if (test === undefined)
    return `A rise over ${all} cannot be tested: the checkpoints of one training run count once, and that leaves fewer than three.`;
  const evidence = `(two-sided t test of the slope, ${p(test)})`;
  if (isFall(test)) return `Over ${all} density falls ${evidence}.`;
  if (test.slopePerDay <= 0) return `Over ${all} density does not rise ${evidence}.`;
  const percent = Math.round(test.pValue * 100);
  const frequency = percent >= 100 ? "nearly always" : `${percent} times in 100`;
  return `Over ${all} the rise is within chance: without a trend, a slope as steep as this one turns up ${frequency} ${evidence}.`;
}

function isFall({ slopePerDay, pValue }: TrendTest): boolean {
  return slopePerDay < 0 && pValue < significanceLevel;
}

function tooFew(analysis: CollectionAnalysis): VerdictWording {
  const { points, records } = analysis.trend;
  const grounds = [
    plain(`${modelDates(analysis)}. No line is fitted and nothing is tested below these counts.`),
  ];
  return {
    verdict: [
      strong("Too few models for a trend:"),
      plain(
        ` ${counted(records.length, "record")} of ${counted(points.length, "model")}; ${fewestRecords} of ${fewestModels} are needed.`,
      ),
    ],
    grounds,
    briefGrounds: grounds,
  };
}

/** What the test was made over: "all 47 models", or training runs when checkpoints share one. */
function population({ trend: { points, test } }: CollectionAnalysis): string {
  return test === undefined || test.observations === points.length
    ? `all ${counted(points.length, "model")}`
    : `all ${counted(test.observations, "training run")}`;
}

function p(test: TrendTest): string {
  return formatPValue(test.pValue, significanceLevel);
}

/** First and last release: "24 Feb 2023 to 5 Apr 2025", or the one date. */
function modelDates({ models, trend: { points } }: CollectionAnalysis): string {
  const dates = new Map<string, ReleaseDate>();
  for (const { id, model } of models) if (model.releaseDate !== undefined) dates.set(id, model.releaseDate);
  const [first, last] = [points.at(0), points.at(-1)].map((point) => {
    const date = point && dates.get(point.id);
    return date === undefined ? formatDate(point?.epochDay ?? 0) : formatReleaseDate(date);
  });
  return first === last ? `${first}` : `${first} to ${last}`;
}
