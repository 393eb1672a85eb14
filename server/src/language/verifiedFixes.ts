import type { Card } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import { readCards } from "../cards/readCards.ts";
import { namedSize } from "../rules/nameSize.ts";
import type { PlacedFix } from "../rules/rule.ts";
import type { LocatedFinding } from "../workspace/cardSummary.ts";
import type { CardContext } from "./cardContext.ts";
import { entryRemoval, lineBreakOf } from "./cardText.ts";

/** A replacement that may put a card right; offsets in the file. */
interface Repair extends SourceRange {
  readonly title: string;
  readonly newText: string;
}

/**
 * Fixes that are guesses about a text that is not read, or might leave something missing. Each is tried:
 * it is offered only where the card, read again, has no error left, and no name that another card has.
 */
export function verifiedFixes(context: CardContext, card: Card, finding: LocatedFinding): PlacedFix[] {
  const { document } = context;
  return repairsOf(context, card, finding)
    .filter((repair) => isRight(context, card, repair))
    .map(({ title, newText, start, end }) => ({
      title,
      newText,
      start: document.positionAt(start),
      end: document.positionAt(end),
    }));
}

function repairsOf(context: CardContext, card: Card, finding: LocatedFinding): readonly Repair[] {
  const { document } = context;
  const text = document.getText();
  const range = { start: document.offsetAt(finding.start), end: document.offsetAt(finding.end) };
  switch (finding.code) {
    case "syntax":
      return [...spacesForTabs(text, card, range), ...closing(text, range), ...spaceBefore(text, range)];
    case "second-document":
      return startOfCard(text, card, range);
    case "quantity-unknown": {
      const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
      const keyStart = lineStart + (/^[ ]*/.exec(text.slice(lineStart, range.start))?.[0].length ?? 0);
      const removed = entryRemoval(context, card, keyStart);
      return removed === undefined ? [] : [{ ...removed, title: "Remove this count", newText: "" }];
    }
    case "active-missing":
      return countOfName(text, card, "active");
    case "total-missing":
      return countOfName(text, card, "total");
    default:
      return [];
  }
}

/** What a name such as 35B-A3B says and the card does not, written into its parameters. */
function countOfName(text: string, card: Card, key: "total" | "active"): Repair[] {
  const count = namedCount(card.name ?? "", key);
  const value = card.tree?.entries.get("parameters")?.value;
  if (count === undefined || value === undefined) return [];
  const entry = `${key}: ${count / 1e9}B`;
  const title = `Add ${entry}, as the name says`;
  const start = card.range.start + value.range.start;
  const end = card.range.start + value.range.end;
  if (value.kind === "scalar") {
    const newText = `{ total: ${text.slice(start, end)}, ${entry} }`;
    return key === "active" && !text.startsWith("*", start) ? [{ title, newText, start, end }] : [];
  }
  const [first] = value.kind === "map" ? value.entries.values() : [];
  if (first === undefined || value.kind !== "map") return [];
  const place = card.range.start + first.keyRange.start;
  const indent = text.slice(text.lastIndexOf("\n", place - 1) + 1, place);
  if (!value.isFlow && !/^ *$/.test(indent)) return [];
  const after = value.isFlow ? ", " : lineBreakOf(text) + indent;
  return [{ title, newText: entry + after, start: place, end: place }];
}

function namedCount(name: string, key: "total" | "active"): number | undefined {
  const named = namedSize(name);
  if (named?.kind === "total-and-active") return named[key];
  return named?.kind === "active-and-experts" && key === "active" ? named.active : undefined;
}

/** Every line of the card that a tab indents, from the first one that was found. */
function spacesForTabs(text: string, card: Card, { start }: SourceRange): Repair[] {
  if (text.charAt(start) !== "\t") return [];
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const lines = text.slice(from, card.range.end);
  const indents = [...lines.matchAll(/^[ \t]*\t[ \t]*/gm)];
  const last = indents.at(-1);
  if (last === undefined) return [];
  const length = last.index + last[0].length;
  const newText = lines
    .slice(0, length)
    .replaceAll(/^[ \t]*\t[ \t]*/gm, (indent) => indent.replaceAll("\t", "  "));
  return [{ title: "Indent with spaces", newText, start: from, end: from + length }];
}

const partners: Readonly<Record<string, string>> = { '"': '"', "'": "'", "{": " }", "[": "]" };

/** What is not closed ends with its line, before a comment. */
function closing(text: string, { start, end }: SourceRange): Repair[] {
  const sign = text.charAt(start);
  const partner = partners[sign];
  if (partner === undefined) return [];
  const line = text.slice(start, end);
  const comment = /\s+#.*$/.exec(line)?.index ?? line.length;
  const place = start + comment;
  return [{ title: `Close the ${sign}`, newText: partner, start: place, end: place }];
}

function spaceBefore(text: string, { start }: SourceRange): Repair[] {
  if (text.charAt(start) !== "#") return [];
  return [{ title: "Write a space before the comment", newText: " ", start, end: start }];
}

/** The line `...` above becomes the line that starts the next card. */
function startOfCard(text: string, card: Card, range: SourceRange): Repair[] {
  const above = text.slice(card.range.start, range.start);
  const end = /^\.\.\.[ \t]*(?=\r?\n\s*$)/m.exec(above);
  if (end === null) return [];
  const start = card.range.start + end.index;
  return [{ title: "Start a new card here", newText: "---", start, end: start + 3 }];
}

/** Whether the card, put right, is one or more cards without an error, with names of their own. */
function isRight(context: CardContext, { index, range }: Card, repair: Repair): boolean {
  const text = context.document.getText();
  const now = text.slice(range.start, repair.start) + repair.newText + text.slice(repair.end, range.end);
  const { cards, findings } = readCards(now);
  const own = `${context.path}#${index}`;
  const taken = new Set(
    context.cardsByName().all.flatMap(({ id, model }) => (id === own ? [] : [model.name])),
  );
  const names = cards.flatMap(({ model }) => model?.name ?? []);
  const areOwn = new Set(names).size === names.length && !names.some((name) => taken.has(name));
  const all = [...findings, ...cards.flatMap((card) => card.findings)];
  return areOwn && all.every(({ severity }) => severity !== "error");
}
