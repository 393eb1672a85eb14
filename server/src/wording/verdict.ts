import type { ReleaseDate } from "../density/model.ts";
import { formatDate, formatDays, formatMonths, formatReleaseDate } from "../text/dates.ts";
import { counted, countedInWords, formatDecimal, formatPValue } from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import { plain, strong, type TextRun } from "../text/textRun.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { TrendLine } from "../trend/fit/estimator.ts";
import {
  fewestModels,
  fewestRecords,
  fewestReleaseDays,
  isLongEnough,
  type ReleaseSpan,
  releaseSpan,
  shortestSpanDays,
  significanceLevel,
} from "../trend/fit/fitTrend.ts";
import type { TrendInterval } from "../trend/fit/trendInterval.ts";
import { fewestFamiliesTested, type TrendTest } from "../trend/fit/trendTest.ts";
import { estimatorName } from "./choiceNames.ts";
import { growthSentence, stallSentence } from "./growth.ts";
import { briefIntervalPhrase, familiesPhrase, levelPhrase } from "./intervals.ts";

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
  const { verdict, line, intervals, test } = analysis.trend;
  switch (verdict) {
    case "too-few-models":
      return tooFew(analysis);
    case "no-doubling-can-be-claimed":
      return noDoubling(analysis);
    case "doubling":
      return line?.doublingTimeDays === undefined || intervals === undefined || test === undefined
        ? noDoublingTime(analysis)
        : doubling(analysis, line, line.doublingTimeDays, intervals.of(line.estimator), test);
  }
}

/** "106 days (3.5 months)"; a span of a few days has no months. */
export function doublingTimePhrase(days: number): string {
  return `${formatDays(days)}${monthsInBrackets(days)}`;
}

/** " (3.5 months)"; nothing for a few days. */
export function monthsInBrackets(days: number): string {
  return days < fewestDaysInMonths ? "" : ` (${formatMonths(days)})`;
}

const fewestDaysInMonths = 3;

function doubling(
  analysis: CollectionAnalysis,
  line: TrendLine,
  days: number,
  interval: TrendInterval,
  test: TrendTest,
): VerdictWording {
  const { points, records } = analysis.trend;
  const models = counted(points.length, "model");
  const basis = {
    records: `${countedInWords(records.length, "record")} of ${models}`,
    quantile: `${lineName(analysis, line)} over ${models}`,
    all: `least squares over ${models}`,
  }[line.estimator];
  return {
    verdict: headline(line, days, interval),
    grounds: [
      plain(
        [
          otherEstimate(analysis, line),
          growthSentence(analysis),
          stallSentence(analysis),
          `${capitalised(basis)}, ${modelDates(analysis)}; rise over ${test.observations === points.length ? "all models" : population(analysis)}${inFamilies(test)} ${p(test)}.`,
          fewFamilies(interval),
        ]
          .filter((sentence) => sentence !== undefined)
          .join(" "),
      ),
    ],
    briefGrounds: [
      plain(
        line.estimator === "records"
          ? `${counted(records.length, "record")} of ${models}; ${p(test)}.`
          : `${capitalised(basis)}; ${p(test)}.`,
      ),
    ],
  };
}

/**
 * "Density doubles about every 4.4 months (135 days, 95 % interval 91 to 275)."; of records, whose interval
 * holds too little, only the time and whose method it is.
 */
function headline({ estimator }: TrendLine, days: number, interval: TrendInterval): readonly TextRun[] {
  const isInMonths = days >= fewestDaysInMonths;
  const time = strong(isInMonths ? formatMonths(days) : formatDays(days));
  const behind = [
    ...(isInMonths ? [formatDays(days)] : []),
    estimator === "records"
      ? "the paper’s method"
      : `${levelPhrase(interval.level)} interval ${briefIntervalPhrase(interval)}`,
  ];
  return [plain("Density doubles about every "), time, plain(` (${behind.join(", ")}).`)];
}

/** The line to lay beside the one in the headline: for the paper's the one that covers, else the paper's. */
function otherEstimate(analysis: CollectionAnalysis, line: TrendLine): string | undefined {
  const { lines, records } = analysis.trend;
  if (line.estimator === "records") {
    const quantile = lines.find(({ estimator }) => estimator === "quantile");
    const instead =
      quantile === undefined
        ? ""
        : ` ${capitalised(lineName(analysis, quantile))} over all models gives ${estimate(analysis, quantile)}.`;
    return `Records run fast, and an interval of theirs held the truth in three of four simulations.${instead}`;
  }
  const other = lines.find(({ estimator }) => estimator === "records");
  return other?.doublingTimeDays === undefined
    ? undefined
    : `The paper’s method, a line through the ${countedInWords(records.length, "record")}, gives ${formatDays(other.doublingTimeDays)}; records run fast.`;
}

/** "135 days (91 to 275)". */
function estimate({ trend }: CollectionAnalysis, { estimator, doublingTimeDays }: TrendLine): string {
  if (doublingTimeDays === undefined) return "no rise";
  const interval = trend.intervals?.of(estimator);
  return `${formatDays(doublingTimeDays)}${interval === undefined ? "" : ` (${briefIntervalPhrase(interval)})`}`;
}

function lineName({ settings }: CollectionAnalysis, { estimator, tau }: TrendLine): string {
  return estimatorName(estimator, tau ?? settings.tau);
}

/** The test says that densities rise, but the line asked for does not: there is no time to state. */
function noDoublingTime(analysis: CollectionAnalysis): VerdictWording {
  const { test } = analysis.trend;
  const grounds = [
    plain(
      `The line fitted to ${lineBasis(analysis)} does not rise${
        test === undefined ? "" : `, although ${population(analysis)} do (${p(test)})`
      }.`,
    ),
  ];
  return { verdict: [strong("No doubling time can be stated.")], grounds, briefGrounds: grounds };
}

