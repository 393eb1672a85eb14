import type { LocatedFinding } from "../cards/locatedFinding.ts";
import type { Position } from "../cards/place.ts";
import { ruleFinding } from "./ruleFinding.ts";

/** What the rule needs to know of a card. */
export interface NamedCard {
  /** Path as people should read it. */
  readonly file: string;
  readonly name: string;
  /** `undefined`: the card is unreadable, and its name counts for nothing. */
  readonly model: unknown;
  readonly nameStart: Position;
  readonly nameEnd: Position;
}

/** Readable cards of a collection by name, in the order given. */
export type Bearers = ReadonlyMap<string, readonly NamedCard[]>;

/** Groups the readable cards of a collection by name. */
export function bearersOfNames(cards: readonly NamedCard[]): Bearers {
  const bearers = new Map<string, NamedCard[]>();
  for (const card of cards) {
    if (card.model === undefined) continue;
    const same = bearers.get(card.name);
    if (same === undefined) bearers.set(card.name, [card]);
    else same.push(card);
  }
  return bearers;
}

/**
 * Names are unique in a collection: every bearer of a name that occurs twice is marked and says
 * where another one is. None of them is in the trend, since nobody can tell which one is meant.
 * @param file the cards to judge
 * @param bearers of the whole collection, the judged cards among them
 */
export function duplicateNames(
  file: { readonly cards: readonly NamedCard[] },
  bearers: Bearers,
): LocatedFinding[] {
  return file.cards.flatMap((card) => {
    const same = card.model === undefined ? [] : (bearers.get(card.name) ?? []);
    const other = isSame(same[0], card) ? same[1] : same[0];
    return other === undefined ? [] : [finding(card, other, same.length - 2)];
  });
}

function isSame(first: NamedCard | undefined, second: NamedCard): boolean {
  return first?.file === second.file && first.nameStart.line === second.nameStart.line;
}

function finding(card: NamedCard, other: NamedCard, furtherCount: number): LocatedFinding {
  const place = {
    file: other.file === card.file ? undefined : other.file,
    line: other.nameStart.line + 1,
  };
  return ruleFinding(
    { kind: "duplicate-name", name: card.name, other: place, furtherCount },
    { start: card.nameStart, end: card.nameEnd },
  );
}
