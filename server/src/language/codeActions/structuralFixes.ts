import type { Card } from "../../cards/card.ts";
import type { RequiredKey } from "../../cards/findings/cardSubjects.ts";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import { knownKeys } from "../../cards/vocabulary/knownKeys.ts";
import { yamlText } from "../../cards/yaml/plainText.ts";
import { namedSize } from "../../rules/sizeInName.ts";
import type { CardContext } from "../cardContext.ts";
import { lineBreakOf, placeBefore } from "../cardText.ts";
import { duplicateFixes } from "./duplicateFixes.ts";
import { entryRemoval } from "./entryRemoval.ts";
import { knownDateOf } from "./knownDate.ts";
import { placedRepair } from "./repair.ts";

/** Fixes that need the text around a finding: entries to add and entries to remove. */
export function structuralFixes(context: CardContext, card: Card, finding: LocatedFinding): LocatedFix[] {
  const { subject } = finding;
  switch (subject.kind) {
    case "duplicate-key":
      return subject.key === "name" && finding.start.character === 0
        ? startOfCard(context, finding)
        : duplicateFixes(context, card, finding);
    case "duplicate-benchmark":
      return duplicateFixes(context, card, finding);
    case "empty-value":
      return isWords(context, finding) ? [] : removal(context, card, finding, "Remove the empty key");
    case "average-mismatch":
      return averageRemoval(context, card, finding);
    case "kind-missing":
      return kindFixes(context, card);
    case "missing-key":
      return subject.isEmpty || subject.misspelt !== undefined
        ? []
        : missingKeyFixes(context, card, subject.key);
    default:
      return [];
  }
}

/** Several words in braces without a colon may be a key and its value. */
function isWords({ document }: CardContext, { start, end }: LocatedFinding): boolean {
  const offset = document.offsetAt(end);
  const isKey = /^\s*:/.test(document.getText().slice(offset, offset + 80));
  return !isKey && /^[^"'\s]+\s/.test(document.getText({ start, end }));
}

/** A second name at the margin starts another card. */
function startOfCard({ document }: CardContext, { start }: LocatedFinding): LocatedFix[] {
  const newText = `---${lineBreakOf(document.getText())}`;
  return [{ title: "Start a new card here", newText, start, end: start }];
}

function removal(
  context: CardContext,
  card: Card,
  { start }: LocatedFinding,
  title: string,
  keyOffset = context.document.offsetAt(start),
): LocatedFix[] {
  return entryRemoval(context, card, keyOffset, title).map((repair) => placedRepair(context, repair));
}

/** The finding stands at the score; the entry starts at its key. */
function averageRemoval(context: CardContext, card: Card, finding: LocatedFinding): LocatedFix[] {
  const offset = context.document.offsetAt(finding.start);
  const id = [...card.ranges.scores].find(([, ranges]) => ranges.some(({ start }) => start === offset))?.[0];
  const isOnlyResult = id !== undefined && card.ranges.scores.get(id)?.length === 1;
  const key = isOnlyResult ? card.ranges.benchmarkKeys.get(id) : undefined;
  return key === undefined ? [] : removal(context, card, finding, "Remove the given average", key.start);
}

function kindFixes(context: CardContext, card: Card): LocatedFix[] {
  // A key without a value is there already, and a second one would be a duplicate.
  if (card.tree?.entries.has("kind")) return [];
  const isInstruct = /(?:^|[-_\s])(?:instruct|chat|it)(?:$|[-_\s])/i.test(card.name ?? "");
  const kinds = isInstruct ? ["instruct", "base"] : ["base", "instruct"];
  return kinds.flatMap((kind) => insertion(context, card, `kind: ${kind}`, ["architecture", "parameters"]));
}

/** What the file, the cards and their sources already say. */
function missingKeyFixes(context: CardContext, card: Card, key: RequiredKey): LocatedFix[] {
  switch (key) {
    case "name": {
      const fileName = context.path.split("/").at(-1) ?? "";
      const name = fileName.replace(/(?:\.modelcard)?\.ya?ml$/i, "");
      return name === "" || context.file.cards.length > 1
        ? []
        : insertion(context, card, `name: ${yamlText(name)}`, []);
    }
    case "parameters": {
      const named = namedSize(card.name ?? "");
      if (named?.kind !== "size" || named.otherCount !== undefined || named.count < 1e6) return [];
      // A size in a name is rounded, and another key may hold the count.
      const hasOther = [...(card.tree?.entries.keys() ?? [])].some((other) => /param/i.test(other));
      const entry = `parameters: ${named.text.toUpperCase()}`;
      const fixes = insertion(context, card, entry, ["quantization", "benchmarks"], ", as the name says");
      return hasOther ? [] : fixes.map((fix) => ({ ...fix, isGuess: true }));
    }
    case "release_date": {
      const known = knownDateOf(context, card);
      if (known === undefined) return [];
      return insertion(context, card, `release_date: ${known.text}`, keysAfterDate, `, ${known.origin}`);
    }
    default:
      return [];
  }
}

/** Keys that stand behind the release date in the order of the format. */
const keysAfterDate = knownKeys.card.slice(knownKeys.card.indexOf("release_date") + 1);

function insertion(
  context: CardContext,
  card: Card,
  entry: string,
  before: readonly string[],
  why = "",
): LocatedFix[] {
  const place = placeBefore(context, card, before);
  if (place === undefined) return [];
  const position = context.document.positionAt(place.offset);
  return [{ title: `Add ${entry}${why}`, newText: entry + place.after, start: position, end: position }];
}
