import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { blockSignAt } from "../../cards/mistakes/blockSign.ts";
import { missingCommas, strayBracket } from "./flowRepairs.ts";
import { alignedLines } from "./indentationRepairs.ts";
import { partedLines } from "./joinedLines.ts";
import { quotedValue } from "./quoteRepairs.ts";
import type { Repair } from "./repair.ts";

/** What may be meant by a text that YAML cannot read. */
export function syntaxRepairs(text: string, card: Card, range: SourceRange): readonly Repair[] {
  const number = numberBehindSign(text, card, range);
  return [
    ...spacesForTabs(text, card, range),
    ...closing(text, range),
    ...spaceBefore(text, range),
    ...narrowColon(text, range),
    ...(number ?? quotedValue(text, card, range)),
    ...missingCommas(text, range),
    ...strayBracket(text, range),
    ...partedLines(text, card, range),
    ...alignedLines(text, card, range),
  ];
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

/** The number of a value such as `>60`; `undefined` where none is meant. */
function numberBehindSign(text: string, { tree, range }: Card, { start }: SourceRange): Repair[] | undefined {
  if (text.charAt(start) !== ">") return undefined;
  const cardText = text.slice(range.start, range.end);
  const sign = tree && blockSignAt(start - range.start, tree, cardText);
  if (sign?.number === undefined || range.start + sign.range.start !== start) return undefined;
  const { number } = sign;
  return [{ title: `Write ${number}`, newText: number, start, end: range.start + sign.range.end }];
}

function spaceBefore(text: string, { start }: SourceRange): Repair[] {
  if (text.charAt(start) !== "#") return [];
  return [{ title: "Write a space before the comment", newText: " ", start, end: start }];
}

/** The colon of a key whose value starts on the next line. */
function narrowColon(text: string, { start }: SourceRange): Repair[] {
  const [written, key] = /^([^\s:\uFF1A]+)\s*\uFF1A(?=[ \t]*\r?\n)/.exec(text.slice(start)) ?? [];
  if (written === undefined) return [];
  return [{ title: `Write ${key}:`, newText: `${key}:`, start, end: start + written.length }];
}