function lineBasis({ settings, trend }: CollectionAnalysis): string {
  return settings.estimator === "records"
    ? `the ${countedInWords(trend.records.length, "record")}`
    : `all ${counted(trend.points.length, "model")}`;
}

function noDoubling(analysis: CollectionAnalysis): VerdictWording {
  const { points, records, lines, test } = analysis.trend;
  const recordLine = lines.find(({ estimator }) => estimator === "records");
  const wouldFit =
    recordLine?.doublingTimeDays === undefined
      ? ""
      : ` The ${countedInWords(records.length, "record")} alone would fit ${formatDays(recordLine.doublingTimeDays)} with R² ${formatDecimal(recordLine.rSquared ?? 0, 2)}, but records can only rise, so that is not evidence.`;
  const all = `All ${counted(points.length, "model")}`;
  return {
    verdict: [strong("No doubling can be claimed.")],
    grounds: [plain(testInWords(analysis) + wouldFit)],
    briefGrounds: [
      plain(
        test === undefined
          ? `${all}: the rise cannot be tested.`
          : `${all}: ${isFall(test) ? "density falls" : isRise(test) ? "the rise may be none" : "no rise beyond chance"} (${p(test)}).`,
      ),
    ],
  };
}

/** The t test of the all-model slope, for people who do not read p values. */
function testInWords(analysis: CollectionAnalysis): string {
  const { test } = analysis.trend;
  const all = population(analysis);
  if (test === undefined)
    return analysis.trend.sample.runCount < fewestFamiliesTested
      ? `A rise over ${all} cannot be tested: the checkpoints of one training run count once, and that leaves fewer than three.`
      : `A rise over ${all} cannot be tested: models of one family err together, and there are fewer than ${fewestFamiliesTested} families.`;
  const evidence = `(two-sided t test of the slope, ${p(test)})`;
  if (isFall(test)) return `Over ${all} density falls ${evidence}.`;
  if (test.slopePerDay <= 0) return `Over ${all} density does not rise ${evidence}.`;
  if (test.pValue < significanceLevel) return quantileInWords(analysis, test);
  const percent = Math.round(test.pValue * 100);
  const frequency = percent >= 100 ? "nearly always" : `${percent} times in 100`;
  return `Over ${all} the rise is within chance: without a trend, a slope as steep as this one turns up ${frequency} ${evidence}.`;
}

/** All models rise, but an interval does not exclude that nothing grows: of the quantile line, or of all models. */
function quantileInWords(analysis: CollectionAnalysis, test: TrendTest): string {
  const { lines, intervals } = analysis.trend;
  const isEdgeSure = (intervals?.of("quantile").slopeLow ?? 0) > 0;
  const doubted = lines.find(({ estimator }) => estimator === (isEdgeSure ? "all" : "quantile"));
  const numbers =
    doubted === undefined
      ? ""
      : `: ${isEdgeSure ? "least squares" : lineName(analysis, doubted)} gives ${estimate(analysis, doubted)}`;
  const whose = isEdgeSure ? "of that rise" : "of the upper edge";
  return `Over ${population(analysis)} density rises on average (two-sided t test of the slope, ${p(test)}), but the interval ${whose} does not exclude that nothing grows${numbers}.`;
}

function isRise({ slopePerDay, pValue }: TrendTest): boolean {
  return slopePerDay > 0 && pValue < significanceLevel;
}

function isFall({ slopePerDay, pValue }: TrendTest): boolean {
  return slopePerDay < 0 && pValue < significanceLevel;
}

function tooFew(analysis: CollectionAnalysis): VerdictWording {
  const { points, records, sample } = analysis.trend;
  const span = releaseSpan(points);
  if (sample.runCount >= fewestModels && records.length >= fewestRecords && !isLongEnough(span))
    return tooShort(analysis, span);
  const grounds = [
    plain(`${modelDates(analysis)}. No line is fitted and nothing is tested below these counts.`),
  ];
  return {
    verdict: [
      strong("Too few models for a trend:"),
      plain(
        ` ${counted(records.length, "record")} of ${counted(points.length, "model")}; ${fewestRecords} of ${fewestModels} are needed${
          sample.runCount < points.length
            ? `, and the checkpoints of a training run count once (${counted(sample.runCount, "run")})`
            : ""
        }.`,
      ),
    ],
    grounds,
    briefGrounds: grounds,
  };
}

/** Many models of a few days or weeks say nothing of growth. */
function tooShort(analysis: CollectionAnalysis, { releaseDays, spanDays }: ReleaseSpan): VerdictWording {
  const grounds = [plain(`${modelDates(analysis)}. No line is fitted and nothing is tested below that.`)];
  return {
    verdict: [
      strong("Too short a time for a trend:"),
      plain(
        ` ${counted(releaseDays, "release day")} within ${counted(spanDays, "day")}; ${fewestReleaseDays} within at least ${shortestSpanDays} days are needed.`,
      ),
    ],
    grounds,
    briefGrounds: grounds,
  };
}

/** " in 24 families"; nothing where every model is a family of its own. */
function inFamilies({ families, observations }: TrendTest): string {
  return families === observations ? "" : ` in ${familiesPhrase(families)}`;
}

function fewFamilies({ isRough, families }: TrendInterval): string | undefined {
  return isRough ? `With ${familiesPhrase(families)} the interval is rough.` : undefined;
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
