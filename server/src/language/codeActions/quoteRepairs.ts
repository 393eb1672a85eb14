import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { isKnownKey } from "../../cards/mistakes/meantEntry.ts";
import { plainValue } from "../../cards/yaml/plainText.ts";
import { scanFlow } from "../completion/flowScan.ts";
import type { Repair } from "./repair.ts";

const title = "Put the text in quotes";

/** A text of one line as YAML writes it in double quotes. */
function inQuotes(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** A value whose first character YAML keeps for itself, or reads as an alias, as text in quotes. */
export function quotedValue(text: string, card: Card, { start }: SourceRange): Repair[] {
  const line = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  if (!/^[@`%*>|]/.test(line)) return [];
  const before = text.slice(card.range.start, start);
  const isInBrackets = scanFlow(before, before.length).brackets.length > 0;
  const value = plainValue(line, isInBrackets);
  return [{ title, newText: inQuotes(value), start, end: start + value.length }];
}

/** A value with a colon in it as text in quotes; with a key in it, two lines may be meant. */
export function quotedColon(text: string, { start }: SourceRange): Repair[] {
  const value = plainValue(/[^\r\n]*/.exec(text.slice(start))?.[0] ?? "", false);
  if (/^["'{[]/.test(value)) return [];
  const isGuess = [...value.matchAll(/(?<!\S)([^\s:]+):(?=\s|$)/g)].some(([, key = ""]) => isKnownKey(key));
  // Unread, a number in quotes would be no error.
  const isMeant = (cards: readonly Card[]) => cards.every(({ isWellFormed }) => isWellFormed);
  return [{ title, newText: inQuotes(value), start, end: start + value.length, isGuess, isMeant }];
}
