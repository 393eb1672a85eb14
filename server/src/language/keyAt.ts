import type { Card } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import type { MapNode, TreeNode } from "../cards/yaml/cardTree.ts";
import { isInside } from "./cardContext.ts";

/** A key of a card under the cursor. */
export interface KeyPlace {
  /** Keys from the top of the card, places in lists left out. */
  readonly path: readonly string[];
  /** Offsets in the file. */
  readonly range: SourceRange;
}

/** The key at an offset of the file, however deep. */
export function keyAt(card: Card, offset: number): KeyPlace | undefined {
  const found = card.tree && keyInMap(card.tree, offset - card.range.start, []);
  if (found === undefined) return undefined;
  const { start, end } = found.range;
  return { path: found.path, range: { start: start + card.range.start, end: end + card.range.start } };
}

function keyInMap(map: MapNode, offset: number, path: readonly string[]): KeyPlace | undefined {
  for (const { key, keyRange, value } of map.entries.values()) {
    const here = [...path, key];
    if (isInside(offset, keyRange)) return { path: here, range: keyRange };
    if (isInside(offset, value.range)) {
      const inside = keyInNode(value, offset, here);
      if (inside !== undefined) return inside;
    }
  }
  return undefined;
}

function keyInNode(node: TreeNode, offset: number, path: readonly string[]): KeyPlace | undefined {
  if (node.kind === "map") return keyInMap(node, offset, path);
  if (node.kind !== "list") return undefined;
  for (const item of node.items) {
    const inside = isInside(offset, item.range) ? keyInNode(item, offset, path) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** A value under the cursor, with the keys that lead to it. */
export interface ValuePlace extends KeyPlace {
  /** As written, without quotes. */
  readonly text: string;
}

/** The text or number at an offset of the file, however deep. */
export function valueAt(card: Card, offset: number): ValuePlace | undefined {
  const found = card.tree && valueInNode(card.tree, offset - card.range.start, []);
  if (found === undefined) return undefined;
  const { start, end } = found.range;
  return { ...found, range: { start: start + card.range.start, end: end + card.range.start } };
}

function valueInNode(node: TreeNode, offset: number, path: readonly string[]): ValuePlace | undefined {
  if (!isInside(offset, node.range)) return undefined;
  if (node.kind === "scalar") return { path, range: node.range, text: node.text };
  const parts =
    node.kind === "map"
      ? [...node.entries.values()].map(({ key, value }) => ({ value, path: [...path, key] }))
      : node.kind === "list"
        ? node.items.map((value) => ({ value, path }))
        : [];
  for (const part of parts) {
    const found = valueInNode(part.value, offset, part.path);
    if (found !== undefined) return found;
  }
  return undefined;
}
