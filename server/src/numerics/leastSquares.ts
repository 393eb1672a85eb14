/** A straight line y = intercept + slope x fitted by ordinary least squares. */
export interface LineFit {
  readonly intercept: number;
  readonly slope: number;
  /** Standard errors of the coefficients; `undefined` with fewer than three points. */
  readonly standardErrors: { readonly intercept: number; readonly slope: number } | undefined;
  /** Share of the variance of y the line explains; 1 when y does not vary. */
  readonly rSquared: number;
  readonly residualSumOfSquares: number;
  readonly count: number;
}

/**
 * Ordinary least squares with one regressor, from centred sums (stable for large x).
 * @returns `undefined` with fewer than two points or when x does not vary
 */
export function fitLine(points: readonly { readonly x: number; readonly y: number }[]): LineFit | undefined {
  const count = points.length;
  if (count < 2) return undefined;
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (const { x, y } of points) {
    sxx += (x - meanX) ** 2;
    sxy += (x - meanX) * (y - meanY);
    syy += (y - meanY) ** 2;
  }
  if (!(sxx > 0)) return undefined;
  const slope = sxy / sxx;
  const intercept = meanY - slope * meanX;
  const residualSumOfSquares = points.reduce((sum, { x, y }) => sum + (y - intercept - slope * x) ** 2, 0);
  const variance = residualSumOfSquares / (count - 2);
  return {
    intercept,
    slope,
    standardErrors:
      count < 3
        ? undefined
        : {
            intercept: Math.sqrt(variance * (1 / count + meanX ** 2 / sxx)),
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
