import { inverseGram, solveLinear } from "./linearLeastSquares.ts";
import { studentTTwoSided } from "./studentT.ts";

/** A coefficient with the t test of whether it is 0. */
export interface CoefficientTest {
  readonly coefficient: number;
  readonly standardError: number;
  readonly t: number;
  /** Two-sided, Student's t. */
  readonly pValue: number;
}

/** The same coefficient judged twice. */
export interface ClusteredTest {
  /** Errors of one cluster may be alike: CR1 standard errors, t with G - 1 degrees of freedom. */
  readonly clustered: CoefficientTest;
  /** As if all observations were independent with one variance: t with n - k degrees of freedom. */
  readonly independent: CoefficientTest;
}

/** Observations for a regression on powers of x. */
export interface ClusteredPoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Greater than 0. Points whose weights add up to one are one observation. */
  readonly weight: ArrayLike<number>;
  /** Number of the cluster, by point, from 0. */
  readonly cluster: ArrayLike<number>;
  readonly clusterCount: number;
}

/** Coefficients below this share of the greatest y are 0. */
const rounding = 1e-13;

/** With fewer clusters an error between them is not known. */
export const fewestClusters = 3;

/**
 * Tests the highest power of x in a weighted least-squares fit of `y` on `1, x, .., x^degree`, with errors
 * that hold when points of one cluster err together: the sandwich of Liang and Zeger (1986) with the factor
 * `G / (G - 1) * (n - 1) / (n - k)` that Stata and others call CR1 (Cameron and Miller 2015, section II),
 * n the sum of the weights, k the coefficients, G the clusters.
 * @param degree 1 or more
 * @returns `undefined` without spare observations, with fewer than three clusters, or when the powers are dependent
 */
export function testHighestPower(points: ClusteredPoints, degree: number): ClusteredTest | undefined {
  const { x, y, weight, cluster, clusterCount } = points;
  const total = sum(weight);
  const count = degree + 1;
  if (clusterCount < fewestClusters || !(total > count + 0.5)) return undefined;
  const middle = sum(Array.from(x, (value, place) => value * (weight[place] ?? 0))) / total;
  const scale = Array.from(x).reduce((most, value) => Math.max(most, Math.abs(value - middle)), 0);
  const roots = Array.from(weight, Math.sqrt);
  // Powers of a centred, scaled x: the highest coefficient is the same but for the scale.
  const columns = Array.from({ length: count }, (_, power) =>
    roots.map((root, place) => root * (((x[place] ?? 0) - middle) / scale) ** power),
  );
  const target = roots.map((root, place) => root * (y[place] ?? 0));
  const fit = solveLinear(columns, target);
  const last = inverseGram(columns)?.at(-1);
  if (fit === undefined || last === undefined) return undefined;
  // What each point adds to the coefficient per unit of its residual; summed within a cluster.
  const sums = new Float64Array(clusterCount);
  for (const [place, residual] of fit.residuals.entries()) {
    const influence = columns.reduce(
      (total, column, power) => total + (last[power] ?? 0) * (column[place] ?? 0),
      0,
    );
    const number = cluster[place] ?? 0;
    sums[number] = (sums[number] ?? 0) + influence * residual;
  }
  const correction = (clusterCount / (clusterCount - 1)) * ((total - 1) / (total - count));
  const variance = correction * sums.reduce((squares, each) => squares + each * each, 0);
  const plain = ((last[degree] ?? Number.NaN) * fit.residualSumOfSquares) / (total - count);
  const unit = scale ** degree;
  const height = Array.from(y).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const fitted = fit.coefficients[degree] ?? Number.NaN;
  // What is left of a power that adds nothing is rounding.
  const coefficient = Math.abs(fitted) <= rounding * height ? 0 : fitted / unit;
  return {
    clustered: testOf(coefficient, Math.sqrt(variance) / unit, clusterCount - 1),
    independent: testOf(coefficient, Math.sqrt(plain) / unit, total - count),
  };
}

function testOf(coefficient: number, standardError: number, degreesOfFreedom: number): CoefficientTest {
  const t = coefficient === 0 ? 0 : coefficient / standardError;
  return { coefficient, standardError, t, pValue: studentTTwoSided(t, degreesOfFreedom) };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let place = 0; place < values.length; place++) total += values[place] ?? 0;
  return total;
}
