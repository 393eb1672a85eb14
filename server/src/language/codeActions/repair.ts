import type { Card } from "../../cards/card.ts";
import { areAlike, type SourceRange } from "../../cards/finding.ts";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import { readCards } from "../../cards/readCards.ts";
import type { MapEntry, MapNode } from "../../cards/yaml/cardTree.ts";
import type { CardContext } from "../cardContext.ts";
import { lineBreakOf } from "../cardText.ts";

/** A replacement that may put a card right; offsets in the file. */
export interface Repair extends SourceRange {
  readonly title: string;
  readonly newText: string;
  /** It may be wrong although the card reads well then; see `Fix`. */
  readonly isGuess?: boolean;
  /** What must hold of the cards that its own text, the second argument, reads as then. */
  readonly isMeant?: (cards: readonly Card[], text: string) => boolean;
}

/** The text of a card with a change made in it. */
export function cardTextAfter(
  text: string,
  { range }: Card,
  { start, end, newText }: Pick<Repair, "start" | "end" | "newText">,
): string {
  return text.slice(range.start, start) + newText + text.slice(end, range.end);
}

/** A repair as a fix at its place. */
export function placedRepair(
  { document }: Pick<CardContext, "document">,
  { title, newText, start, end, isGuess = false }: Repair,
): LocatedFix {
  return { title, newText, isGuess, start: document.positionAt(start), end: document.positionAt(end) };
}

/**
 * Whether a card, put right, is one or more cards without the finding and without an error that it did
 * not have, with names of their own.
 */
export function isRight(context: CardContext, card: Card, finding: LocatedFinding, repair: Repair): boolean {
  const now = cardTextAfter(context.document.getText(), card, repair);
  const { cards, findings } = readCards(now);
  const own = `${context.path}#${card.index}`;
  const taken = new Set(
    context.cardsByName().all.flatMap(({ id, model }) => (id === own ? [] : [model.name])),
  );
  const names = cards.flatMap(({ model }) => model?.name ?? []);
  const areOwn = new Set(names).size === names.length && !names.some((name) => taken.has(name));
  const all = [...findings, ...cards.flatMap((one) => one.findings)];
  return areOwn && hasFewerErrors(card.findings, all, finding) && repair.isMeant?.(cards, now) !== false;
}

type Reported = Pick<LocatedFinding, "subject" | "severity">;

/** Whether a finding is gone, and every error was there before. */
function hasFewerErrors(
  before: readonly Reported[],
  after: readonly Reported[],
  fixed: Pick<Reported, "subject">,
): boolean {
  const left = before.filter((one) => !areAlike(one, fixed));
  return after.every((one) => {
    if (areAlike(one, fixed)) return false;
    if (one.severity !== "error") return true;
    const place = left.findIndex((other) => areAlike(one, other));
    if (place !== -1) left.splice(place, 1);
    return place !== -1;
  });
}

/**
 * Where an entry can be written before the first one of a map.
 * @returns `undefined` where the map is empty, or its first entry shares its line with a dash
 */
export function beforeFirstEntry(
  text: string,
  card: Card,
  { entries, isFlow }: MapNode,
  entry: string,
): (SourceRange & { readonly newText: string }) | undefined {
  const [first] = entries.values();
  if (first === undefined) return undefined;
  const start = card.range.start + first.keyRange.start;
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (!isFlow && !/^ *$/.test(indent)) return undefined;
  return { start, end: start, newText: entry + (isFlow ? ", " : lineBreakOf(text) + indent) };
}

/**
 * A value with another entry written behind it.
 * @param sibling the other entry; `undefined` for the value alone
 * @returns `undefined` where the entry's key does not start its line
 */
export function valueWithSibling(
  text: string,
  card: Card,
  { isFlow }: MapNode,
  { keyRange, value }: MapEntry,
  written: string,
  sibling: string | undefined,
): (SourceRange & { readonly newText: string }) | undefined {
  const start = card.range.start + value.range.start;
  const end = card.range.start + value.range.end;
  if (sibling === undefined) return { start, end, newText: written };
  const keyStart = card.range.start + keyRange.start;
  const indent = text.slice(text.lastIndexOf("\n", keyStart - 1) + 1, keyStart);
  if (!isFlow && !/^ *$/.test(indent)) return undefined;
  const between = isFlow ? ", " : lineBreakOf(text) + indent;
  return { start, end, newText: written + between + sibling };
}
