/** Columns of a design matrix: `columns[j][i]` belongs to coefficient j and observation i. */
export type Columns = readonly (readonly number[])[];

/** The solution of a linear least-squares problem. */
export interface LinearSolution {
  readonly coefficients: readonly number[];
  /** What the columns leave unexplained: target minus fit, one per observation. */
  readonly residuals: readonly number[];
  readonly residualSumOfSquares: number;
}

/**
 * Linear least squares by Householder reflections (Golub 1965) on columns scaled to length 1, which
 * keeps the digits that normal equations lose. Without columns the target is what is left.
 * @returns `undefined` with fewer observations than columns, or when the columns are dependent
 */
export function solveLinear(columns: Columns, target: readonly number[]): LinearSolution | undefined {
  const factors = factorise(columns, target);
  if (factors === undefined) return undefined;
  const scaled = solveUpper(factors.upper, factors.rotated);
  const coefficients = scaled.map((value, place) => value / (factors.lengths[place] ?? Number.NaN));
  const residuals = target.map(
    (value, row) =>
      value -
      columns.reduce((sum, column, place) => sum + (column[row] ?? 0) * (coefficients[place] ?? 0), 0),
  );
  return {
    coefficients,
    residuals,
    residualSumOfSquares: sumOfSquares(residuals),
  };
}

/**
 * Diagonal of (X'X)^-1: times the residual variance, the variances of the coefficients.
 * @returns `undefined` when the columns are dependent
 */
export function inverseGramDiagonal(columns: Columns): readonly number[] | undefined {
  return inverseGram(columns)?.map((row, place) => row[place] ?? Number.NaN);
}

/**
 * (X'X)^-1, by rows.
 * @returns `undefined` when the columns are dependent
 */
export function inverseGram(columns: Columns): readonly (readonly number[])[] | undefined {
  const factors = factorise(
    columns,
    (columns[0] ?? []).map(() => 0),
  );
  if (factors === undefined) return undefined;
  const units = columns.map((_, unit) => columns.map((__, place) => (place === unit ? 1 : 0)));
  // (R'R)^-1 = R^-1 R^-T: the products of the rows of R^-1, whose columns these are.
  const inverse = units.map((unit) => solveUpper(factors.upper, unit));
  return columns.map((_, row) =>
    columns.map((__, column) => {
      const product = inverse.reduce((sum, each) => sum + (each[row] ?? 0) * (each[column] ?? 0), 0);
      return product / ((factors.lengths[row] ?? Number.NaN) * (factors.lengths[column] ?? Number.NaN));
    }),
  );
}

/** Sum of the squares of the values. */
export function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

interface Factors {
  /** Upper triangle of the scaled columns, by column. */
  readonly upper: Columns;
  /** The target turned with the columns; only the part the columns explain. */
  readonly rotated: readonly number[];
  readonly lengths: readonly number[];
}

/** Below this share of its length a column is a combination of those before it. */
const dependence = 1e-14;

function factorise(columns: Columns, target: readonly number[]): Factors | undefined {
  const count = columns.length;
  if (target.length < count) return undefined;
  const lengths = columns.map((column) => Math.sqrt(sumOfSquares(column)));
  if (!lengths.every((length) => length > 0 && Number.isFinite(length))) return undefined;
  const work = columns.map((column, place) => column.map((value) => value / (lengths[place] ?? Number.NaN)));
  const rotated = [...target];
  for (const [place, column] of work.entries()) {
    const reflector = reflectorOf(column, place);
    if (reflector === undefined) return undefined;
    for (const other of work.slice(place)) reflect(other, reflector, place);
    reflect(rotated, reflector, place);
  }
  return { upper: work, rotated: rotated.slice(0, count), lengths };
}

/** The Householder vector that clears a column below its diagonal; zero above it. */
function reflectorOf(column: readonly number[], place: number): number[] | undefined {
  const below = column.slice(place);
  const length = Math.sqrt(sumOfSquares(below));
  if (!(length > dependence)) return undefined;
  const first = below[0] ?? 0;
  below[0] = first + (first < 0 ? -length : length);
  return below;
}

function reflect(column: number[], reflector: readonly number[], place: number): void {
  let product = 0;
  for (const [offset, value] of reflector.entries()) product += value * (column[place + offset] ?? 0);
  const factor = (2 * product) / sumOfSquares(reflector);
  for (const [offset, value] of reflector.entries()) {
    column[place + offset] = (column[place + offset] ?? 0) - factor * value;
  }
}

function solveUpper(upper: Columns, target: readonly number[]): number[] {
  const solution = [...target];
  for (let row = upper.length - 1; row >= 0; row--) {
    let sum = solution[row] ?? 0;
    for (let place = row + 1; place < upper.length; place++) {
      sum -= (upper[place]?.[row] ?? 0) * (solution[place] ?? 0);
    }
    solution[row] = sum / (upper[row]?.[row] ?? Number.NaN);
  }
  return solution;
}
