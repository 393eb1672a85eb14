import type { Architecture, ParameterCounts } from "../../density/model.ts";
import type { SourceRange } from "../finding.ts";
import type { Counted, QuantitySubject } from "../findings/cardSubjects.ts";
import type { Report } from "../findings/findingReporter.ts";
import { isEmpty, type MapEntry, type MapNode, type TreeNode } from "../yaml/cardTree.ts";
import { readQuantity } from "./quantity.ts";

/** Counts of a card that gives none, or none that can be used. */
export const noCounts: ParameterCounts = {
  total: undefined,
  active: undefined,
  nonEmbedding: undefined,
  activeNonEmbedding: undefined,
  nonEmbeddingOrigin: "unknown",
};

/** Counts that are part of another one. */
export const partsAndWholes = [
  ["active", "total"],
  ["non_embedding", "total"],
  ["active_non_embedding", "active"],
  ["active_non_embedding", "non_embedding"],
  ["active_non_embedding", "total"],
] as const;

/**
 * Reads the key `parameters`. A mistake in one count makes all of them unusable: without its active
 * count a mixture of experts would look like a dense model, and its density like a right one.
 * @param isNamedMixture whether the card's name says that the model is a mixture of experts
 */
export function readParameters(
  entry: MapEntry,
  architecture: Architecture | undefined,
  isNamedMixture: boolean,
  report: Report,
): ParameterCounts {
  const { value } = entry;
  const counts = value.kind === "map" ? readCountMap(value, report) : readTotal(value, report);
  if (counts === undefined) return noCounts;
  if (!areConsistent(counts, architecture, entry, report)) return noCounts;
  if (!isNamedMixture && isArchitectureOpen(counts, architecture, entry, report)) return noCounts;
  reportGaps(counts, architecture, entry, report);
  return counts;
}

/** Reads one quantity and reports why it is none. */
export function readCount(node: TreeNode | undefined, counted: Counted, report: Report): number | undefined {
  if (node?.kind !== "scalar" || isEmpty(node)) return undefined;
  const reading = readQuantity(node.text, counted);
  if (reading.kind === "count") return reading.count;
  const { subject } = reading;
  const isGuess = subject.kind === "quantity-unreadable" && subject.problem === "noted";
  const fix = (newText: string) => ({
    title: `Write ${newText}`,
    range: node.range,
    newText,
    ...(isGuess && { isGuess }),
  });
  report(subject, node.range, [...reading.proposals, ...mapsFor(subject)].map(fix));
  return undefined;
}

/** The counts that a text names, as the map that `parameters` may be. */
function mapsFor(subject: QuantitySubject): readonly string[] {
  if (subject.kind !== "quantity-shorthand" || subject.problem !== "named-counts") return [];
  return [`{ ${subject.counts.map(({ key, text }) => `${key}: ${text}`).join(", ")} }`];
}

function readTotal(node: TreeNode, report: Report): ParameterCounts | undefined {
  const total = readCount(node, "parameters", report);
  return total === undefined ? undefined : { ...noCounts, total };
}

/** In a map there is no room for a map of two counts: they are two entries. */
function readEntryCount(node: TreeNode | undefined, report: Report): number | undefined {
  const reading = node?.kind === "scalar" ? readQuantity(node.text, "parameters") : undefined;
  const subject = reading?.kind === "problem" ? reading.subject : undefined;
  if (
    node?.kind !== "scalar" ||
    subject?.kind !== "quantity-shorthand" ||
    (subject.problem !== "total-and-active" && subject.problem !== "named-counts")
  )
    return readCount(node, "parameters", report);
  report({ ...subject, written: node.text, isEntry: true }, node.range);
  return undefined;
}

function readCountMap(map: MapNode, report: Report): ParameterCounts | undefined {
  if (map.entries.size === 0) return undefined;
  const keys = ["total", "active", "non_embedding", "active_non_embedding"] as const;
  const counts = keys.map((key) => readEntryCount(map.entries.get(key)?.value, report));
  const isWritten = (key: string) => {
    const node = map.entries.get(key)?.value;
    return node !== undefined && !isEmpty(node);
  };
  if (keys.some((key, position) => isWritten(key) && counts[position] === undefined)) return undefined;
  const [total, active, given, activeNonEmbedding] = counts;
  const embedding = embeddingCount(map);
  const shapeKeys = ["vocab_size", "hidden_size", "tied_embeddings"];
  if (embedding === undefined && shapeKeys.every(isWritten)) return undefined;
  const computed =
    given === undefined && total !== undefined && embedding !== undefined ? total - embedding : undefined;
  if (computed !== undefined && computed <= 0) {
    const facts = { problem: "embeddings", embedding: embedding ?? 0, total: total ?? 0 } as const;
    report({ kind: "counts-inconsistent", ...facts }, countRange(map, "total"));
    return undefined;
  }
  return {
    total,
    active,
    nonEmbedding: given ?? computed,
    activeNonEmbedding,
    nonEmbeddingOrigin: given !== undefined ? "given" : computed !== undefined ? "computed" : "unknown",
  };
}

