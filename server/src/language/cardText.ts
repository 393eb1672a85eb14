import type { Card } from "../cards/card.ts";
import type { CardContext } from "./cardContext.ts";

/** Where a new entry can be written into the map at the top of a card. */
export interface EntryPlace {
  /** Offset in the file. */
  readonly offset: number;
  /** What follows the entry, to part it from the next. */
  readonly after: string;
}

/** The line break a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/**
 * A place before one of a card's own keys.
 * @param wanted keys in order of preference; the first that the card has counts, else its first key
 */
export function placeBefore(
  { document }: CardContext,
  card: Card,
  wanted: readonly string[],
): EntryPlace | undefined {
  const entries = card.tree?.entries;
  const [firstKey] = entries?.keys() ?? [];
  const key = wanted.find((name) => entries?.has(name)) ?? firstKey;
  const entry = key === undefined ? undefined : entries?.get(key);
  if (entry === undefined || card.tree === undefined) return undefined;
  const offset = card.range.start + entry.keyRange.start;
  if (card.tree.isFlow) return { offset, after: ", " };
  const text = document.getText();
  const indent = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^ *$/.test(indent) ? { offset, after: lineBreakOf(text) + indent } : undefined;
}
