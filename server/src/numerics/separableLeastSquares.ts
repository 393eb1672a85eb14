import { centralDifferences, levenbergMarquardt } from "./levenbergMarquardt.ts";
import { type Columns, inverseGramDiagonal, type LinearSolution, solveLinear } from "./linearLeastSquares.ts";

/** A model that is linear in some of its coefficients once the shape parameters are given. */
export interface SeparableProblem {
  readonly target: readonly number[];
  /** One column per linear coefficient; `undefined` where the shape parameters make no sense. */
  readonly columns: (shape: readonly number[]) => Columns | undefined;
  /** The part of the model that no linear coefficient multiplies; nothing unless given. */
  readonly offset?: (shape: readonly number[]) => readonly number[];
}

/** One minimum of the sum of squares over all parameters. */
export interface SeparableFit {
  readonly linear: readonly number[];
  readonly shape: readonly number[];
  readonly residualSumOfSquares: number;
  readonly observations: number;
  /** From the full Jacobian; `undefined` without spare observations or when parameters are confounded. */
  readonly standardErrors:
    | { readonly linear: readonly number[]; readonly shape: readonly number[] }
    | undefined;
}

/**
 * Separable least squares by variable projection (Golub and Pereyra 1973): the linear coefficients
 * are solved for exactly, so only the shape parameters are searched.
 * @returns `undefined` when the search does not converge
 */
export function fitSeparable(problem: SeparableProblem, start: readonly number[]): SeparableFit | undefined {
  const minimum = levenbergMarquardt((shape) => solveAt(problem, shape)?.residuals, start);
  if (minimum?.converged !== true) return undefined;
  const solution = solveAt(problem, minimum.parameters);
  return (
    solution && {
      linear: solution.coefficients,
      shape: minimum.parameters,
      residualSumOfSquares: solution.residualSumOfSquares,
      observations: problem.target.length,
      standardErrors: standardErrors(problem, solution, minimum.parameters),
    }
  );
}

/**
 * Every minimum reached from any start, the lowest first. Two that agree to a thousandth are one. A
 * descent that runs off to infinity ends where parameters are confounded: that is no minimum.
 * @param isWanted which minima count, for example those with positive coefficients
 */
export function separableMinima(
  problem: SeparableProblem,
  starts: readonly (readonly number[])[],
  isWanted: (fit: SeparableFit) => boolean,
): SeparableFit[] {
  const minima: SeparableFit[] = [];
  for (const start of starts) {
    const fit = fitSeparable(problem, start);
    if (fit === undefined || isConfounded(fit) || !isWanted(fit)) continue;
    const twin = minima.findIndex((other) => isSameShape(other.shape, fit.shape));
    if (twin === -1) minima.push(fit);
    else if (fit.residualSumOfSquares < (minima[twin]?.residualSumOfSquares ?? 0)) minima[twin] = fit;
  }
  return minima.sort((first, second) => first.residualSumOfSquares - second.residualSumOfSquares);
}

function isConfounded({ standardErrors, observations, linear, shape }: SeparableFit): boolean {
  if (observations <= linear.length + shape.length) return false;
  return ![...(standardErrors?.linear ?? [Number.NaN]), ...(standardErrors?.shape ?? [])].every(
    Number.isFinite,
  );
}

const sameShape = 1e-3;

function isSameShape(first: readonly number[], second: readonly number[]): boolean {
  return first.every((value, place) => {
    const other = second[place] ?? Number.NaN;
    return Math.abs(value - other) <= sameShape * Math.max(Math.abs(value), Math.abs(other));
  });
}

/** The linear coefficients explain what the fixed part leaves of the target. */
function solveAt(
  { columns, target, offset }: SeparableProblem,
  shape: readonly number[],
): LinearSolution | undefined {
  const design = columns(shape);
  if (design === undefined) return undefined;
  const fixed = offset?.(shape);
  const left = fixed === undefined ? target : target.map((value, row) => value - (fixed[row] ?? Number.NaN));
  return solveLinear(design, left);
}

function standardErrors(
  { columns, target, offset }: SeparableProblem,
  { coefficients, residualSumOfSquares }: LinearSolution,
  shape: readonly number[],
): SeparableFit["standardErrors"] {
  const design = columns(shape);
  const spare = target.length - coefficients.length - shape.length;
  if (design === undefined || spare < 1) return undefined;
  const fitted = (moved: readonly number[]) => {
    const movedDesign = columns(moved);
    const fixed = offset?.(moved);
    return (
      movedDesign &&
      target.map((_, row) =>
        movedDesign.reduce(
          (sum, column, place) => sum + (column[row] ?? 0) * (coefficients[place] ?? 0),
          fixed?.[row] ?? 0,
        ),
      )
    );
  };
  const slopes = centralDifferences(fitted, shape);
  const variances = slopes && inverseGramDiagonal([...design, ...slopes]);
  if (variances === undefined) return undefined;
  const errors = variances.map((value) => Math.sqrt((value * residualSumOfSquares) / spare));
  return { linear: errors.slice(0, coefficients.length), shape: errors.slice(coefficients.length) };
}
