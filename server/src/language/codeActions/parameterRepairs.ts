import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { readQuantity } from "../../cards/values/quantity.ts";
import type { NamedCounts } from "../../cards/values/quantityMistakes.ts";
import type { ScalarNode, TreeNode } from "../../cards/yaml/cardTree.ts";
import { type Repair, valueWithSibling } from "./repair.ts";

/**
 * `30B-A3B` as a map of two counts; in such a map, as the count that its key asks for, and the other one where
 * the card gives none.
 */
export function twoCounts(text: string, card: Card, { start }: SourceRange): Repair[] {
  const map = card.tree?.entries.get("parameters")?.value;
  if (map?.kind === "scalar") return mapOfCounts(card, map);
  if (map?.kind !== "map") return [];
  const entry = [...map.entries.values()].find(({ value }) => card.range.start + value.range.start === start);
  const counts = countsOf(entry?.value);
  const key = entry?.key;
  if (entry === undefined || counts === undefined || (key !== "total" && key !== "active")) return [];
  const other = key === "total" ? "active" : "total";
  const sibling = map.entries.has(other) ? undefined : `${other}: ${counts[other]}`;
  const edit = valueWithSibling(text, card, map, entry, counts[key], sibling);
  const title = `Write ${key}: ${counts[key]}${sibling === undefined ? "" : ` and ${sibling}`}`;
  return edit === undefined ? [] : [{ title, ...edit }];
}

function mapOfCounts(card: Card, node: ScalarNode): Repair[] {
  const counts = countsOf(node);
  if (counts === undefined) return [];
  const newText = `{ total: ${counts.total}, active: ${counts.active} }`;
  const place = { start: card.range.start + node.range.start, end: card.range.start + node.range.end };
  return [{ title: `Write ${newText}`, newText, ...place }];
}

function countsOf(node: TreeNode | undefined): NamedCounts | undefined {
  const reading = node?.kind === "scalar" ? readQuantity(node.text, "parameters") : undefined;
  return reading?.kind === "problem" ? reading.counts : undefined;
}
