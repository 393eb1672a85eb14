import type { ModelDensity } from "./capabilityDensity.ts";
import { invertCurve, parametersOfLoss } from "./effectiveParameters.ts";
import { geometricMean, meanInterval } from "./geometricMean.ts";
import { type LossLawUncertainty, lossLawUncertainty } from "./lossLawUncertainty.ts";
import { basisReadings, effectiveSizeAt, type Reading } from "./reading.ts";
import type { LawCurve } from "./reference.ts";
import type { DensitySettings } from "./settings.ts";

/** D0 of the arXiv version, and three times that of the journal: a range people train small models in. */
export const trainingTokenRange = [1e12, 15e12] as const;

/**
 * What the same scores would say under choices that no data settle. These move a density further than
 * its interval, and they move all densities together.
 */
export interface ReferenceSensitivity {
  /**
   * Density under each other minimum of the reference's loss laws; `undefined` without a finite size.
   * Of several curves (basis `available`) each takes its other minimum, and one without keeps its law.
   */
  readonly otherMinima: readonly (number | undefined)[];
  /** Density at other training sizes D0. */
  readonly otherTokens: readonly { readonly tokens: number; readonly density: number | undefined }[];
  /** What the residual of the reference's loss law leaves open; `undefined` when it is not known. */
  readonly lossLaw: Pick<LossLawUncertainty, "low" | "high"> | undefined;
  /** The residuals behind it, one a curve. */
  readonly lossLawResiduals: readonly Pick<LossLawUncertainty, "residualNats" | "residualPoints">[];
}

/** A curve, and the score or loss of the model on it. */
interface LawReading {
  readonly curve: LawCurve;
  readonly reading: Reading;
}

/**
 * Densities under the reference's other minima and other D0. Pure mathematics: the validated range of
 * the curve in use is not asked.
 * @returns `undefined` without a density, or when a ladder, which has neither, is part of it
 */
export function referenceSensitivity(
  density: ModelDensity,
  settings: DensitySettings,
): ReferenceSensitivity | undefined {
  const { result } = density;
  const readings = lawReadings(density, settings);
  if (result.kind === "none" || readings === undefined) return undefined;
  const densityOf = (sizes: readonly (number | undefined)[]) => {
    const finite = sizes.filter((size) => size !== undefined);
    return finite.length < sizes.length ? undefined : geometricMean(finite) / result.actualParameters;
  };
  const parts = readings.map(({ curve, reading }) => {
    const size = sizeAt(curve, reading, settings.trainingTokens);
    const interval = lossLawUncertainty(curve, reading, result.actualParameters, settings.trainingTokens);
    return { density: size && size / result.actualParameters, interval };
  });
  const minima = Math.max(...readings.map(({ curve }) => curve.alternativeLossLaws.length));
  return {
    otherMinima: Array.from({ length: minima }, (_, place) =>
      densityOf(
        readings.map(({ curve, reading }) => {
          const lossLaw = curve.alternativeLossLaws[place] ?? curve.lossLaw;
          return sizeAt({ ...curve, lossLaw }, reading, settings.trainingTokens);
        }),
      ),
    ),
    otherTokens: trainingTokenRange.map((tokens) => ({
      tokens,
      density: densityOf(readings.map(({ curve, reading }) => sizeAt(curve, reading, tokens))),
    })),
    lossLaw: parts.length === 1 ? parts[0]?.interval : meanInterval(parts),
    lossLawResiduals: parts.flatMap(({ interval }) => interval ?? []),
  };
}

/** The readings that the density is made of: those within their curve's range. */
function lawReadings(
  { basisScore }: ModelDensity,
  { reference, basis, trainingTokens }: DensitySettings,
): readonly LawReading[] | undefined {
  const readings: LawReading[] = [];
  for (const { benchmark, reading } of basisReadings(basisScore, basis)) {
    const curve = reference.curves.get(benchmark);
    if (curve === undefined) continue;
    if (effectiveSizeAt(curve, reading, trainingTokens, Number.POSITIVE_INFINITY)?.kind !== "size") continue;
    if (curve.kind === "ladder") return undefined;
    readings.push({ curve, reading });
  }
  return readings.length === 0 ? undefined : readings;
}

function sizeAt(curve: LawCurve, reading: Reading, tokens: number): number | undefined {
  return reading.kind === "score"
    ? invertCurve(curve, reading.percent, tokens)
    : parametersOfLoss(curve.lossLaw, reading.loss, tokens);
}
