import type { Card } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import type { PlacedFix } from "../rules/rule.ts";
import type { LocatedFinding } from "../workspace/cardSummary.ts";
import { bitsRepairs } from "./bitsRepairs.ts";
import type { CardContext } from "./cardContext.ts";
import { consistentCounts, countOfName, countRemoval } from "./countRepairs.ts";
import { listRepairs } from "./listRepairs.ts";
import { twoCounts } from "./parameterRepairs.ts";
import { isRight, type Repair } from "./repair.ts";

/**
 * Fixes that are guesses about a text that is not read, or might leave something missing. Each is tried,
 * and offered only where it does what it is for and nothing worse.
 */
export function verifiedFixes(context: CardContext, card: Card, finding: LocatedFinding): PlacedFix[] {
  const { document } = context;
  return repairsOf(context, card, finding)
    .filter((repair) => isRight(context, card, finding, repair))
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
      return [
        ...spacesForTabs(text, card, range),
        ...closing(text, range),
        ...spaceBefore(text, range),
        ...narrowColon(text, range),
      ];
    case "second-document":
      return startOfCard(text, card, range);
    case "quantity-unknown":
      return countRemoval(context, card, range.start);
    case "quantity-shorthand":
      return twoCounts(text, card, range);
    case "active-missing":
      return countOfName(text, card, "active");
    case "total-missing":
      return countOfName(text, card, "total");
    case "counts-inconsistent":
      return consistentCounts(context, card, range);
    case "quantization-bits":
      return bitsRepairs(text, card);
    case "top-level-list":
      return listRepairs(text, card);
    default:
      return [];
  }
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

/** The colon of a key whose value starts on the next line. */
function narrowColon(text: string, { start }: SourceRange): Repair[] {
  const [written, key] = /^([^\s:：]+)\s*：(?=[ \t]*\r?\n)/.exec(text.slice(start)) ?? [];
  if (written === undefined) return [];
  return [{ title: `Write ${key}:`, newText: `${key}:`, start, end: start + written.length }];
}

/** The line `...` above becomes the line that starts the next card. */
function startOfCard(text: string, card: Card, range: SourceRange): Repair[] {
  const above = text.slice(card.range.start, range.start);
  const end = /^\.\.\.[ \t]*(?=\r?\n\s*$)/m.exec(above);
  if (end === null) return [];
  const start = card.range.start + end.index;
  return [{ title: "Start a new card here", newText: "---", start, end: start + 3 }];
}
