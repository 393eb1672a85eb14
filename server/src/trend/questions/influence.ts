import { findRecords } from "../collection/records.ts";
import type { TrendPoint } from "../collection/trendPoint.ts";
import { defaultTau, trendLine } from "../fit/estimator.ts";
import { fewestRecords, type Trend } from "../fit/fitTrend.ts";
import { trendSample } from "../fit/trendSample.ts";

/** What the doubling time by records would be without one model. */
export interface Influence {
  readonly point: TrendPoint;
  /** With the records found again among the others; `undefined` with too few of them, or no rise. */
  readonly doublingTimeDays: number | undefined;
  readonly recordCount: number;
  /** Days longer (positive) or shorter than with the model. */
  readonly changeDays: number | undefined;
  /** With the other records held fixed. */
  readonly fixedRecordsDoublingTimeDays: number | undefined;
}

/**
 * Leaves out one model after another, the largest change first. Only a record has any influence on
 * the line through the records, so only records are listed.
 * @param points the models of a trend
 */
export function influence(points: readonly TrendPoint[]): Influence[] {
  const records = findRecords(points);
  const whole = recordsDoublingTime(records);
  return records
    .map((left): Influence => {
      const found = findRecords(points.filter(({ id }) => id !== left.id));
      const days = recordsDoublingTime(found);
      return {
        point: left,
        doublingTimeDays: days,
        recordCount: found.length,
        changeDays: days === undefined || whole === undefined ? undefined : days - whole,
        fixedRecordsDoublingTimeDays: recordsDoublingTime(records.filter(({ id }) => id !== left.id)),
      };
    })
    .sort((first, second) => size(second) - size(first));
}

/** Leaving out each of more models would be felt. */
const mostLeftOut = 500;

/**
 * The models of a trend whose absence moves its line most, the largest change first: of the line through
 * records only records, of other lines all models of collections that are not large, else the records.
 */
export function mostInfluential({ points, line }: Trend, count: number): TrendPoint[] {
  if (line === undefined) return [];
  if (line.estimator === "records" || points.length > mostLeftOut)
    return influence(points)
      .slice(0, count)
      .map(({ point }) => point);
  return points
    .map((left) => {
      const sample = trendSample(points.filter(({ id }) => id !== left.id));
      const slope = trendLine(line.estimator, sample, line.tau ?? defaultTau)?.slopePerDay ?? 0;
      return { left, change: Math.abs(slope - line.slopePerDay) };
    })
    .sort((first, second) => second.change - first.change)
    .slice(0, count)
    .map(({ left }) => left);
}

/** A model without which there is no doubling time at all comes first. */
function size({ changeDays }: Influence): number {
  return changeDays === undefined ? Number.MAX_VALUE : Math.abs(changeDays);
}

function recordsDoublingTime(records: readonly TrendPoint[]): number | undefined {
  const isEnough = records.length >= fewestRecords;
  return isEnough ? trendLine("records", trendSample(records), defaultTau)?.doublingTimeDays : undefined;
}
