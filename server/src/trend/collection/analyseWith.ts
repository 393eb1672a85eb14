import { capabilityDensity, type ModelDensity } from "../../density/capabilityDensity.ts";
import type { Model } from "../../density/model.ts";
import type { DensitySettings } from "../../density/settings.ts";
import { type AnalysisSettings, analyseCollection, type CollectionAnalysis } from "./analyseCollection.ts";

/**
 * What the same cards say with some settings changed, by the same rules. Densities that do not depend on
 * the change are not computed again. Cards that could not be read come last.
 */
export function analyseWith(
  analysis: CollectionAnalysis,
  changes: Partial<AnalysisSettings>,
): CollectionAnalysis {
  const settings = { ...analysis.settings, ...changes };
  const readable = analysis.models.map(({ id, model }) => ({ id, name: model.name, model }));
  const unreadable = analysis.excluded
    .filter(({ reason }) => reason === "unreadable")
    .map(({ id, name }) => ({ id, name, model: undefined }));
  return analyseCollection(
    [...readable, ...unreadable],
    settings,
    densityKeys.every((key) => settings[key] === analysis.settings[key])
      ? densitiesOf(analysis)
      : capabilityDensity,
  );
}

/** Everything that a density depends on beside its card. */
const densityKeys = Object.keys({
  reference: true,
  basis: true,
  denominator: true,
  trainingTokens: true,
  benchmarkFacts: true,
} satisfies Record<keyof DensitySettings, true>) as (keyof DensitySettings)[];

function densitiesOf({ models }: CollectionAnalysis): typeof capabilityDensity {
  const known = new Map<Model, ModelDensity>(models.map(({ model, density }) => [model, density]));
  return (model, settings) => known.get(model) ?? capabilityDensity(model, settings);
}
