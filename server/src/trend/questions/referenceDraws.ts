import type { LossPoint } from "../../density/fitLaws.ts";
import type { LawCurve, LossLawCoefficients, Reference } from "../../density/reference.ts";
import { percentileInterval } from "../../numerics/percentileInterval.ts";
import { type Random, seededRandom } from "../../numerics/seededRandom.ts";
import { separableMinima } from "../../numerics/separableLeastSquares.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { analyseWith } from "../collection/analyseWith.ts";
import type { TrendPoint } from "../collection/trendPoint.ts";
import { doublingTimeDays, type Estimator, estimators, trendLine } from "../fit/estimator.ts";
import { intervalLevel } from "../fit/resampling.ts";
import { type TrendSample, trendSample } from "../fit/trendSample.ts";
import { finish, type Steps } from "../steps.ts";

/** Which minimum of its loss law a draw of the reference takes. */
export type DrawnMinimum = "own" | "best";

/** What reference and models together leave open. */
export interface ReferenceInterval {
  readonly estimator: Estimator;
  readonly minimum: DrawnMinimum;
  readonly lowDays: number | undefined;
  /** `undefined`: no growth is within the interval. */
  readonly highDays: number | undefined;
  /** Draws whose loss law could be fitted. */
  readonly draws: number;
  readonly isIndicative: true;
}

const defaultDraws = 400;

/**
 * A two-stage bootstrap: each draw fits the loss law to runs drawn with replacement, computes all densities
 * again, and fits the trend to models drawn with replacement (single models: what is asked is what the
 * reference adds). Its interval holds what the reference is worth, beside what the models are.
 * @returns one interval for each estimator; none on a basis without a curve of the paper's law, where the
 *   reference lists no runs, or when no draw could be fitted
 */
export function referenceIntervals(
  analysis: CollectionAnalysis,
  minimum: DrawnMinimum,
  draws = defaultDraws,
): readonly ReferenceInterval[] {
  return finish(referenceIntervalsSteps(analysis, minimum, draws));
}

/** The same in steps of one draw. */
export function* referenceIntervalsSteps(
  analysis: CollectionAnalysis,
  minimum: DrawnMinimum,
  draws = defaultDraws,
): Steps<readonly ReferenceInterval[]> {
  const { reference, basis, seed, tau } = analysis.settings;
  const curve = reference.curves.get(basis);
  if (curve?.kind !== "laws" || curve.lossLaw.e !== undefined) return [];
  const runs = (reference.runs ?? []).flatMap(({ parameters, tokens, losses }): LossPoint[] => {
    const loss = losses.get(basis);
    return loss === undefined ? [] : [{ parameters, tokens, loss }];
  });
  if (runs.length === 0) return [];
  const members = new Set(analysis.trend.sample.points.map(({ id }) => id));
  const random = seededRandom(seed);
  const slopes = estimators.map((estimator) => ({ estimator, drawn: [] as number[] }));
  for (let draw = 0; draw < draws; draw++) {
    yield;
    const drawnRuns = runs.flatMap(() => runs[Math.floor(random() * runs.length)] ?? []);
    const lossLaw = lawOf(drawnRuns, curve, minimum);
    if (lossLaw === undefined) continue;
    const changed = analyseWith(analysis, { reference: withLaw(reference, basis, curve, lossLaw) });
    const sample = drawnSample(
      changed.trend.sample.points.filter(({ id }) => members.has(id)),
      random,
    );
    for (const { estimator, drawn } of slopes)
      drawn.push(trendLine(estimator, sample, tau)?.slopePerDay ?? 0);
  }
  return slopes.flatMap(({ estimator, drawn }): ReferenceInterval[] => {
    if (drawn.length === 0) return [];
    const { low, high } = percentileInterval(Float64Array.from(drawn), intervalLevel);
    const [lowDays, highDays] = [doublingTimeDays(high), doublingTimeDays(low)];
    return [{ estimator, minimum, lowDays, highDays, draws: drawn.length, isIndicative: true }];
  });
}

/** From the minima that the curve knows, the curve's own first. */
function lawOf(
  runs: readonly LossPoint[],
  { lossLaw, alternativeLossLaws }: LawCurve,
  minimum: DrawnMinimum,
): LossLawCoefficients | undefined {
  const starts = minimum === "own" ? [lossLaw] : [lossLaw, ...alternativeLossLaws];
  const minima = separableMinima(
    {
      target: runs.map(({ loss }) => loss),
      columns: ([alpha = 0, beta = 0]) =>
        alpha > 0 && beta > 0
          ? [runs.map(({ parameters }) => parameters ** -alpha), runs.map(({ tokens }) => tokens ** -beta)]
          : undefined,
    },
    starts.map(({ alpha, beta }) => [alpha, beta]),
    ({ linear: [a = 0, b = 0], shape }) => a > 0 && b > 0 && shape.every((value) => value < 2),
  );
  const [best] = minima;
  if (best === undefined) return undefined;
  const [a = Number.NaN, b = Number.NaN] = best.linear;
  const [alpha = Number.NaN, beta = Number.NaN] = best.shape;
  return { a, alpha, b, beta };
}

function withLaw(
  reference: Reference,
  basis: string,
  curve: LawCurve,
  lossLaw: LossLawCoefficients,
): Reference {
  // With its end stated, a law reads every score that has a finite size: a draw asks what the same models
  // would have, not which of them it would rather not judge.
  const drawn = { ...curve, lossLaw: { e: 0, ...lossLaw } };
  return { ...reference, curves: new Map([...reference.curves, [basis, drawn]]) };
}

/** One draw of models. Where nothing can be fitted to it the slope is 0, as in every bootstrap here. */
function drawnSample(points: readonly TrendPoint[], random: Random): TrendSample {
  return trendSample(
    points.flatMap((_, copy) => {
      const point = points[Math.floor(random() * points.length)];
      return point === undefined ? [] : [{ ...point, id: `${copy}`, run: `${copy}` }];
    }),
  );
}

/** By the paper's minimum and by the better one of each draw. */
export function* bothReferenceIntervalsSteps(
  analysis: CollectionAnalysis,
): Steps<readonly ReferenceInterval[]> {
  return [
    ...(yield* referenceIntervalsSteps(analysis, "own")),
    ...(yield* referenceIntervalsSteps(analysis, "best")),
  ];
}
