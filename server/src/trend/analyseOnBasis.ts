import type { Basis } from "../density/basisScore.ts";
import { capabilityDensity, densityOnBasis } from "../density/capabilityDensity.ts";
import { analyseCollection, type CollectionAnalysis } from "./analyseCollection.ts";

/**
 * What the same cards say on another basis, by the same rules. Sizes and scores are not seen through the
 * reference again. Cards that could not be read come last.
 */
export function analyseOnBasis(analysis: CollectionAnalysis, basis: Basis): CollectionAnalysis {
  if (basis === analysis.settings.basis) return analysis;
  const known = new Map(analysis.models.map(({ model, density }) => [model, density]));
  const readable = analysis.models.map(({ id, model }) => ({ id, name: model.name, model }));
  const unreadable = analysis.excluded
    .filter(({ reason }) => reason === "unreadable")
    .map(({ id, name }) => ({ id, name, model: undefined }));
  return analyseCollection(
    [...readable, ...unreadable],
    { ...analysis.settings, basis },
    (model, settings) => {
      const density = known.get(model);
      return density === undefined
        ? capabilityDensity(model, settings)
        : densityOnBasis(model, density, settings);
    },
  );
}
