import { type CoefficientTest, testHighestPower } from "../../numerics/clusterRobust.ts";
import { hingeSearch } from "../../numerics/hingeSearch.ts";
import { seededRandom } from "../../numerics/seededRandom.ts";
import { originEpochDay } from "../collection/trendPoint.ts";
import { doublingTimeDays, fittedPoints } from "../fit/estimator.ts";
import { significanceLevel, type Trend } from "../fit/fitTrend.ts";
import type { TrendSample } from "../fit/trendSample.ts";
import { keptSteps } from "../keptSteps.ts";
import { finish, type Steps } from "../steps.ts";

/** Whether growth was constant over a collection's time. */
export interface GrowthChange {
  /** Of the square of days, beside the line through all models: below 0 where growth slowed. */
  readonly quadratic: {
    /** Errors of one family may be alike. */
    readonly clustered: CoefficientTest;
    readonly independent: CoefficientTest;
  };
  /** The best single change of slope; `undefined` with too few models on both sides of every day. */
  readonly hinge: GrowthHinge | undefined;
  /** What may be said. `perhaps-`: not both tests are sure. */
  readonly finding: "constant" | "perhaps-slowed" | "perhaps-sped-up" | "slowed" | "sped-up";
}

/** The day on which growth changed most, judged against the best of all days. */
export interface GrowthHinge {
  readonly epochDay: number;
  readonly f: number;
  /** How often constant growth has a day as good: the search over all days is in it. */
  readonly pValue: number;
  /** `undefined`: no growth. */
  readonly beforeDays: number | undefined;
  readonly afterDays: number | undefined;
  readonly draws: number;
}

/** Two tests share the chance of a false alarm. */
const sureLevel = significanceLevel / 2;
const fewestOnASide = 10;
const mostDraws = 1999;
/** Draws times models: what the test of one collection may cost, some tenths of a second. */
const mostPointsDrawn = 2_000_000;
const drawsInAStep = 50;

/** The same as `growthChange`, made once for a trend however many ask. */
export const growthChangeOf = keptSteps((trend: Trend, seed: number) => growthChangeSteps(trend, seed));

/**
 * Tests constant growth over all models in two ways: a quadratic term, and the best single hinge with a
 * bootstrap over all days. "Slowed" or "sped up" needs both, each with p below 0.025: of steady
 * growth that is said of about one in a hundred collections.
 * @returns `undefined` without a line, or with fewer than three families
 */
export function growthChange(trend: Trend, seed: number): GrowthChange | undefined {
  return finish(growthChangeSteps(trend, seed));
}

/** The same in steps of some draws. */
export function* growthChangeSteps({ sample, lines }: Trend, seed: number): Steps<GrowthChange | undefined> {
  if (lines.length === 0) return undefined;
  const { number: cluster, count: clusterCount } = sample.families;
  const quadratic = testHighestPower({ ...sample, cluster, clusterCount }, 2);
  if (quadratic === undefined) return undefined;
  const hinge = yield* hingeSteps(sample, seed);
  return { quadratic, hinge, finding: findingOf(quadratic, hinge) };
}

function* hingeSteps(sample: TrendSample, seed: number): Steps<GrowthHinge | undefined> {
  const search = hingeSearch(fittedPoints("all", sample), sample.run, fewestOnASide);
  if (search === undefined) return undefined;
  const { best, drawnF } = search;
  const random = seededRandom(seed);
  const draws = Math.max(199, Math.min(mostDraws, Math.floor(mostPointsDrawn / sample.points.length)));
  let asGood = 0;
  for (let draw = 0; draw < draws; draw++) {
    if (drawnF(random) >= best.f) asGood++;
    if (draw % drawsInAStep === 0) yield;
  }
  return {
    epochDay: originEpochDay + best.x0,
    f: best.f,
    pValue: (asGood + 1) / (draws + 1),
    beforeDays: doublingTimeDays(best.slopeBefore),
    afterDays: doublingTimeDays(best.slopeAfter),
    draws,
  };
}

function findingOf(
  { clustered, independent }: GrowthChange["quadratic"],
  hinge: GrowthHinge | undefined,
): GrowthChange["finding"] {
  // Few families can make either error too small.
  const curved = Math.max(clustered.pValue, independent.pValue);
  const bent = hinge?.pValue ?? 1;
  const isCurved = curved < significanceLevel;
  const isBent = bent < significanceLevel;
  if (!isCurved && !isBent) return "constant";
  const curvesDown = clustered.coefficient < 0;
  const bendsDown = hinge === undefined ? curvesDown : speed(hinge.afterDays) < speed(hinge.beforeDays);
  if (bendsDown !== curvesDown) return "constant";
  if (curved < sureLevel && bent < sureLevel) return curvesDown ? "slowed" : "sped-up";
  return curvesDown ? "perhaps-slowed" : "perhaps-sped-up";
}

function speed(days: number | undefined): number {
  return days === undefined ? 0 : 1 / days;
}
