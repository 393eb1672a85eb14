import type { DensitySettings, ModelDensity } from "./capabilityDensity.ts";
import { invertCurve } from "./effectiveParameters.ts";

/** D0 of the arXiv version, and three times that of the journal: a range people train small models in. */
export const trainingTokenRange = [1e12, 15e12] as const;

/**
 * What the same score would say under choices that no data settle. These move a density further than
 * its interval, and they move all densities together.
 */
export interface ReferenceSensitivity {
  /** Density under each other minimum of the reference's loss law; `undefined` without a finite size. */
  readonly otherMinima: readonly (number | undefined)[];
  /** Density at other training sizes D0. */
  readonly otherTokens: readonly { readonly tokens: number; readonly density: number | undefined }[];
}

/**
 * Densities under the reference's other minima and other D0. Pure mathematics: the validated range of
 * the curve in use is not asked.
 * @returns `undefined` without a density, or on a curve that has neither
 */
export function referenceSensitivity(
  { basisScore, result }: ModelDensity,
  { reference, basis, trainingTokens }: DensitySettings,
): ReferenceSensitivity | undefined {
  const curve = reference.curves.get(basis);
  if (curve?.kind !== "laws" || result.kind === "none" || !("percent" in basisScore)) return undefined;
  const densityOf = (parameters: number | undefined) =>
    parameters === undefined ? undefined : parameters / result.actualParameters;
  return {
    otherMinima: curve.alternativeLossLaws.map((lossLaw) =>
      densityOf(invertCurve({ ...curve, lossLaw }, basisScore.percent, trainingTokens)),
    ),
    otherTokens: trainingTokenRange.map((tokens) => ({
      tokens,
      density: densityOf(invertCurve(curve, basisScore.percent, tokens)),
    })),
  };
}
