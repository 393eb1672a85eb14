import { scoreRange } from "../../density/credibleSize.ts";
import { invertCurve } from "../../density/effectiveParameters.ts";
import { readableScores } from "../../density/readableScores.ts";
import type { Reference, ReferenceCurve } from "../../density/reference.ts";
import type { ParameterRange } from "../axes/parameterAxis.ts";

/** Room beside the outermost size, in powers of ten. */
const margin = 0.2;
/** How far single models may widen the axis: one score at a curve's floor would squeeze all others. */
const mostWidening = 1.5;

/**
 * The axis that shows every curve where it can be read, the ends of the reference's own data, and as
 * many of the models' sizes as are near.
 * @param sizes effective parameters
 * @param tokens D0
 */
export function sizeRange(
  { curves, largestFittedParameters, largestRunParameters }: Reference,
  sizes: readonly number[],
  tokens: number,
): ParameterRange {
  const supported = [
    largestFittedParameters,
    ...(largestRunParameters === undefined ? [] : [largestRunParameters]),
    ...[...curves.values()].flatMap((curve) => readableSizes(curve, tokens)),
  ].map(Math.log10);
  let [low, high] = [Math.min(...supported), Math.max(...supported)];
  const [lowest, highest] = [low - mostWidening, high + mostWidening];
  for (const exponent of sizes.map(Math.log10)) {
    low = Math.min(low, Math.max(lowest, exponent));
    high = Math.max(high, Math.min(highest, exponent));
  }
  return { lowestExponent: low - margin, highestExponent: high + margin };
}

/** Whether a size stands on the axis. */
export function isOnAxis(parameters: number, { lowestExponent, highestExponent }: ParameterRange): boolean {
  const exponent = Math.log10(parameters);
  return exponent >= lowestExponent && exponent <= highestExponent;
}

/** Sizes at both ends of the scores that can be read, and are valid. */
function readableSizes(curve: ReferenceCurve, tokens: number): number[] {
  const readable = readableScores(curve, tokens);
  if (readable === undefined) return [];
  const highest = Math.min(readable.high, scoreRange(curve, tokens).upTo);
  return [readable.low, highest].flatMap((score) => invertCurve(curve, score, tokens) ?? []);
}
