import type { Trend } from "../fit/fitTrend.ts";
import type { TrendInterval } from "../fit/trendInterval.ts";
import type { Steps } from "../steps.ts";

/** A trend with a doubling time that can be claimed. */
export interface ClaimedGrowth<Name> {
  readonly name: Name;
  readonly days: number;
  readonly interval: TrendInterval;
}

/** Which of several trends grows faster than others beyond doubt. */
export interface FasterGrowth<Name> {
  readonly fastest: ClaimedGrowth<Name>;
  /** Those it is faster than, in the order given. */
  readonly than: readonly ClaimedGrowth<Name>[];
}

/** The doubling time of a trend with its interval, by the estimator of the verdict; `undefined` without a claim. */
export function claimedGrowth<Name>(
  name: Name,
  { verdict, line, intervals }: Trend,
): ClaimedGrowth<Name> | undefined {
  const days = line?.doublingTimeDays;
  if (verdict !== "doubling" || line === undefined || days === undefined || intervals === undefined)
    return undefined;
  return { name, days, interval: intervals.of(line.estimator) };
}

/**
 * The trend that is faster than most others, where its interval lies wholly below theirs. Intervals of
 * records cover less than they say, so there those of the quantile line have to lie apart too; they are
 * computed only for trends whose first intervals do.
 * @returns `undefined` when no two intervals lie apart
 */
export function* fasterGrowth<Name>(
  trends: readonly { readonly name: Name; readonly trend: Trend }[],
): Steps<FasterGrowth<Name> | undefined> {
  const claimed: Claimed<Name>[] = [];
  for (const { name, trend } of trends) {
    yield;
    const growth = claimedGrowth(name, trend);
    if (growth !== undefined) claimed.push({ growth, trend });
  }
  for (const { growth, trend } of claimed) {
    if (!growth.interval.isIndicative || !claimed.some((other) => liesApart(growth, other.growth))) continue;
    yield;
    // Kept by the trend, so that the comparisons find it made.
    trend.intervals?.of("quantile");
  }
  let best: FasterGrowth<Name> | undefined;
  for (const candidate of claimed) {
    const than = claimed.filter((other) => isSurelyFaster(candidate, other)).map(({ growth }) => growth);
    const fastest = candidate.growth;
    if (than.length > 0 && (best === undefined || isBetter({ fastest, than }, best)))
      best = { fastest, than };
  }
  return best;
}

interface Claimed<Name> {
  readonly growth: ClaimedGrowth<Name>;
  readonly trend: Trend;
}

function isBetter<Name>(one: FasterGrowth<Name>, other: FasterGrowth<Name>): boolean {
  return one.than.length === other.than.length
    ? one.fastest.days < other.fastest.days
    : one.than.length > other.than.length;
}

function isSurelyFaster<Name>(first: Claimed<Name>, second: Claimed<Name>): boolean {
  if (!isShorter(first.growth.interval, second.growth.interval)) return false;
  if (!first.growth.interval.isIndicative) return true;
  const [one, other] = [first, second].map(({ trend }) => trend.intervals?.of("quantile"));
  return one !== undefined && other !== undefined && isShorter(one, other);
}

function liesApart<Name>(
  { interval: one }: ClaimedGrowth<Name>,
  { interval: other }: ClaimedGrowth<Name>,
): boolean {
  return isShorter(one, other) || isShorter(other, one);
}

/** Whether even the longest doubling time of one interval is shorter than the shortest of another. */
function isShorter({ highDays }: TrendInterval, { lowDays }: TrendInterval): boolean {
  return highDays !== undefined && lowDays !== undefined && highDays < lowDays;
}
