import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { type Repair, valueWithSibling } from "./repair.ts";

/** Two counts in one text, each as a card writes it. */
interface NamedCounts {
  readonly total: string;
  readonly active: string;
}

/**
 * `30B-A3B` as a map of two counts; in such a map, as the count that its key asks for, and the other one where
 * the card gives none.
 */
export function twoCounts(text: string, card: Card, range: SourceRange, counts: NamedCounts): Repair[] {
  const { start } = range;
  const map = card.tree?.entries.get("parameters")?.value;
  if (map?.kind === "scalar") {
    const newText = `{ total: ${counts.total}, active: ${counts.active} }`;
    return [{ title: `Write ${newText}`, newText, ...range }];
  }
  if (map?.kind !== "map") return [];
  const entry = [...map.entries.values()].find(({ value }) => card.range.start + value.range.start === start);
  const key = entry?.key;
  if (entry === undefined || (key !== "total" && key !== "active")) return [];
  const other = key === "total" ? "active" : "total";
  const sibling = map.entries.has(other) ? undefined : `${other}: ${counts[other]}`;
  const edit = valueWithSibling(text, card, map, entry, counts[key], sibling);
  const title = `Write ${key}: ${counts[key]}${sibling === undefined ? "" : ` and ${sibling}`}`;
  return edit === undefined ? [] : [{ title, ...edit }];
}
