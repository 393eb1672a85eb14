import { fUpperTail } from "./fDistribution.ts";
import { fitLine } from "./leastSquares.ts";
import { studentTTwoSided } from "./studentT.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The change of slope at a known x, in `y = a + b x + c max(0, x - x0)`. */
export interface HingeTest {
  /** c. */
  readonly slopeChange: number;
  readonly standardError: number;
  readonly t: number;
  /** Two-sided, Student's t with n - 3 degrees of freedom. */
  readonly pValue: number;
}

/**
 * Student's t test of a change of slope at x0, by regressing on what the hinge adds to the line
 * (Frisch and Waugh 1933).
 * @returns `undefined` with fewer than four points or when the hinge adds nothing
 */
export function testHinge(points: readonly Point[], x0: number): HingeTest | undefined {
  const line = fitLine(points);
  const hinge = fitLine(points.map(({ x }) => ({ x, y: Math.max(0, x - x0) })));
  const degreesOfFreedom = points.length - 3;
  if (line === undefined || hinge === undefined || degreesOfFreedom < 1) return undefined;
  let sum = 0;
  for (const { x, y } of points) sum += (Math.max(0, x - x0) - hinge.intercept - hinge.slope * x) * y;
  const squares = hinge.residualSumOfSquares;
  const heights = points.reduce((total, { x }) => total + Math.max(0, x - x0) ** 2, 0);
  // What is left of a hinge that is itself a straight line is rounding.
  if (!(squares > heights * 1e-12)) return undefined;
  const slopeChange = sum / squares;
  const residuals = Math.max(0, line.residualSumOfSquares - slopeChange ** 2 * squares);
  const standardError = Math.sqrt(residuals / degreesOfFreedom / squares);
  const t = slopeChange === 0 ? 0 : slopeChange / standardError;
  return { slopeChange, standardError, t, pValue: studentTTwoSided(t, degreesOfFreedom) };
}

/** Whether two groups have one line. */
export interface ChowTest {
  readonly f: number;
  /** F with 2 and n - 4 degrees of freedom. */
  readonly pValue: number;
}

/**
 * Chow's test (1960): F = ((RSS of one line - RSS of two) / 2) / (RSS of two / (n - 4)).
 * @returns `undefined` with fewer than five points, or when x does not vary within a group
 */
export function testChow(before: readonly Point[], after: readonly Point[]): ChowTest | undefined {
  const pooled = fitLine([...before, ...after]);
  const [first, second] = [fitLine(before), fitLine(after)];
  const degreesOfFreedom = before.length + after.length - 4;
  if (pooled === undefined || first === undefined || second === undefined || degreesOfFreedom < 1)
    return undefined;
  const separate = first.residualSumOfSquares + second.residualSumOfSquares;
  const f = (pooled.residualSumOfSquares - separate) / 2 / (separate / degreesOfFreedom);
  return { f, pValue: fUpperTail(f, 2, degreesOfFreedom) };
}
