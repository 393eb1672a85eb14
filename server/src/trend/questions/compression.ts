import { type DensityRatio, densityRatio } from "../../density/densityRatio.ts";
import type { DensitySettings } from "../../density/settings.ts";
import type { AnalysedModel, CollectionAnalysis } from "../collection/analyseCollection.ts";

/** A model beside the one it was made from. */
export interface Compression {
  readonly model: AnalysedModel;
  readonly base: AnalysedModel;
  readonly modelDensity: number;
  readonly baseDensity: number;
  /** The model's density over its base's, with an interval. */
  readonly ratio: DensityRatio;
  /** Smaller is not denser: only a model that kept more ability than size is, and by more than errors explain. */
  readonly isDenser: boolean;
}

/**
 * Every model of the collection that was made from another of it (`base_model`), where both have a
 * density: in the order of the bases, then of their models. `org/name` is found by its name.
 */
export function compressions({ models, settings }: CollectionAnalysis): Compression[] {
  const byName = new Map<string, AnalysedModel>();
  for (const analysed of models) byName.set(nameKey(analysed.model.name), analysed);
  const pairs = models.flatMap((model) =>
    model.model.baseModels.flatMap((name) => {
      const base = byName.get(nameKey(name));
      return base === undefined || base === model ? [] : compressionOf(model, base, settings);
    }),
  );
  const place = new Map(models.map((model, position) => [model, position]));
  return pairs.sort((first, second) => (place.get(first.base) ?? 0) - (place.get(second.base) ?? 0));
}

function compressionOf(model: AnalysedModel, base: AnalysedModel, settings: DensitySettings): Compression[] {
  const [own, its] = [model.density.result, base.density.result];
  const ratio = densityRatio(model.density, base.density, settings);
  if (own.kind !== "density" || its.kind !== "density" || ratio === undefined) return [];
  return [
    {
      model,
      base,
      modelDensity: own.density,
      baseDensity: its.density,
      ratio,
      isDenser: own.density > its.density && ratio.isWithinError !== true,
    },
  ];
}

function nameKey(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).toLowerCase();
}
