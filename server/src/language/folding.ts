import type { FoldingRange } from "vscode-languageserver-types";
import type { Card } from "../cards/card.ts";
import type { TreeNode } from "../cards/yaml/cardTree.ts";
import type { CardContext } from "./cardContext.ts";

/** Cards of a stream, and every entry that goes over several lines. */
export function foldingRangesOf(context: CardContext): FoldingRange[] {
  const { file } = context;
  return file.cards.flatMap((card) => [
    ...(file.cards.length > 1 ? fold(context, card.range.start, card.range.end) : []),
    ...(card.tree === undefined ? [] : entriesOf(context, card, card.tree)),
  ]);
}

function entriesOf(context: CardContext, card: Card, node: TreeNode): FoldingRange[] {
  const start = card.range.start;
  if (node.kind === "list") return node.items.flatMap((item) => entriesOf(context, card, item));
  if (node.kind !== "map") return [];
  return [...node.entries.values()].flatMap(({ keyRange, value }) => [
    ...(value.range.start >= keyRange.start
      ? fold(context, start + keyRange.start, start + value.range.end)
      : []),
    ...entriesOf(context, card, value),
  ]);
}

/** From the first to the last line with content. */
function fold({ document }: CardContext, start: number, end: number): FoldingRange[] {
  const text = document.getText().slice(start, end);
  const startLine = document.positionAt(start).line;
  const endLine = document.positionAt(start + text.trimEnd().length).line;
  return endLine > startLine ? [{ startLine, endLine }] : [];
}
