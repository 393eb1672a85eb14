import type { Card } from "../../cards/card.ts";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import { resolveBenchmark } from "../../cards/vocabulary/benchmarkRegistry.ts";
import { quoted } from "../../text/suggestions.ts";
import type { CardContext } from "../cardContext.ts";
import { entriesBeside, entryRemoval, type PlacedEntry } from "./entryRemoval.ts";
import { placedRepair } from "./repair.ts";

/**
 * Ways out of one key written twice: either entry goes when they say two things, since only the person
 * knows which one is right; the second when they say the same.
 */
export function duplicateFixes(context: CardContext, card: Card, finding: LocatedFinding): LocatedFix[] {
  const keyStart = context.document.offsetAt(finding.start);
  const beside = entriesBeside(context, card, keyStart);
  const second = beside.find((entry) => entry.keyStart === keyStart);
  if (second === undefined) return [];
  const twins = beside.filter((entry) => isSame(entry.key, second.key, finding.code));
  if (twins.every(({ valueText }) => valueText === second.valueText))
    return removal(context, card, second, "Remove this entry");
  const [first, , third] = twins;
  const empty = twins.filter(({ valueText }) => valueText === "");
  if (first === undefined || third !== undefined)
    // With a third, this entry says the least about which one is right.
    return removal(context, card, second, "Remove this entry").map((fix) => ({ ...fix, isGuess: true }));
  // What is empty says nothing that could be right.
  if (empty.length > 0) return empty.flatMap((one) => removal(context, card, one, "Remove the empty entry"));
  return [
    ...removal(context, card, second, `Keep ${shownValue(first)}`),
    ...removal(context, card, first, `Keep ${shownValue(second)}`),
  ].map((fix) => ({ ...fix, isGuess: true }));
}

function isSame(key: string, other: string, code: LocatedFinding["code"]): boolean {
  if (code === "duplicate-key") return key === other;
  const benchmark = resolveBenchmark(other);
  return benchmark !== undefined && resolveBenchmark(key) === benchmark;
}

function shownValue({ valueText }: PlacedEntry): string {
  return quoted(valueText.replaceAll(/\s+/g, " "));
}

function removal(context: CardContext, card: Card, { keyStart }: PlacedEntry, title: string): LocatedFix[] {
  return entryRemoval(context, card, keyStart, title).map((repair) => placedRepair(context, repair));
}
