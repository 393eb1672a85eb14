import { isoOfEpochDay, isoOfReleaseDate } from "../density/calendar.ts";
import { choices } from "../method/choices.ts";
import { originEpochDay, type TrendPoint } from "../trend/collection/trendPoint.ts";
import type { Estimator } from "../trend/fit/estimator.ts";
import type { Trend } from "../trend/fit/fitTrend.ts";
import { recordsOnPublicTests } from "../trend/questions/contamination.ts";
import { growthChangeOf } from "../trend/questions/growthChange.ts";
import { type Influence, influence } from "../trend/questions/influence.ts";
import { stall } from "../trend/questions/stall.ts";
import { whoIsMissing } from "../trend/questions/whoIsMissing.ts";
import { growthBlock, stallBlock } from "./growthJson.ts";
import { excludedBlock, headerBlock, jsonText, orNull, type ReportContext } from "./jsonContract.ts";
import type { TrendAnswers } from "./trendAnswers.ts";
import { answerBlocks, intervalOrNull } from "./trendAnswersJson.ts";

/** `densing trend --format json`, as schemas/report.schema.json says. */
export function trendJson(context: ReportContext, answers: TrendAnswers): string {
  const { analysis } = context;
  const { trend, settings } = analysis;
  const publicOnly = new Set(recordsOnPublicTests(analysis).map(({ id }) => id));
  return jsonText({
    ...headerBlock(context),
    estimator: settings.estimator,
    tau: settings.tau,
    since: settings.sinceEpochDay === undefined ? null : isoOfEpochDay(settings.sinceEpochDay),
    until: settings.untilEpochDay === undefined ? null : isoOfEpochDay(settings.untilEpochDay),
    without: settings.without,
    size: choices.size.of(settings),
    strict: settings.strict,
    origin: isoOfEpochDay(originEpochDay),
    modelCount: trend.points.length,
    records: trend.records.map((record) => ({
      ...recordBlock(record, context),
      publicTestsOnly: publicOnly.has(record.id),
    })),
    slopePerDay: orNull(trend.line?.slopePerDay),
    intercept: orNull(trend.line?.intercept),
    rSquared: orNull(trend.line?.rSquared),
    doublingTimeDays: orNull(trend.line?.doublingTimeDays),
    interval: intervalBlock(trend, settings.estimator),
    trendTest: orNull(trend.test),
    verdict: trend.verdict,
    influence: trend.lines.length === 0 ? null : influence(trend.points).map(influenceBlock),
    estimators: trend.lines.map(({ estimator, tau, slopePerDay, doublingTimeDays }) => ({
      estimator,
      tau: orNull(tau),
      slopePerDay,
      doublingTimeDays: orNull(doublingTimeDays),
      interval: intervalBlock(trend, estimator),
    })),
    growth: growthBlock(growthChangeOf(trend, analysis.settings.seed).get()),
    stall: stallBlock(stall(trend)),
    coverage: coverageBlock(analysis),
    ...answerBlocks(answers, analysis),
    excluded: excludedBlock(context),
  });
}

function intervalBlock({ intervals, lines }: Trend, estimator: Estimator) {
  const isFitted = lines.some((line) => line.estimator === estimator);
  return intervalOrNull(isFitted ? intervals?.of(estimator) : undefined);
}

/** Who is missing: members over cards by year. */
function coverageBlock(analysis: ReportContext["analysis"]) {
  const { years, halvedIn } = whoIsMissing(analysis);
  return { years, halvedIn: orNull(halvedIn?.year) };
}

function influenceBlock({
  point,
  doublingTimeDays,
  changeDays,
  recordCount,
  fixedRecordsDoublingTimeDays,
}: Influence) {
  return {
    name: point.name,
    doublingTimeDays: orNull(doublingTimeDays),
    changeDays: orNull(changeDays),
    recordCount,
    fixedRecordsDoublingTimeDays: orNull(fixedRecordsDoublingTimeDays),
  };
}

function recordBlock({ id, name, density, epochDay }: TrendPoint, { cards }: ReportContext) {
  const releaseDate = cards.get(id)?.model?.releaseDate ?? { epochDay, precision: "day" };
  return { name, releaseDate: isoOfReleaseDate(releaseDate), density };
}
