import type { Document } from "yaml";
import type { Card } from "./card.ts";
import { parseYaml } from "./parseYaml.ts";

/**
 * The syntax tree of a card, with offsets relative to the card; `undefined` when a guard refuses the text.
 * Read again for each who asks: hardly anyone does, and kept it would be the largest part of a card.
 * @param text of the file
 */
export function syntaxTreeOf(
  text: string,
  { range: { start, end } }: Pick<Card, "range">,
): Document.Parsed | undefined {
  const reading = parseYaml(text.slice(start, end));
  return reading.kind === "document" ? reading.document : undefined;
}
