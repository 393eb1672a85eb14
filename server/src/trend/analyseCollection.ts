import { capabilityDensity, type DensitySettings, type ModelDensity } from "../density/capabilityDensity.ts";
import type { Model } from "../density/model.ts";
import type { Estimator } from "./estimator.ts";
import { daysAheadOfTrend, fitTrend, type Trend, type TrendOptions, trendDensityOn } from "./fitTrend.ts";
import { type ExclusionReason, exclusionReason, type MembershipSettings } from "./membership.ts";
import type { TrendPoint } from "./trendPoint.ts";

/** Everything that changes a number. Hover, panel and command line pass the same settings. */
export interface AnalysisSettings extends DensitySettings, MembershipSettings, TrendOptions {
  readonly estimator: Estimator;
  /** The day a break is looked for; `undefined`: none is. */
  readonly breakEpochDay: number | undefined;
}

/** A card of the collection. `model` is `undefined` when the card could not be read. */
export interface CollectionEntry {
  /** Unique in the collection and stable while the card stays where it is. */
  readonly id: string;
  /** The card's name, or where it stands when it has none. */
  readonly name: string;
  readonly model: Model | undefined;
}

/** One readable card with its density and its place in the trend. */
export interface AnalysedModel {
  readonly id: string;
  readonly model: Model;
  readonly density: ModelDensity;
  /** `undefined`: the model is in the trend. */
  readonly excluded: ExclusionReason | undefined;
  readonly isRecord: boolean;
  /** The trend's density on the release date; only when a doubling is claimed. */
  readonly trendDensity: number | undefined;
  /** Days ahead (positive) or behind; only when a doubling is claimed. */
  readonly daysAhead: number | undefined;
}

/** What a collection says: the one result that every view shows. */
export interface CollectionAnalysis {
  readonly settings: AnalysisSettings;
  /** Readable cards, in the order given. */
  readonly models: readonly AnalysedModel[];
  readonly trend: Trend;
  /** Everything left out of the trend, in the order given, each with one reason. */
  readonly excluded: readonly {
    readonly id: string;
    readonly name: string;
    readonly reason: ExclusionReason;
  }[];
}

/** From cards to densities to the trend: the only way numbers are made from a collection. */
export function analyseCollection(
  entries: readonly CollectionEntry[],
  settings: AnalysisSettings,
  densityOf: (model: Model, settings: DensitySettings) => ModelDensity = capabilityDensity,
): CollectionAnalysis {
  const duplicates = duplicateNames(entries);
  const judged = entries.map(({ id, name, model }) => {
    if (model === undefined) return { id, name, reason: "unreadable" as const };
    const density = densityOf(model, settings);
    return {
      id,
      name,
      model,
      density,
      reason: exclusionReason(model, density, duplicates.has(name), settings),
    };
  });
  const points: TrendPoint[] = [];
  const runs = new Map<string, string>();
  for (const { id, model, density, reason } of judged) {
    if (reason !== undefined || model?.releaseDate === undefined || density?.result.kind !== "density")
      continue;
    points.push({
      id,
      name: model.name,
      epochDay: model.releaseDate.epochDay,
      density: density.result.density,
    });
    runs.set(id, model.checkpointOf ?? model.name);
  }
  const trend = fitTrend(points, settings.estimator, ({ id }) => runs.get(id) ?? id, settings);
  const recordIds = new Set(trend.records.map(({ id }) => id));
  return {
    settings,
    models: judged.flatMap(({ id, model, density, reason }) =>
      model === undefined || density === undefined
        ? []
        : [
            {
              id,
              model,
              density,
              excluded: reason,
              isRecord: recordIds.has(id),
              ...againstTrend(trend, model, density),
            },
          ],
    ),
    trend,
    excluded: judged.flatMap(({ id, name, reason }) => (reason === undefined ? [] : [{ id, name, reason }])),
  };
}

function againstTrend(trend: Trend, model: Model, density: ModelDensity) {
  const nothing = { trendDensity: undefined, daysAhead: undefined };
  if (trend.verdict !== "doubling" || trend.line === undefined || model.releaseDate === undefined)
    return nothing;
  const { epochDay } = model.releaseDate;
  return {
    trendDensity: trendDensityOn(trend.line, epochDay),
    daysAhead:
      density.result.kind === "density"
        ? daysAheadOfTrend(trend.line, epochDay, density.result.density)
        : undefined,
  };
}

function duplicateNames(entries: readonly CollectionEntry[]): Set<string> {
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const { name, model } of entries) {
    if (model === undefined) continue;
    if (seen.has(name)) duplicates.add(name);
    seen.add(name);
  }
  return duplicates;
}
