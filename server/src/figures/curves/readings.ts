import { capabilityDensity } from "../../density/capabilityDensity.ts";
import type { BenchmarkId } from "../../density/model.ts";
import type { AnalysedModel, CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { exclusionReason } from "../../trend/collection/membership.ts";

/** A model with the score that one curve is read at. */
export interface Reading {
  readonly analysed: AnalysedModel;
  /** Effective parameters. */
  readonly parameters: number;
  readonly percent: number;
}

/**
 * The models that would be in the trend if this curve were the basis, from the smallest effective size
 * to the largest.
 */
export function readingsOn(id: BenchmarkId, { models, settings }: CollectionAnalysis): Reading[] {
  const onCurve = { ...settings, basis: id };
  return models
    .flatMap((analysed): Reading[] => {
      const { model, excluded } = analysed;
      const density = id === settings.basis ? analysed.density : capabilityDensity(model, onCurve);
      const { result, basisScore } = density;
      const isMember = exclusionReason(model, density, excluded === "duplicate-name", onCurve) === undefined;
      return isMember && result.kind === "density" && "percent" in basisScore
        ? [{ analysed, parameters: result.effectiveParameters, percent: basisScore.percent }]
        : [];
    })
    .sort((first, second) => first.parameters - second.parameters);
}
