import { capabilityDensity, type ModelDensity } from "../../density/capabilityDensity.ts";
import type { Model } from "../../density/model.ts";
import { namesMeant, trainingRun } from "../../density/modelNames.ts";
import type { DensitySettings } from "../../density/settings.ts";
import type { Estimator, TrendLine } from "../fit/estimator.ts";
import {
  daysAheadOfTrend,
  fitTrend,
  type Trend,
  type TrendOptions,
  trendDensityOn,
} from "../fit/fitTrend.ts";
import { memo } from "../memo.ts";
import { type ExclusionReason, exclusionReason, type MembershipSettings } from "./membership.ts";
import type { TrendPoint } from "./trendPoint.ts";

/** Everything that changes a number. Hover, panel and command line pass the same settings. */
export interface AnalysisSettings extends DensitySettings, MembershipSettings, TrendOptions {
  readonly estimator: Estimator;
  /** The day a break is looked for; `undefined`: none is. */
  readonly breakEpochDay: number | undefined;
  /** Effective parameters that a model must have for its price to be looked at; `undefined`: any. */
  readonly capableParameters: number | undefined;
}

/** A card of the collection. `model` is `undefined` when the card could not be read. */
export interface CollectionEntry {
  /** Unique in the collection and stable while the card stays where it is. */
  readonly id: string;
  /** The card's name, or where it stands when it has none. */
  readonly name: string;
  readonly model: Model | undefined;
}

/** One readable card with its density and its place in the trend, which is found when somebody asks. */
export interface AnalysedModel {
  readonly id: string;
  readonly model: Model;
  readonly density: ModelDensity;
  /** `undefined`: the model is in the trend. */
  readonly excluded: ExclusionReason | undefined;
  readonly isRecord: boolean;
  /** The trend's density on the release date; only when a doubling is claimed. */
  readonly trendDensity: number | undefined;
  /** Days ahead (positive) or behind; only when a doubling is claimed, and within the span of the data. */
  readonly daysAhead: number | undefined;
  /** Further from the trend than its data span: no number of days is known. */
  readonly beyondSpan: "ahead" | "behind" | undefined;
}

/** What a collection says: the one result that every view shows. */
export interface CollectionAnalysis {
  /** What was done: `without` has the names of the cards that are left out, and none that no card has. */
  readonly settings: AnalysisSettings;
  /** Readable cards, in the order given. */
  readonly models: readonly AnalysedModel[];
  readonly modelById: (id: string) => AnalysedModel | undefined;
  readonly trend: Trend;
  /** Everything left out of the trend, in the order given, each with one reason. */
  readonly excluded: readonly {
    readonly id: string;
    readonly name: string;
    readonly reason: ExclusionReason;
  }[];
}

/**
 * From cards to densities to the trend: the only way numbers are made from a collection.
 * @param isDuplicate whether several readable entries have a name, for who knows it already
 */
export function analyseCollection(
  entries: readonly CollectionEntry[],
  asked: AnalysisSettings,
  densityOf: (model: Model, settings: DensitySettings) => ModelDensity = capabilityDensity,
  isDuplicate: (name: string) => boolean = duplicateNames(entries),
): CollectionAnalysis {
  const settings = withNamesOfCards(entries, asked);
  const points: TrendPoint[] = [];
  const models: AnalysedModel[] = [];
  const excluded: CollectionAnalysis["excluded"][number][] = [];
  const byId = memo(() => new Map(models.map((model) => [model.id, model])));
  const trend = memo(() => fitTrend(points, settings.estimator, settings));
  const recordIds = memo(() => new Set(trend().records.map(({ id }) => id)));
  for (const { id, name, model } of entries) {
    if (model === undefined) {
      excluded.push({ id, name, reason: "unreadable" });
      continue;
    }
    const density = densityOf(model, settings);
    const reason = exclusionReason(model, density, isDuplicate(name), settings);
    models.push(new ModelInTrend(id, model, density, reason, trend, recordIds));
    if (reason !== undefined) excluded.push({ id, name, reason });
    else if (model.releaseDate !== undefined && density.result.kind === "density")
      points.push({
        id,
        name: model.name,
        epochDay: model.releaseDate.epochDay,
        density: density.result.density,
        run: trainingRun(model),
        family: model.family,
        organization: model.organization,
      });
  }
  return {
    settings,
    models,
    modelById: (id) => byId().get(id),
    get trend() {
      return trend();
    },
    excluded,
  };
}

class ModelInTrend implements AnalysedModel {
  readonly id: string;
  readonly model: Model;
  readonly density: ModelDensity;
  readonly excluded: ExclusionReason | undefined;
  readonly #trend: () => Trend;
  readonly #recordIds: () => ReadonlySet<string>;

  constructor(
    id: string,
    model: Model,
    density: ModelDensity,
    excluded: ExclusionReason | undefined,
    trend: () => Trend,
    recordIds: () => ReadonlySet<string>,
  ) {
    this.id = id;
    this.model = model;
    this.density = density;
    this.excluded = excluded;
    this.#trend = trend;
    this.#recordIds = recordIds;
  }

  get isRecord(): boolean {
    return this.#recordIds().has(this.id);
  }

  get trendDensity(): number | undefined {
    const { releaseDate } = this.model;
    const line = releaseDate && this.#claimedLine();
    return line && trendDensityOn(line, releaseDate.epochDay);
  }

  get daysAhead(): number | undefined {
    return this.beyondSpan === undefined ? this.#daysOnLine() : undefined;
  }

  get beyondSpan(): "ahead" | "behind" | undefined {
    const days = this.#daysOnLine();
    if (days === undefined || Math.abs(days) <= spanOfDays(this.#trend())) return undefined;
    return days > 0 ? "ahead" : "behind";
  }

  #daysOnLine(): number | undefined {
    const { releaseDate } = this.model;
    const { result } = this.density;
    if (releaseDate === undefined || result.kind !== "density") return undefined;
    const line = this.#claimedLine();
    return line && daysAheadOfTrend(line, releaseDate.epochDay, result.density);
  }

  #claimedLine(): TrendLine | undefined {
    const trend = this.#trend();
    return trend.verdict === "doubling" ? trend.line : undefined;
  }
}

const spans = new WeakMap<Trend, number>();

/** Days from the first to the last model of a trend. */
function spanOfDays(trend: Trend): number {
  const known = spans.get(trend);
  if (known !== undefined) return known;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { epochDay } of trend.points)
    [first, last] = [Math.min(first, epochDay), Math.max(last, epochDay)];
  const span = Math.max(0, last - first);
  spans.set(trend, span);
  return span;
}

/** The same settings where `without` is spelt as the cards are. */
function withNamesOfCards(entries: readonly CollectionEntry[], settings: AnalysisSettings): AnalysisSettings {
  if (settings.without.length === 0) return settings;
  const names = entries.flatMap(({ model }) => model?.name ?? []);
  const without = [...new Set(settings.without.flatMap((word) => namesMeant(word, names)))];
  const isSame =
    without.length === settings.without.length &&
    without.every((name, position) => name === settings.without[position]);
  return isSame ? settings : { ...settings, without };
}

function duplicateNames(entries: readonly CollectionEntry[]): (name: string) => boolean {
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const { name, model } of entries) {
    if (model === undefined) continue;
    if (seen.has(name)) duplicates.add(name);
    seen.add(name);
  }
  return (name) => duplicates.has(name);
}
