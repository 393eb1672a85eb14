import type { Estimator } from "./estimator.ts";
import type { Trend } from "./fitTrend.ts";
import type { TrendInterval } from "./trendInterval.ts";

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
export function fasterGrowth<Name>(
  trends: readonly { readonly name: Name; readonly trend: Trend }[],
): FasterGrowth<Name> | undefined {
  const claimed = trends.flatMap(({ name, trend }) => {
    const growth = claimedGrowth(name, trend);
    return growth === undefined ? [] : [{ growth, trend }];
  });
  let best: FasterGrowth<Name> | undefined;
  for (const candidate of claimed) {
    const slower = claimed.filter((other) => liesBelow(candidate, other)).map(({ growth }) => growth);
    if (slower.length === 0) continue;
    const isBetter =
      best === undefined ||
      slower.length > best.than.length ||
      (slower.length === best.than.length && candidate.growth.days < best.fastest.days);
    if (isBetter) best = { fastest: candidate.growth, than: slower };
  }
  return best;
}

interface Claimed {
  readonly growth: { readonly interval: TrendInterval };
  readonly trend: Trend;
}

function liesBelow(first: Claimed, second: Claimed): boolean {
  if (!isShorter(first.growth.interval, second.growth.interval)) return false;
  if (!first.growth.interval.isIndicative && !second.growth.interval.isIndicative) return true;
  const [one, other] = [first, second].map(({ trend }) =>
    trend.intervals?.of("quantile" satisfies Estimator),
  );
  return one !== undefined && other !== undefined && isShorter(one, other);
}

/** Whether even the longest doubling time of one interval is shorter than the shortest of another. */
function isShorter({ highDays }: TrendInterval, { lowDays }: TrendInterval): boolean {
  return highDays !== undefined && lowDays !== undefined && highDays < lowDays;
}
