import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { plainValue } from "../../cards/yaml/plainText.ts";
import { scanFlow } from "../completion/flowScan.ts";
import type { Repair } from "./repair.ts";

/** A text of one line as YAML writes it in double quotes. */
export function inQuotes(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** A value whose first sign YAML keeps for itself, or reads as an alias, as text in quotes. */
export function quotedValue(text: string, card: Card, { start }: SourceRange): Repair[] {
  const line = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  if (!/^[@`%*>|]/.test(line)) return [];
  const before = text.slice(card.range.start, start);
  const isInBrackets = scanFlow(before, before.length).brackets.length > 0;
  const value = plainValue(line, isInBrackets);
  const newText = inQuotes(value);
  return [{ title: "Put the text in quotes", newText, start, end: start + value.length }];
}
