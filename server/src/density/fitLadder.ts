import { levenbergMarquardt, type Minimum } from "../numerics/levenbergMarquardt.ts";
import { ladderScore } from "./laws.ts";
import type { LadderCoefficients, LadderCurve } from "./reference.ts";

/** A size of a family and the score it earned. */
export interface LadderPoint {
  /** Non-embedding parameters. */
  readonly parameters: number;
  readonly scorePercent: number;
}

/** A ladder, or why a family gives none. */
export type LadderFit =
  | { readonly kind: "fitted"; readonly curve: LadderCurve; readonly ceiling: "free" | "held-at-100" }
  | { readonly kind: "refused"; readonly reason: "too-few-sizes" | "no-ladder" };

/** Below four sizes three coefficients leave nothing to check them with. */
export const fewestLadderSizes = 4;

/** A ladder is read this far beyond its smallest and largest size, flagged as extrapolated above. */
const reachFactor = 10;

/**
 * Least-squares ladder `S = d + c / (1 + (N / n50)^-k)` through the sizes of one family, from many
 * starts. The floor d is what guessing earns. Scores that do not bend yet put the ceiling c + d beyond
 * 100; then it is held there.
 * @param floorPercent chance, 0 where answers cannot be guessed
 */
export function fitLadder(points: readonly LadderPoint[], family: string, floorPercent: number): LadderFit {
  const sizes = new Set(points.map(({ parameters }) => parameters));
  if (sizes.size < fewestLadderSizes) return { kind: "refused", reason: "too-few-sizes" };
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const d = floorPercent;
  const free = bestLadder(points, startsOf(smallest, largest, [30, 60, 90]), ([n50 = 0, k = 0, c = 0]) => ({
    c,
    d,
    n50: Math.exp(n50),
    k,
  }));
  const isOnScale = free !== undefined && isLadder(free) && free.c + d <= 100;
  const held = isOnScale
    ? undefined
    : bestLadder(points, startsOf(smallest, largest, []), ([n50 = 0, k = 0]) => ({
        c: 100 - d,
        d,
        n50: Math.exp(n50),
        k,
      }));
  const ladder = isOnScale ? free : held;
  if (ladder === undefined || !isLadder(ladder)) return { kind: "refused", reason: "no-ladder" };
  const above = Math.max(d, ladderScore(ladder, smallest / reachFactor));
  const upTo = ladderScore(ladder, largest * reachFactor);
  if (!(above < upTo && upTo < ladder.c + d)) return { kind: "refused", reason: "no-ladder" };
  return {
    kind: "fitted",
    curve: {
      kind: "ladder",
      ladder,
      family,
      validatedScores: { above, upTo },
      residualPoints: Math.sqrt(sumOfSquaresOf(ladder, points) / points.length),
      residualDegreesOfFreedom: points.length - (isOnScale ? 3 : 2),
    },
    ceiling: isOnScale ? "free" : "held-at-100",
  };
}

/** A ladder rises, and not in one step. */
function isLadder({ c, k, n50 }: LadderCoefficients): boolean {
  return c > 0 && k > 0 && k < 10 && Number.isFinite(n50) && n50 > 0;
}

function startsOf(smallest: number, largest: number, ceilings: readonly number[]): number[][] {
  const sizes = [smallest / 10, smallest, Math.sqrt(smallest * largest), largest, largest * 10];
  return sizes.flatMap((size) =>
    [0.3, 0.7, 1.5].flatMap((k) => {
      const start = [Math.log(size), k];
      return ceilings.length === 0 ? [start] : ceilings.map((c) => [...start, c]);
    }),
  );
}

/** Searched with the logarithm of n50, so that sizes decades apart are equally far from a start. */
function bestLadder(
  points: readonly LadderPoint[],
  starts: readonly (readonly number[])[],
  ladderOf: (parameters: readonly number[]) => LadderCoefficients,
): LadderCoefficients | undefined {
  let best: Minimum | undefined;
  for (const start of starts) {
    const minimum = levenbergMarquardt((parameters) => residualsOf(ladderOf(parameters), points), start);
    if (minimum?.converged !== true || !isLadder(ladderOf(minimum.parameters))) continue;
    if (best === undefined || minimum.residualSumOfSquares < best.residualSumOfSquares) best = minimum;
  }
  return best && ladderOf(best.parameters);
}

function residualsOf(ladder: LadderCoefficients, points: readonly LadderPoint[]): number[] {
  return points.map(({ parameters, scorePercent }) => scorePercent - ladderScore(ladder, parameters));
}

function sumOfSquaresOf(ladder: LadderCoefficients, points: readonly LadderPoint[]): number {
  return residualsOf(ladder, points).reduce((sum, residual) => sum + residual ** 2, 0);
}
