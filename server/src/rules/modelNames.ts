import type { Model } from "../density/model.ts";
import { modelSpelling } from "../density/modelNames.ts";
import { nearestModelName } from "../text/suggestions.ts";
import type { RuleCard } from "./rule.ts";

/** Spellings of a model's own name and of its base models, kept while the model is. */
interface Spellings {
  readonly own: string;
  readonly parents: readonly string[];
}

const spellingsOfModels = new WeakMap<Model, Spellings>();

function spellingsOf(model: Model): Spellings {
  const known = spellingsOfModels.get(model);
  if (known !== undefined) return known;
  const spellings = { own: modelSpelling(model.name), parents: model.baseModels.map(modelSpelling) };
  spellingsOfModels.set(model, spellings);
  return spellings;
}

/** Cards of a collection by the name of their model. */
export class CardsByName {
  /** Every card, in the order given. */
  readonly all: readonly RuleCard[];
  readonly #cards = new Map<string, RuleCard[]>();
  #names: readonly string[] | undefined;
  #runs: ReadonlyMap<string, readonly string[]> | undefined;
  #children: ReadonlyMap<RuleCard, readonly RuleCard[]> | undefined;

  constructor(cards: readonly RuleCard[]) {
    this.all = cards;
    for (const card of cards) {
      const { own } = spellingsOf(card.model);
      const same = this.#cards.get(own);
      if (same === undefined) this.#cards.set(own, [card]);
      else same.push(card);
    }
  }

  /** The card a base model names: in its own spelling if there is one, else in another. */
  readonly cardNamed = (name: string): RuleCard | undefined => this.#find(name, modelSpelling(name));

  /** The card behind each base model of a card. */
  readonly parentsOf = ({ model }: RuleCard): readonly (RuleCard | undefined)[] =>
    model.baseModels.map((name, position) => this.#find(name, spellingsOf(model).parents[position] ?? ""));

  /** The cards of models made from the model of a card. */
  readonly childrenOf = (card: RuleCard): readonly RuleCard[] => {
    this.#children ??= this.#findChildren();
    return this.#children.get(card) ?? [];
  };

  #findChildren(): ReadonlyMap<RuleCard, readonly RuleCard[]> {
    const children = new Map<RuleCard, RuleCard[]>();
    for (const child of this.all) {
      // Most cards name none: a stream of thousands is gone through on every keystroke.
      if (child.model.baseModels.length === 0) continue;
      for (const parent of this.parentsOf(child)) {
        if (parent === undefined) continue;
        const siblings = children.get(parent);
        if (siblings === undefined) children.set(parent, [child]);
        else siblings.push(child);
      }
    }
    return children;
  }

  /** All cards of the model a card is of. */
  readonly cardsOfModel = ({ model }: RuleCard): readonly RuleCard[] =>
    this.#cards.get(spellingsOf(model).own) ?? [];

  #find(name: string, spelling: string): RuleCard | undefined {
    const same = this.#cards.get(spelling);
    return same?.find(({ model }) => model.name === name) ?? same?.[0];
  }

  /** How many cards are of a training run, and the run of others that it is meant to be if it stands alone. */
  readonly runNamed = (run: string): { readonly bearers: number; readonly meant: string | undefined } => {
    this.#runs ??= this.#findRuns();
    const spelling = modelSpelling(run);
    const bearers = this.#runs.get(spelling)?.length ?? 0;
    const others = [...this.#runs].flatMap(([other, [name]]) => (other === spelling ? [] : (name ?? [])));
    return { bearers, meant: bearers > 1 ? undefined : nearestModelName(run, others) };
  };

  /** The names of runs in their spellings; a model is a run of its own. */
  #findRuns(): ReadonlyMap<string, readonly string[]> {
    const runs = new Map<string, string[]>();
    for (const { model } of this.all)
      for (const name of [model.name, ...(model.checkpointOf === undefined ? [] : [model.checkpointOf])]) {
        const spelling = modelSpelling(name);
        const same = runs.get(spelling);
        if (same === undefined) runs.set(spelling, [name]);
        else same.push(name);
      }
    return runs;
  }

  /** The name of a card that a wrong one is meant to be. */
  readonly namesLike = (name: string): string | undefined => {
    this.#names ??= [...this.#cards.values()].flatMap(([card]) => card?.model.name ?? []);
    return nearestModelName(name, this.#names);
  };
}
