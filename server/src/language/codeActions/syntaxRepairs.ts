import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import type { SyntaxProblem } from "../../cards/findings/cardSubjects.ts";
import { missingCommas, strayBracket } from "./flowRepairs.ts";
import { alignedLine } from "./indentationRepairs.ts";
import { quotedColon, quotedValue } from "./quoteRepairs.ts";
import type { Repair } from "./repair.ts";

/** What may be meant by a text that YAML cannot read. */
export function syntaxRepairs(
  text: string,
  card: Card,
  range: SourceRange,
  subject: SyntaxProblem,
): readonly Repair[] {
  switch (subject.problem) {
    case "tab":
      return spacesForTabs(text, card, range);
    case "unclosed":
      return closing(text, range);
    case "unopened":
      return strayBracket(text, range);
    case "glued-comment":
      return [{ title: "Write a space before the comment", newText: " ", ...range, end: range.start }];
    case "full-width-colon":
      return narrowColon(text, range);
    case "block-indicator":
      return subject.number === undefined
        ? quotedValue(text, card, range)
        : [{ title: `Write ${subject.number}`, newText: subject.number, ...range }];
    case "alias-text":
    case "reserved-character":
      return quotedValue(text, card, range);
    case "comma-in-braces":
    case "missing-comma":
      return missingCommas(text, range);
    case "second-colon":
      return quotedColon(text, range);
    case "indentation":
      return alignedLine(range, subject.indent, subject.wanted);
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
  const opening = text.charAt(start);
  const partner = partners[opening];
  if (partner === undefined) return [];
  const line = text.slice(start, end);
  const comment = /\s+#.*$/.exec(line)?.index ?? line.length;
  const place = start + comment;
  return [{ title: `Close the ${opening}`, newText: partner, start: place, end: place }];
}

/** The colon of a key whose value starts on the next line. */
function narrowColon(text: string, { start }: SourceRange): Repair[] {
  const [written, key] = /^([^\s:\uFF1A]+)\s*\uFF1A(?=[ \t]*\r?\n)/.exec(text.slice(start)) ?? [];
  if (written === undefined) return [];
  return [{ title: `Write ${key}:`, newText: `${key}:`, start, end: start + written.length }];
}
