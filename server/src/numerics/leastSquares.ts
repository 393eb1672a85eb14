/** A straight line y = intercept + slope x fitted by ordinary least squares. */
export interface LineFit {
  readonly intercept: number;
  readonly slope: number;
  /** Standard errors of the coefficients, for equal errors; `undefined` with fewer than three observations. */
  readonly standardErrors: { readonly intercept: number; readonly slope: number } | undefined;
  /** Share of the variance of y the line explains; 1 when y does not vary. */
  readonly rSquared: number;
  readonly residualSumOfSquares: number;
  readonly count: number;
}

/** A point of a line; where no weight is given it is one. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  /** Greater than 0: how many observations the point counts for. */
  readonly weight?: number;
}

/**
 * Weighted least squares with one regressor, from centred sums (stable for large x).
 * @returns `undefined` with fewer than two points or when x does not vary
 */
export function fitLine(points: readonly LinePoint[]): LineFit | undefined {
  const count = points.length;
  if (count < 2) return undefined;
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  for (const { x, y, weight = 1 } of points) {
    total += weight;
    sumX += weight * x;
    sumY += weight * y;
  }
  const meanX = sumX / total;
  const meanY = sumY / total;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (const { x, y, weight = 1 } of points) {
    sxx += weight * (x - meanX) ** 2;
    sxy += weight * (x - meanX) * (y - meanY);
    syy += weight * (y - meanY) ** 2;
  }
  if (!(sxx > 0)) return undefined;
  const slope = sxy / sxx;
  const intercept = meanY - slope * meanX;
  const residualSumOfSquares = points.reduce(
    (sum, { x, y, weight = 1 }) => sum + weight * (y - intercept - slope * x) ** 2,
    0,
  );
  const variance = residualSumOfSquares / (total - 2);
  return {
    intercept,
    slope,
    standardErrors: !(total > 2.5)
      ? undefined
      : {
          intercept: Math.sqrt(variance * (1 / total + meanX ** 2 / sxx)),
          slope: Math.sqrt(variance / sxx),
        },
    rSquared: syy > 0 ? 1 - residualSumOfSquares / syy : 1,
    residualSumOfSquares,
    count,
  };
}

/** Arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
