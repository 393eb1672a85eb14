import { isoOfEpochDay } from "../../density/calendar.ts";
import { originEpochDay, type TrendPoint } from "../../trend/trendPoint.ts";
import {
  excludedBlock,
  isoReleaseDate,
  jsonText,
  orNull,
  type ReportContext,
  schemaVersion,
  settingsBlock,
} from "./jsonContract.ts";

/** `densing trend --format json`, as schemas/report.schema.json says. */
export function trendJson(context: ReportContext): string {
  const { analysis, asOfEpochDay } = context;
  const { trend, settings } = analysis;
  return jsonText({
    schemaVersion,
    settings: settingsBlock(settings, asOfEpochDay),
    estimator: settings.estimator,
    since: settings.sinceEpochDay === undefined ? null : isoOfEpochDay(settings.sinceEpochDay),
    until: settings.untilEpochDay === undefined ? null : isoOfEpochDay(settings.untilEpochDay),
    origin: isoOfEpochDay(originEpochDay),
    modelCount: trend.points.length,
    records: trend.records.map((record) => recordBlock(record, context)),
    slopePerDay: orNull(trend.line?.slopePerDay),
    intercept: orNull(trend.line?.intercept),
    rSquared: orNull(trend.line?.rSquared),
    doublingTimeDays: orNull(trend.line?.doublingTimeDays),
    interval: null,
    trendTest: orNull(trend.test),
    verdict: trend.verdict,
    influence: null,
    estimators: trend.lines.map(({ estimator, slopePerDay, doublingTimeDays }) => ({
      estimator,
      slopePerDay,
      doublingTimeDays: orNull(doublingTimeDays),
      interval: null,
    })),
    excluded: excludedBlock(context),
  });
}

function recordBlock({ id, name, density, epochDay }: TrendPoint, { cards }: ReportContext) {
  const releaseDate = cards.get(id)?.model?.releaseDate ?? { epochDay, precision: "day" };
  return { name, releaseDate: isoReleaseDate(releaseDate), density };
}
