import type { Card } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import { readQuantity } from "../cards/quantity.ts";
import { type Repair, valueWithSibling } from "./repair.ts";

/** `total: 30B-A3B` as the count that its key asks for, and the other one where the card gives none. */
export function twoCounts(text: string, card: Card, { start }: SourceRange): Repair[] {
  const map = card.tree?.entries.get("parameters")?.value;
  if (map?.kind !== "map") return [];
  const entry = [...map.entries.values()].find(({ value }) => card.range.start + value.range.start === start);
  const reading = entry?.value.kind === "scalar" ? readQuantity(entry.value.text, "parameters") : undefined;
  const counts = reading?.kind === "problem" ? reading.counts : undefined;
  const key = entry?.key;
  if (entry === undefined || counts === undefined || (key !== "total" && key !== "active")) return [];
  const other = key === "total" ? "active" : "total";
  const sibling = map.entries.has(other) ? undefined : `${other}: ${counts[other]}`;
  const edit = valueWithSibling(text, card, map, entry, counts[key], sibling);
  const title = `Write ${key}: ${counts[key]}${sibling === undefined ? "" : ` and ${sibling}`}`;
  return edit === undefined ? [] : [{ title, ...edit }];
}
