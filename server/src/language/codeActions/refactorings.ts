import { type CodeAction, CodeActionKind, type Range, type TextEdit } from "vscode-languageserver-types";
import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import type { MapEntry, MapNode } from "../../cards/yaml/cardTree.ts";
import { type CardContext, cardAt, editorRange, isInside } from "../cardContext.ts";
import { sortedKeys } from "./sortKeys.ts";

/** Changes of form that change no number: offered where the cursor is, never as corrections. */
export function refactoringsAt(context: CardContext, range: Range): CodeAction[] {
  const card = cardAt(context, range.start);
  if (card?.tree === undefined || card.model === undefined) return [];
  const offset = context.document.offsetAt(range.start);
  return [
    ...changeScoreForm(context, card, card.tree, offset),
    ...writeNonEmbedding(context, card, card.tree, offset),
    ...sortKeys(context, card, card.tree),
  ];
}

/** A score becomes a map, to say how it was measured; a map that says nothing more becomes a score. */
function changeScoreForm(context: CardContext, card: Card, tree: MapNode, offset: number): CodeAction[] {
  const benchmarks = tree.entries.get("benchmarks")?.value;
  if (benchmarks?.kind !== "map") return [];
  const entry = [...benchmarks.entries.values()].find((one) => isAtEntry(one, card, offset));
  if (entry === undefined) return [];
  const { value } = entry;
  const text = context.document.getText();
  const written = (range: SourceRange) =>
    text.slice(card.range.start + range.start, card.range.start + range.end);
  const start = card.range.start + value.range.start;
  // What is no score does not become one in braces, and its own finding has a fix that may.
  const isScore = !card.findings.some(({ severity, range }) => severity === "error" && range.start === start);
  // A block scalar cannot stand in braces.
  if (value.kind === "scalar" && isScore && value.text !== "" && !/^[*|>]/.test(written(value.range))) {
    const newText = `{ score: ${written(value.range)} }`;
    return [
      rewriting(context, "Write the score as a map", [
        { range: inFile(context, card, value.range), newText },
      ]),
    ];
  }
  const score = value.kind === "map" && value.entries.size === 1 ? value.entries.get("score") : undefined;
  if (score?.value.kind !== "scalar" || /[&#]/.test(written(value.range))) return [];
  // From behind the key, since a map in lines of its own starts on the next one.
  const behindKey = entry.keyRange.end;
  if (!/^\s*:\s*$/.test(written({ start: behindKey, end: value.range.start }))) return [];
  const last = value.kind === "map" && value.isFlow ? value.range.end : score.value.range.end;
  const newText = `: ${written(score.value.range)}`;
  return [
    rewriting(context, "Write the score as a number", [
      { range: inFile(context, card, { start: behindKey, end: last }), newText },
    ]),
  ];
}

function isAtEntry({ keyRange, value }: MapEntry, card: Card, offset: number): boolean {
  return isInside(offset - card.range.start, { start: keyRange.start, end: value.range.end });
}

/** The count that is computed from vocabulary and width, written out. */
function writeNonEmbedding(context: CardContext, card: Card, tree: MapNode, offset: number): CodeAction[] {
  const entry = tree.entries.get("parameters");
  const counts = card.model?.parameters;
  if (entry?.value.kind !== "map" || !isAtEntry(entry, card, offset)) return [];
  if (counts?.nonEmbeddingOrigin !== "computed" || counts.nonEmbedding === undefined) return [];
  const vocabulary = entry.value.entries.get("vocab_size")?.keyRange;
  if (vocabulary === undefined) return [];
  const start = card.range.start + vocabulary.start;
  const text = context.document.getText();
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  if (!entry.value.isFlow && !/^ *$/.test(indent)) return [];
  const written = `non_embedding: ${counts.nonEmbedding}${entry.value.isFlow ? ", " : lineBreak + indent}`;
  const range = inFile(context, card, { start: vocabulary.start, end: vocabulary.start });
  return [rewriting(context, `Write non_embedding: ${counts.nonEmbedding}`, [{ range, newText: written }])];
}

/** Entries in the order of the schema. */
function sortKeys(context: CardContext, card: Card, tree: MapNode): CodeAction[] {
  const { start, end } = card.range;
  const sorted = sortedKeys(context.document.getText().slice(start, end), tree);
  if (sorted === undefined) return [];
  const { newText } = sorted;
  return [rewriting(context, "Sort the card's keys", [{ range: inFile(context, card, sorted), newText }])];
}

function inFile(context: CardContext, card: Card, { start, end }: SourceRange): Range {
  return editorRange(context, { start: card.range.start + start, end: card.range.start + end });
}

function rewriting({ document }: CardContext, title: string, edits: TextEdit[]): CodeAction {
  return { title, kind: CodeActionKind.RefactorRewrite, edit: { changes: { [document.uri]: edits } } };
}
