import { nearest } from "../cards/wording.ts";
import type { RuleCard } from "./rule.ts";

/** What two spellings of one model's name have in common: case and signs count for nothing, nor does `org/`. */
export function modelSpelling(name: string): string {
  const own = name.split("/").at(-1) ?? name;
  return own.toLowerCase().replaceAll(/[-_\s]/g, "");
}

/** Cards of a collection by the name of their model. */
export class CardsByName {
  readonly #cards = new Map<string, RuleCard[]>();
  #names: readonly string[] | undefined;

  constructor(cards: readonly RuleCard[]) {
    this.all = cards;
    for (const card of cards) {
      const spelling = modelSpelling(card.model.name);
      const same = this.#cards.get(spelling);
      if (same === undefined) this.#cards.set(spelling, [card]);
      else same.push(card);
    }
  }

  /** Every card, in the order given. */
  readonly all: readonly RuleCard[];

  /** The card a base model names: in its own spelling if there is one, else in another. */
  readonly cardNamed = (name: string): RuleCard | undefined => {
    const same = this.cardsOfModel(name);
    return same.find(({ model }) => model.name === name) ?? same[0];
  };

  readonly cardsOfModel = (name: string): readonly RuleCard[] => this.#cards.get(modelSpelling(name)) ?? [];

  /** The name of a card that a wrong one is meant to be. */
  readonly namesLike = (name: string): string | undefined => {
    this.#names ??= [...this.#cards.keys()];
    const spelling = modelSpelling(name);
    // Other sizes of a family differ by a digit only, and are not what was meant.
    const candidates = this.#names.filter((candidate) => digitsOf(candidate) === digitsOf(spelling));
    const near = nearest(spelling, candidates);
    return near === undefined ? undefined : this.#cards.get(near)?.[0]?.model.name;
  };
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}
