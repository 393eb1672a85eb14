import type { FindingCode } from "../cards/finding.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { capabilityDensity, type ModelDensity } from "../density/capabilityDensity.ts";
import type { Model } from "../density/model.ts";
import type { DensitySettings } from "../density/settings.ts";
import { LruMap } from "../files/lruMap.ts";
import { type Bearers, bearersOfNames } from "../rules/duplicateName.ts";
import { Frontier } from "../rules/frontier.ts";
import { CardsByName } from "../rules/modelNames.ts";
import type { CollectionRuleContext, RuleCard } from "../rules/rule.ts";
import { RuleRunner } from "../rules/runRules.ts";
import {
  type AnalysisSettings,
  analyseCollection,
  type CollectionAnalysis,
} from "../trend/collection/analyseCollection.ts";
import { memo } from "../trend/memo.ts";
import type { CardSummary, FileSummary } from "./cardSummary.ts";

/** An analysis, and what rules look up in it. */
interface Analysed {
  readonly analysis: CollectionAnalysis;
  readonly frontier: () => Frontier;
}

/** So many ways to look at a collection are kept at a time. */
const mostKept = 6;

/** All cards of one collection, and what they say together. */
export class Collection {
  readonly #files = new Map<string, FileSummary>();
  #order: readonly FileSummary[] | undefined;
  #cards: readonly CardSummary[] | undefined;
  /** By their settings: panels may show one collection in several ways. */
  readonly #analysed = new LruMap<AnalysisSettings, Analysed>(mostKept);
  #bearers: Bearers | undefined;
  /** How many readable cards have a name: counted as files come and go, since most stay as they are. */
  readonly #nameCounts = new Map<string, number>();
  #cardsByName: CardsByName | undefined;
  readonly #rules = new RuleRunner();
  readonly #densities = new LruMap<string, WeakMap<Model, ModelDensity>>(mostKept);

  /** Adds a file, or replaces what was known of it. */
  setFile(summary: FileSummary): void {
    this.#countNames(summary.file, -1);
    this.#files.set(summary.file, summary);
    this.#countNames(summary.file, 1);
    this.#forget();
  }

  /** Forgets a file. */
  deleteFile(file: string): void {
    this.#countNames(file, -1);
    if (this.#files.delete(file)) this.#forget();
  }

  /** Files in the order of their paths. */
  files(): readonly FileSummary[] {
    this.#order ??= [...this.#files.values()].sort((first, second) => (first.file < second.file ? -1 : 1));
    return this.#order;
  }

  /** Cards in the order of their files and of their places in them. */
  cards(): readonly CardSummary[] {
    this.#cards ??= this.files().flatMap(({ cards }) => cards);
    return this.#cards;
  }

  /** Readable cards by name. */
  bearers(): Bearers {
    this.#bearers ??= bearersOfNames(this.cards());
    return this.#bearers;
  }

  /** Densities and trend of the whole collection, computed once per change. */
  analyse(settings: AnalysisSettings): CollectionAnalysis {
    return this.#analyse(settings).analysis;
  }

  /** Readable cards by the name of their model, in any spelling. */
  cardsByName(): CardsByName {
    this.#cardsByName ??= new CardsByName(this.cards().filter(isReadable));
    return this.#cardsByName;
  }

  /**
   * What the rules say of a file's cards.
   * @param today days since 1970-01-01
   * @param optional codes of optional rules that are asked for
   */
  ruleFindings(
    summary: FileSummary,
    settings: AnalysisSettings,
    today: number,
    optional: readonly FindingCode[],
  ): LocatedFinding[] {
    const { analysis, frontier } = this.#analyse(settings);
    const { parentsOf, childrenOf, cardsOfModel, namesLike, runNamed } = this.cardsByName();
    const context: CollectionRuleContext = {
      settings,
      today,
      parentsOf,
      childrenOf,
      cardsOfModel,
      namesLike,
      runNamed,
      analysed: ({ id }) => analysis.modelById(id),
      frontier,
      optional,
    };
    return summary.cards.filter(isReadable).flatMap((card) => this.#rules.run(card, context));
  }

  #analyse(settings: AnalysisSettings): Analysed {
    const known = this.#analysed.get(settings);
    if (known !== undefined) return known;
    const analysis = analyseCollection(
      this.cards(),
      settings,
      this.#densityOf(settings),
      (name) => (this.#nameCounts.get(name) ?? 0) > 1,
    );
    const analysed = { analysis, frontier: memo(() => new Frontier(analysis.trend.points)) };
    this.#analysed.set(settings, analysed);
    return analysed;
  }

  #countNames(file: string, change: 1 | -1): void {
    for (const { name, model } of this.#files.get(file)?.cards ?? []) {
      if (model === undefined) continue;
      const count = (this.#nameCounts.get(name) ?? 0) + change;
      if (count === 0) this.#nameCounts.delete(name);
      else this.#nameCounts.set(name, count);
    }
  }

  #forget(): void {
    this.#cardsByName = undefined;
    this.#order = undefined;
    this.#cards = undefined;
    this.#analysed.clear();
    this.#bearers = undefined;
  }

  /** A density depends on its card alone, so it outlives edits of other cards. */
  #densityOf(settings: DensitySettings): (model: Model) => ModelDensity {
    const key = JSON.stringify([
      settings.reference.name,
      settings.basis,
      settings.denominator,
      settings.trainingTokens,
    ]);
    const byModel = this.#densities.get(key) ?? new WeakMap<Model, ModelDensity>();
    this.#densities.set(key, byModel);
    return (model) => {
      const known = byModel.get(model);
      if (known !== undefined) return known;
      const density = capabilityDensity(model, settings);
      byModel.set(model, density);
      return density;
    };
  }
}

function isReadable(card: CardSummary): card is CardSummary & RuleCard {
  return card.model !== undefined;
}