/** Parameters of input and output embeddings: vocabulary x width, stored once or twice. */
export function embeddingCount({ entries }: MapNode): number | undefined {
  const [vocabulary, width, isTied] = ["vocab_size", "hidden_size", "tied_embeddings"].map((key) => {
    const node = entries.get(key)?.value;
    return node?.kind === "scalar" ? node.value : undefined;
  });
  const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
  if (!isCount(vocabulary) || !isCount(width) || typeof isTied !== "boolean") return undefined;
  return vocabulary * width * (isTied ? 1 : 2);
}

function areConsistent(
  { total, active, nonEmbedding, activeNonEmbedding }: ParameterCounts,
  architecture: Architecture | undefined,
  { value }: MapEntry,
  report: Report,
): boolean {
  const counts = {
    total,
    active,
    non_embedding: nonEmbedding,
    active_non_embedding: activeNonEmbedding,
  };
  for (const [part, whole] of partsAndWholes) {
    const some = counts[part];
    const all = counts[whole];
    if (some === undefined || all === undefined || some <= all) continue;
    const maySwap = mayBeSwapped(counts, part, whole);
    const facts = { problem: "part", part, partCount: some, whole, wholeCount: all, maySwap } as const;
    report({ kind: "counts-inconsistent", ...facts }, countRange(value, part));
    return false;
  }
  const isSparse =
    (active ?? 0) < (total ?? 0) && active !== undefined && total !== undefined && architecture === "dense";
  if (isSparse) {
    const facts = { problem: "dense", active, total } as const;
    report({ kind: "counts-inconsistent", ...facts }, countRange(value, "active"));
  }
  return !isSparse;
}

type NamedCounts = Readonly<Record<(typeof partsAndWholes)[number][number], number | undefined>>;

/** Less than this of all parameters is without embeddings in no model, the smallest included. */
const leastNonEmbeddingShare = 0.3;

/** Whether counts fit each other once two of them have changed places. */
function mayBeSwapped(counts: NamedCounts, part: keyof NamedCounts, whole: keyof NamedCounts): boolean {
  const swapped: NamedCounts = { ...counts, [part]: counts[whole], [whole]: counts[part] };
  const { total, non_embedding: nonEmbedding } = swapped;
  const areOrdered = partsAndWholes.every(
    ([one, other]) => !((swapped[one] ?? 0) > (swapped[other] ?? Infinity)),
  );
  return areOrdered && (nonEmbedding ?? Infinity) >= leastNonEmbeddingShare * (total ?? 0);
}

function countRange(node: TreeNode, key: string) {
  return (node.kind === "map" ? node.entries.get(key)?.value : undefined)?.range ?? node.range;
}

/** Some catalogues call what a dense model has beside its embeddings active. Mixtures have less of it. */
const mostActiveOfMixture = 0.5;

/** Whether a count called active is as likely the one without embeddings. A density of either would be a guess. */
function isArchitectureOpen(
  { total, active, nonEmbedding, activeNonEmbedding }: ParameterCounts,
  architecture: Architecture | undefined,
  { value }: MapEntry,
  report: Report,
): boolean {
  if (architecture !== undefined || total === undefined || active === undefined) return false;
  if (nonEmbedding !== undefined || activeNonEmbedding !== undefined) return false;
  if (active >= total || active <= mostActiveOfMixture * total) return false;
  const node = value.kind === "map" ? value.entries.get("active")?.value : undefined;
  const written = node?.kind === "scalar" ? node.text.trim() : "";
  report({ kind: "architecture-open", total, active, written }, countRange(value, "active"));
  return true;
}

/** What a density will lack, at the key `parameters`. */
function reportGaps(
  { total, active, nonEmbedding, activeNonEmbedding }: ParameterCounts,
  architecture: Architecture | undefined,
  { keyRange }: MapEntry,
  report: Report,
): void {
  if (total === undefined && nonEmbedding === undefined) {
    report({ kind: "total-missing" }, keyRange);
  } else if (nonEmbedding === undefined && total !== undefined) {
    report({ kind: "total-size", total }, keyRange);
  }
  if (architecture === "mixture-of-experts" && active === undefined && activeNonEmbedding === undefined) {
    report({ kind: "active-missing" }, keyRange);
  }
}

/** `8x22B` is not 176 B: the experts share layers. Catalogues multiply it out all the same. */
export function checkMultipliedExperts(
  name: string,
  { total }: ParameterCounts,
  keyRange: SourceRange,
  report: Report,
): void {
  const [spelling = "", experts, size] = /(\d+)[x×](\d+(?:\.\d+)?)b/i.exec(name.slice(0, 200)) ?? [];
  const product = Number(experts) * Number(size) * 1e9;
  if (total === undefined || !(Math.abs(total / product - 1) < 0.005)) return;
  report({ kind: "multiplied-experts", total, spelling }, keyRange);
}
