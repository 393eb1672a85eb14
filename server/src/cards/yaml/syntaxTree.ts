import type { Document } from "yaml";
import type { Card } from "../card.ts";
import { parseYaml } from "./parseYaml.ts";

/** Whoever asks for one card asks again soon; held weakly, it is gone when nobody does. */
let last: { readonly card: object; readonly document: WeakRef<Document.Parsed> } | undefined;

/**
 * The syntax tree of a card, with offsets relative to the card; `undefined` when a guard refuses the text.
 * Read again rather than kept: hardly anyone asks, and it would be the largest part of a card.
 * @param text of the file that the card was read from
 */
export function syntaxTreeOf(text: string, card: Pick<Card, "range">): Document.Parsed | undefined {
  const known = last?.card === card ? last.document.deref() : undefined;
  if (known !== undefined) return known;
  const reading = parseYaml(text.slice(card.range.start, card.range.end));
  if (reading.kind !== "document") return undefined;
  last = { card, document: new WeakRef(reading.document) };
  return reading.document;
}
