import { type Random, seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { originEpochDay, type TrendPoint } from "../../../server/src/trend/collection/trendPoint.ts";
import { defaultTau, type Estimator } from "../../../server/src/trend/fit/estimator.ts";
import { analysisOf, paperModels } from "../../support/figures.ts";
import { normalRandom } from "../../support/normalRandom.ts";

/** Slope of ln density per day over all of the paper's models (least squares): one doubling in 149 days. */
export const paperSlopePerDay = 0.00465;

/** The paper's models: when they came, and how far ln density lies from the line through all of them. */
const paper = paperScatter();

/** Share of the residuals' spread that is added, so that no two simulated models are the same. */
const smoothing = 0.2;

/**
 * A collection whose truth is known. Dates are drawn from those of the paper's models, and ln density
 * is `slope t` plus a residual drawn from theirs, slightly smoothed. The scatter does not depend on the
 * date, so every quantile line of ln density, the frontier among them, rises with exactly this slope.
 */
export function simulatedTrend(random: Random, count: number, slopePerDay: number): TrendPoint[] {
  return Array.from({ length: count }, (_, place) => {
    const day = drawn(random, paper.days);
    return {
      id: `${place}`,
      name: `Model ${place}`,
      epochDay: originEpochDay + day,
      density: Math.exp(slopePerDay * day + drawnResidual(random)),
    };
  });
}

/** Half a year, in days. */
export const daysAhead = 183;

/**
 * Where the line that each estimator looks for stands at the origin, in ln density, so that
 * `intercept + slope t` is its truth `daysAhead` after the last model of a collection. A line of records
 * speaks of the densest model so far, and how high that lies depends on how many come: its truth is the
 * expected ln density of the densest by that day, when models keep coming at the collection's mean pace.
 */
export function trueIntercepts(count: number, slopePerDay: number): Readonly<Record<Estimator, number>> {
  return {
    records: densestAhead(count, slopePerDay),
    quantile: quantileIntercept,
    // Residuals of least squares have mean 0.
    all: 0,
  };
}

/** The same in every world. */
const quantileIntercept = quantileOfResiduals(defaultTau);

/** Known to about 0.003, as the mean of so many collections. */
function densestAhead(count: number, slopePerDay: number): number {
  const collections = 20_000;
  const random = seededRandom(1);
  const later = Math.round((daysAhead * count) / (Math.max(...paper.days) - Math.min(...paper.days)));
  let sum = 0;
  for (let collection = 0; collection < collections; collection++) {
    let lastDay = Number.NEGATIVE_INFINITY;
    let densest = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < count; place++) {
      const day = drawn(random, paper.days);
      lastDay = Math.max(lastDay, day);
      densest = Math.max(densest, slopePerDay * day + drawnResidual(random));
    }
    for (let place = 0; place < later; place++) {
      const day = lastDay + random() * daysAhead;
      densest = Math.max(densest, slopePerDay * day + drawnResidual(random));
    }
    sum += densest - slopePerDay * (lastDay + daysAhead);
  }
  return sum / collections;
}

/** Known to about 0.002, a hundredth of the narrowest interval it is compared with. */
function quantileOfResiduals(tau: number): number {
  const random = seededRandom(1);
  const draws = Float64Array.from({ length: 400_000 }, () => drawnResidual(random)).sort();
  return draws[Math.floor(tau * draws.length)] ?? Number.NaN;
}

function drawnResidual(random: Random): number {
  return drawn(random, paper.residuals) + smoothing * paper.spread * normalRandom(random);
}

function drawn(random: Random, values: readonly number[]): number {
  return values[Math.floor(random() * values.length)] ?? Number.NaN;
}

function paperScatter() {
  const { points, lines } = analysisOf(paperModels).trend;
  const line = lines.find(({ estimator }) => estimator === "all");
  if (line === undefined) throw new Error("The paper's models have a line through all of them.");
  const days = points.map(({ epochDay }) => epochDay - originEpochDay);
  const residuals = points.map(
    ({ density }, place) => Math.log(density) - line.intercept - line.slopePerDay * (days[place] ?? 0),
  );
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  return { days, residuals, spread: Math.sqrt(squares / residuals.length) };
}
