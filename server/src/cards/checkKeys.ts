import { isEmpty, type MapEntry, type MapNode, type TreeNode } from "./cardTree.ts";
import type { SourceRange } from "./finding.ts";
import { knownKeys, nearestKey } from "./knownKeys.ts";
import type { Report } from "./report.ts";
import { shown } from "./wording.ts";

/** What to write for each required key. */
const requiredKeys = {
  name: "Write the model's name, as `name: Qwen2.5-7B`.",
  release_date: "Write the day the weights became public, as `release_date: 2024-09-19`.",
  parameters: "Write how many parameters the model has, as `parameters: 7.61B`.",
} as const;

/**
 * Finds keys that are missing, empty or not part of the format. A required key that is only
 * misspelt gives one finding, at the misspelling.
 * @param cardRange where a finding stands that is about the card as a whole
 */
export function checkKeys(card: MapNode, cardRange: SourceRange, report: Report): void {
  const misspelt = new Map<string, MapEntry>();
  for (const entry of unknownEntries(card, knownKeys.card)) {
    const meant = nearestKey(entry.key, knownKeys.card);
    if (meant !== undefined && !card.entries.has(meant) && !misspelt.has(meant)) misspelt.set(meant, entry);
  }
  for (const [key, advice] of Object.entries(requiredKeys)) {
    const entry = card.entries.get(key);
    const misspelling = misspelt.get(key);
    if (entry !== undefined) {
      if (isEmpty(entry.value)) report("missing-key", entry.keyRange, `${key} is empty. ${advice}`);
    } else if (misspelling === undefined) report("missing-key", cardRange, `${key} is missing. ${advice}`);
    else {
      const message = `${key} is missing, and ${shown(misspelling.key)} is not a key of the card format. Write ${key}.`;
      report("missing-key", misspelling.keyRange, message, [renaming(misspelling, key)]);
    }
  }
  const explained = new Set(Object.keys(requiredKeys).map((key) => misspelt.get(key)?.key));
  for (const entry of unknownEntries(card, knownKeys.card)) {
    if (!explained.has(entry.key)) reportUnknown(entry, card, knownKeys.card, report);
  }
  reportEmpty(card, [...Object.keys(requiredKeys), "kind"], report);
  if (!misspelt.has("kind")) checkKind(card, cardRange, report);
  checkNestedKeys(card, report);
}

function checkKind({ entries }: MapNode, cardRange: SourceRange, report: Report): void {
  const entry = entries.get("kind");
  if (entry !== undefined && !isEmpty(entry.value)) return;
  report(
    "kind-missing",
    entry?.keyRange ?? cardRange,
    "No kind: counted as base. Write `kind: base`, or instruct, pruned, distilled or merged.",
  );
}

function checkNestedKeys(card: MapNode, report: Report): void {
  const nested: [TreeNode | undefined, readonly string[]][] = [
    [card.entries.get("parameters")?.value, knownKeys.parameters],
    [card.entries.get("quantization")?.value, knownKeys.quantization],
    [card.entries.get("price_per_million_tokens")?.value, knownKeys.price],
  ];
  const benchmarks = card.entries.get("benchmarks")?.value;
  if (benchmarks?.kind === "map") {
    reportEmpty(benchmarks, [], report);
    for (const { value } of benchmarks.entries.values()) {
      for (const result of value.kind === "list" ? value.items : [value]) {
        nested.push([result, knownKeys.result]);
      }
    }
  }
  for (const [node, known] of nested) {
    if (node?.kind !== "map") continue;
    for (const entry of unknownEntries(node, known)) reportUnknown(entry, node, known, report);
    reportEmpty(node, ["score", "bits"], report);
  }
}

function unknownEntries(map: MapNode, known: readonly string[]): MapEntry[] {
  return [...map.entries.values()].filter(({ key }) => !known.includes(key));
}

function reportUnknown(entry: MapEntry, map: MapNode, known: readonly string[], report: Report): void {
  if (entry.value.kind === "unreadable") return;
  const meant = nearestKey(entry.key, known);
  const isFree = meant !== undefined && !map.entries.has(meant);
  report(
    "unknown-key",
    entry.keyRange,
    `${shown(entry.key) || "An empty key"} is not a key of the card format; it is kept and not read.${meant === undefined ? "" : ` ${meant} is one.`}`,
    isFree ? [renaming(entry, meant)] : [],
  );
}

function renaming({ keyRange }: MapEntry, key: string) {
  return { title: `Write ${key}`, range: keyRange, newText: key };
}

/** @param exempt keys for which an empty value is reported as a missing one */
function reportEmpty(map: MapNode, exempt: readonly string[], report: Report): void {
  for (const { key, keyRange, value } of map.entries.values()) {
    if (!isEmpty(value) || exempt.includes(key)) continue;
    report("empty-value", keyRange, `${shown(key)} has no value; the card reads as if it were not there.`);
  }
}
