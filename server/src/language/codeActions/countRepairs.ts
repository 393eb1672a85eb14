import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { readQuantity } from "../../cards/values/quantity.ts";
import { embeddingCount, partsAndWholes } from "../../cards/values/readParameters.ts";
import type { MapNode, TreeNode } from "../../cards/yaml/cardTree.ts";
import { pathTo } from "../../cards/yaml/pathTo.ts";
import type { ParameterCounts } from "../../density/model.ts";
import { doubtedShare } from "../../rules/embeddingShare.ts";
import { doubtedSize } from "../../rules/nameSize.ts";
import { namedSize } from "../../rules/sizeInName.ts";
import type { CardContext } from "../cardContext.ts";
import { entryRemoval } from "./entryRemoval.ts";
import { beforeFirstEntry, type Repair } from "./repair.ts";

/** What a name such as 35B-A3B says and the card does not, written into its parameters. */
export function countOfName(text: string, card: Card, key: "total" | "active"): Repair[] {
  const count = namedCount(card.name ?? "", key);
  const value = card.tree?.entries.get("parameters")?.value;
  // Of all parameters not all are active.
  const total = card.model?.parameters.total ?? card.model?.parameters.nonEmbedding;
  if (
    count === undefined ||
    value === undefined ||
    (key === "active" && total !== undefined && total <= count)
  )
    return [];
  const entry = `${key}: ${count / 1e9}B`;
  const title = `Add ${entry}, as the name says`;
  if (value.kind === "scalar") {
    const start = card.range.start + value.range.start;
    const end = card.range.start + value.range.end;
    const newText = `{ total: ${text.slice(start, end)}, ${entry} }`;
    return key === "active" && !text.startsWith("*", start) ? [{ title, newText, start, end }] : [];
  }
  const insertion = value.kind === "map" ? beforeFirstEntry(text, card, value, entry) : undefined;
  return insertion === undefined ? [] : [{ title, ...insertion }];
}

function namedCount(name: string, key: "total" | "active"): number | undefined {
  const named = namedSize(name);
  if (named?.kind === "total-and-active") return named[key];
  const isActive = named?.kind === "active-and-experts" || named?.kind === "active";
  return isActive && key === "active" ? named.active : undefined;
}

/** A count that says nothing is taken out. */
export function countRemoval(context: CardContext, card: Card, countStart: number): Repair[] {
  const start = countStart - card.range.start;
  const key = card.tree && pathTo(card.tree, ({ value }) => value.range.start === start)?.at(-1)?.keyRange;
  return key === undefined
    ? []
    : entryRemoval(context, card, card.range.start + key.start, "Remove this count");
}

/**
 * Counts that contradict each other, put right where the card itself says how: the two are swapped, one
 * follows from vocabulary and width, or the architecture is another.
 * @param range of the count that is too large, or the one that a dense model does not have
 */
export function consistentCounts(context: CardContext, card: Card, range: SourceRange): Repair[] {
  const value = card.tree?.entries.get("parameters")?.value;
  if (value?.kind !== "map") return [];
  const text = context.document.getText();
  const isHere = (key: string) =>
    value.entries.get(key)?.value.range.start === range.start - card.range.start;
  const swaps = partsAndWholes
    .filter(([part]) => isHere(part))
    .flatMap(([part, whole]) => swapped(text, card, value, [whole, part]));
  return [...swaps, ...computed(card, value, isHere), ...mixture(context, card, value, isHere)];
}

/** Two counts in each other's place; whatever stands between them stays. */
function swapped(text: string, card: Card, { entries }: MapNode, keys: readonly [string, string]): Repair[] {
  const [first, second] = keys
    .flatMap((key) => entries.get(key)?.value.range ?? [])
    .toSorted((one, other) => one.start - other.start);
  if (first === undefined || second === undefined) return [];
  const written = (start: number, end: number) =>
    text.slice(card.range.start + start, card.range.start + end);
  const newText =
    written(second.start, second.end) + written(first.end, second.start) + written(first.start, first.end);
  const place = { start: card.range.start + first.start, end: card.range.start + second.end };
  // A size in the name, which they have to fit then, is what makes sure.
  const isGuess = namedSize(card.name ?? "") === undefined;
  return [{ title: `Swap ${keys.join(" and ")}`, newText, ...place, isGuess, isMeant: areMeant }];
}

/** The count that vocabulary and width leave of the one it is part of. */
function computed(card: Card, map: MapNode, isHere: (key: string) => boolean): Repair[] {
  const embedding = embeddingCount(map);
  if (embedding === undefined) return [];
  const wholes = [
    ["non_embedding", "total"],
    ["active_non_embedding", "active"],
  ] as const;
  return wholes.flatMap(([part, whole]) => {
    const given = isHere(part) ? map.entries.get(part)?.value.range : undefined;
    const all = countAt(map.entries.get(whole)?.value);
    if (given === undefined || all === undefined || all <= embedding) return [];
    const newText = String(all - embedding);
    const title = `Write ${newText}, ${whole} without the embeddings`;
    const place = { start: card.range.start + given.start, end: card.range.start + given.end };
    return [{ title, newText, ...place, isMeant: areMeant }];
  });
}

/** A model of which only some parameters are active is a mixture, or they are not meant. */
function mixture(
  context: CardContext,
  card: Card,
  { entries }: MapNode,
  isHere: (key: string) => boolean,
): Repair[] {
  const architecture = card.tree?.entries.get("architecture")?.value;
  const total = countAt(entries.get("total")?.value);
  const active = entries.get("active")?.value;
  const count = countAt(active);
  const isSparse = isHere("active") && total !== undefined && count !== undefined && count < total;
  if (architecture?.kind !== "scalar" || architecture.text !== "dense" || !isSparse) return [];
  const place = {
    start: card.range.start + architecture.range.start,
    end: card.range.start + architecture.range.end,
  };
  const named = namedSize(card.name ?? "")?.kind;
  const isNamedMixture = named !== undefined && named !== "size" && named !== "effective";
  return [
    { title: "Write architecture: moe", newText: "moe", ...place, isMeant: areMeant },
    ...(isNamedMixture || active === undefined
      ? []
      : countRemoval(context, card, card.range.start + active.range.start)),
  ];
}

function countAt(node: TreeNode | undefined): number | undefined {
  const reading = node?.kind === "scalar" ? readQuantity(node.text, "parameters") : undefined;
  return reading?.kind === "count" ? reading.count : undefined;
}

/** Vocabulary and width are rounded up by some, and counts are rounded. */
const shapeTolerance = 0.02;

/** Whether nothing is doubtful about the counts of a card: neither beside its name nor beside each other. */
function areMeant([card]: readonly Card[]): boolean {
  const model = card?.model;
  const value = card?.tree?.entries.get("parameters")?.value;
  if (model === undefined || value?.kind !== "map") return false;
  // Counts that can be read two ways are none, and nothing is doubted of them.
  if (card?.findings.some(({ code }) => code === "architecture-open")) return false;
  const isDoubted = doubtedShare(model).length > 0 || doubtedSize(model).length > 0;
  return !isDoubted && fitsShape(model.parameters, embeddingCount(value));
}

/** Whether counts with and without embeddings are as far apart as the embeddings are large. */
function fitsShape(counts: ParameterCounts, embedding: number | undefined): boolean {
  const pairs = [
    [counts.total, counts.nonEmbedding],
    [counts.active, counts.activeNonEmbedding],
  ];
  return pairs.every(
    ([whole, part]) =>
      embedding === undefined ||
      whole === undefined ||
      part === undefined ||
      Math.abs(whole - embedding - part) <= shapeTolerance * whole,
  );
}
