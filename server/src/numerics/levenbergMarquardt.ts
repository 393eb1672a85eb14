import { type Columns, solveLinear, sumOfSquares } from "./linearLeastSquares.ts";

/** Residuals at a place; `undefined` where the problem is not defined. One per observation. */
export type Residuals = (parameters: readonly number[]) => readonly number[] | undefined;

/** Where a descent ended. */
export interface Minimum {
  readonly parameters: readonly number[];
  readonly residualSumOfSquares: number;
  /** No step of useful size lowers the sum any more. */
  readonly converged: boolean;
}

const maxIterations = 1000;
/** A relative step below this changes nothing that could be certified. */
const smallestStep = 1e-12;
const largestDamping = 1e16;

/**
 * Minimum of a sum of squares by the method of Levenberg and Marquardt, damping scaled to the columns
 * of the Jacobian (Marquardt 1963), which central differences give.
 * @returns `undefined` when the residuals are not defined at the start
 */
export function levenbergMarquardt(residualsAt: Residuals, start: readonly number[]): Minimum | undefined {
  let parameters = start;
  let residuals = finite(residualsAt(parameters));
  if (residuals === undefined) return undefined;
  let sum = sumOfSquares(residuals);
  let damping = 1e-3;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const jacobian = centralDifferences(residualsAt, parameters);
    if (jacobian === undefined) return { parameters, residualSumOfSquares: sum, converged: false };
    let isLower = false;
    while (!isLower && damping < largestDamping) {
      const step = dampedStep(jacobian, residuals, damping);
      const moved = parameters.map((value, place) => value - (step?.[place] ?? Number.NaN));
      const movedResiduals = step && finite(residualsAt(moved));
      const movedSum = movedResiduals === undefined ? Number.POSITIVE_INFINITY : sumOfSquares(movedResiduals);
      if (movedResiduals !== undefined && movedSum < sum) {
        const isSmall = isNegligible(step ?? [], moved);
        [parameters, residuals, sum, isLower] = [moved, movedResiduals, movedSum, true];
        damping = Math.max(damping / 10, 1e-15);
        if (isSmall) return { parameters, residualSumOfSquares: sum, converged: true };
      } else if (step !== undefined && isNegligible(step, parameters)) {
        return { parameters, residualSumOfSquares: sum, converged: true };
      } else damping *= 10;
    }
    if (!isLower) return { parameters, residualSumOfSquares: sum, converged: true };
  }
  return { parameters, residualSumOfSquares: sum, converged: false };
}

/** Derivatives by central differences, by column; the step is the cube root of machine precision. */
export function centralDifferences(
  valuesAt: Residuals,
  parameters: readonly number[],
): readonly (readonly number[])[] | undefined {
  const columns: (readonly number[])[] = [];
  for (const [place, value] of parameters.entries()) {
    const width = Math.cbrt(Number.EPSILON) * (Math.abs(value) || 1);
    const [below, above] = [value - width, value + width];
    const low = finite(valuesAt(parameters.with(place, below)));
    const high = finite(valuesAt(parameters.with(place, above)));
    if (low === undefined || high === undefined) return undefined;
    columns.push(high.map((one, row) => (one - (low[row] ?? Number.NaN)) / (above - below)));
  }
  return columns;
}

/** The step that solves the damped problem, as least squares over extra rows: no normal equations. */
function dampedStep(
  jacobian: Columns,
  residuals: readonly number[],
  damping: number,
): readonly number[] | undefined {
  const extended = jacobian.map((column, place) => {
    const length = Math.sqrt(sumOfSquares(column)) || 1;
    return [...column, ...jacobian.map((_, row) => (row === place ? Math.sqrt(damping) * length : 0))];
  });
  return solveLinear(extended, [...residuals, ...jacobian.map(() => 0)])?.coefficients;
}

function isNegligible(step: readonly number[], parameters: readonly number[]): boolean {
  return step.every((value, place) => Math.abs(value) <= smallestStep * Math.abs(parameters[place] ?? 0));
}

function finite(values: readonly number[] | undefined): readonly number[] | undefined {
  return values?.every(Number.isFinite) ? values : undefined;
}
