import type { Position, SelectionRange } from "vscode-languageserver-types";
import type { Card } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import type { TreeNode } from "../cards/yaml/cardTree.ts";
import { type CardContext, cardAt, editorRange, isInside } from "./cardContext.ts";

/** What grows around the cursor: word, entry, map, card, file. */
export function selectionRangeAt(context: CardContext, position: Position): SelectionRange {
  const whole = { start: 0, end: context.document.getText().length };
  const card = cardAt(context, position);
  const ranges = card === undefined ? [] : rangesAround(card, context.document.offsetAt(position));
  const [file, ...inner] = [whole, ...ranges];
  let selection: SelectionRange = { range: editorRange(context, file ?? whole) };
  let last = whole;
  for (const range of inner) {
    const isSame = range.start === last.start && range.end === last.end;
    // Values behind aliases stand elsewhere, and a selection only ever grows.
    if (isSame || range.start < last.start || range.end > last.end) continue;
    selection = { range: editorRange(context, range), parent: selection };
    last = range;
  }
  return selection;
}

/** Ranges that hold an offset of the file, the largest first. */
function rangesAround(card: Card, offset: number): SourceRange[] {
  const { start } = card.range;
  const inside = card.tree === undefined ? [] : around(card.tree, offset - start);
  return [card.range, ...inside.map((range) => ({ start: range.start + start, end: range.end + start }))];
}

function around(node: TreeNode, offset: number): SourceRange[] {
  if (!isInside(offset, node.range)) return [];
  if (node.kind === "list") return [node.range, ...node.items.flatMap((item) => around(item, offset))];
  if (node.kind !== "map") return [node.range];
  for (const { keyRange, value } of node.entries.values()) {
    const entry = { start: keyRange.start, end: Math.max(keyRange.end, value.range.end) };
    if (!isInside(offset, entry)) continue;
    const part = isInside(offset, keyRange) ? [keyRange] : around(value, offset);
    return [node.range, entry, ...part];
  }
  return [node.range];
}
