import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { meantValue } from "../../cards/values/meantValue.ts";
import { isNotMeasured, scoreWithError } from "../../cards/values/scoreNumber.ts";
import { nearestValue } from "../../cards/values/valueSynonyms.ts";
import type { MapEntry, MapNode, TreeNode } from "../../cards/yaml/cardTree.ts";
import type { CardContext } from "../cardContext.ts";
import { placeBefore } from "../cardText.ts";
import { entryRemoval } from "./entryRemoval.ts";
import { type Repair, valueWithSibling } from "./repair.ts";

/** An entry with the map it stands in and the entries around that, the outermost first. */
interface PlacedEntry {
  readonly entry: MapEntry;
  readonly map: MapNode;
  readonly around: readonly MapEntry[];
}

/** A text in the place of a number, or of true or false: '5', 5-shot, yes. */
export function typedValue(card: Card, range: SourceRange): Repair[] {
  const { entry } = entryOfValue(card, range) ?? {};
  if (entry?.value.kind !== "scalar") return [];
  const newText = meantValue(entry.key, entry.value.text);
  return newText === undefined ? [] : [{ title: `Write ${newText}`, newText, ...range }];
}

/** A word in the place of a unit, and an architecture in the place of a kind. */
export function otherWord(card: Card, range: SourceRange): Repair[] {
  const { entry, map } = entryOfValue(card, range) ?? {};
  if (entry?.value.kind !== "scalar") return [];
  const written = entry.value.text.trim();
  if (entry.key === "unit") {
    const newText = nearestValue("unit", written, ["percent", "fraction"]);
    return newText === undefined ? [] : [{ title: `Write ${newText}`, newText, ...range }];
  }
  const isArchitecture = entry.key === "kind" && nearestValue("architecture", written, ["moe"]) === "moe";
  if (!isArchitecture || map !== card.tree || card.tree?.entries.has("architecture")) return [];
  const newText = "architecture: moe";
  return [
    { title: `Write ${newText}`, newText, start: card.range.start + entry.keyRange.start, end: range.end },
  ];
}

/** A score and its error in one become two entries; a benchmark that was not measured is left out. */
export function unreadableScore(context: CardContext, card: Card, range: SourceRange): Repair[] {
  const place = entryOfValue(card, range);
  if (place?.entry.value.kind !== "scalar") return [];
  const { entry, map, around } = place;
  const text = context.document.getText();
  const written = place.entry.value.text;
  const [, benchmark] = [...around, entry];
  if (isNotMeasured(written) && around[0]?.key === "benchmarks" && benchmark !== undefined) {
    return entryRemoval(context, card, card.range.start + benchmark.keyRange.start, "Remove this score");
  }
  const both = entry.key === "score" && !map.entries.has("stderr") ? scoreWithError(written) : undefined;
  if (both === undefined || around.length < 2) return [];
  const edit = valueWithSibling(text, card, map, entry, both.score, `stderr: ${both.stderr}`);
  return edit === undefined ? [] : [{ title: `Write ${both.score} and stderr: ${both.stderr}`, ...edit }];
}

/** The unit that takes scores for fractions, where all of them can be. */
export function unitOfFractions(context: CardContext, card: Card): Repair[] {
  const place = placeBefore(context, card, ["benchmarks"]);
  if (place === undefined) return [];
  const { offset, after } = place;
  const newText = `unit: fraction${after}`;
  return [{ title: "All are fractions: write unit: fraction", newText, start: offset, end: offset }];
}

/** The base model of a model that names only itself. */
export function ownBaseModel(context: CardContext, card: Card): Repair[] {
  const key = card.tree?.entries.get("base_model")?.keyRange;
  if (key === undefined || card.model?.baseModels.length !== 1) return [];
  return entryRemoval(context, card, card.range.start + key.start, "Remove base_model");
}

/** What says that weights are not quantised is said by leaving it out. */
export function quantizationRemoval(context: CardContext, card: Card): Repair[] {
  const key = card.tree?.entries.get("quantization")?.keyRange;
  if (key === undefined) return [];
  return entryRemoval(context, card, card.range.start + key.start, "Remove quantization");
}

/** The entry whose value stands at a place of the file. */
function entryOfValue(card: Card, { start }: SourceRange): PlacedEntry | undefined {
  return card.tree && below(card.tree, start - card.range.start, []);
}

function below(node: TreeNode, start: number, around: readonly MapEntry[]): PlacedEntry | undefined {
  if (node.kind === "list") return first(node.items, (item) => below(item, start, around));
  if (node.kind !== "map") return undefined;
  return first([...node.entries.values()], (entry) =>
    entry.value.range.start === start && entry.value.kind !== "map"
      ? { entry, map: node, around }
      : below(entry.value, start, [...around, entry]),
  );
}

function first<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
