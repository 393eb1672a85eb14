import { referenceScore } from "../../density/laws.ts";
import type { Reference, ReferenceCurve } from "../../density/reference.ts";
import type { ParameterRange } from "../axes/parameterAxis.ts";

/** What a part of a curve rests on: loss runs, the score fit on larger models, or nothing measured. */
export type CurveSupport = "runs" | "fitted" | "extrapolated";

/** A point of a curve: effective parameters and percent. */
export interface CurveStep {
  readonly parameters: number;
  readonly percent: number;
}

/** A part of a curve that is drawn in one way. */
export interface CurveStretch {
  readonly support: CurveSupport;
  /** From left to right; a stretch starts where the one before it ends. */
  readonly steps: readonly CurveStep[];
}

const stepsPerDecade = 16;

/**
 * A curve over the axis, cut where the reference's own data end. A ladder has no loss runs.
 * @param tokens D0
 */
export function curveStretches(
  curve: ReferenceCurve,
  { lowestExponent, highestExponent }: ParameterRange,
  { largestRunParameters, largestFittedParameters }: Reference,
  tokens: number,
): CurveStretch[] {
  const fittedEnd = Math.log10(largestFittedParameters);
  const runsEnd =
    curve.kind === "ladder" || largestRunParameters === undefined
      ? lowestExponent
      : Math.min(Math.log10(largestRunParameters), fittedEnd);
  const ends: readonly (readonly [CurveSupport, number])[] = [
    ["runs", runsEnd],
    ["fitted", fittedEnd],
    ["extrapolated", highestExponent],
  ];
  const stretches: CurveStretch[] = [];
  let from = lowestExponent;
  for (const [support, end] of ends) {
    const to = Math.min(end, highestExponent);
    if (!(to > from)) continue;
    stretches.push({ support, steps: stepsBetween(from, to, curve, tokens) });
    from = to;
  }
  return stretches;
}

function stepsBetween(from: number, to: number, curve: ReferenceCurve, tokens: number): CurveStep[] {
  const count = Math.ceil((to - from) * stepsPerDecade);
  return Array.from({ length: count + 1 }, (_, step) => {
    const parameters = 10 ** (from + ((to - from) * step) / count);
    return { parameters, percent: referenceScore(curve, parameters, tokens) };
  });
}
