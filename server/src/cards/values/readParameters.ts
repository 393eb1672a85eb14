import type { Architecture, ParameterCounts } from "../../density/model.ts";
import { formatParameters } from "../../text/numbers.ts";
import { shown } from "../../text/suggestions.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findingReporter.ts";
import { isEmpty, type MapEntry, type MapNode, type TreeNode } from "../yaml/cardTree.ts";
import { type Counted, readQuantity } from "./quantity.ts";

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
 */
export function readParameters(
  entry: MapEntry,
  architecture: Architecture | undefined,
  report: Report,
): ParameterCounts {
  const { value } = entry;
  const counts = value.kind === "map" ? readCountMap(value, report) : readTotal(value, report);
  if (counts === undefined) return noCounts;
  if (!areConsistent(counts, architecture, entry, report)) return noCounts;
  reportGaps(counts, architecture, entry, report);
  return counts;
}

/** Reads one quantity and reports why it is none. */
export function readCount(node: TreeNode | undefined, counted: Counted, report: Report): number | undefined {
  if (node?.kind !== "scalar" || isEmpty(node)) return undefined;
  const reading = readQuantity(node.text, counted);
  if (reading.kind === "count") return reading.count;
  const fix = (newText: string) => ({ title: `Write ${newText}`, range: node.range, newText });
  // Two counts may contradict the architecture, so whoever offers them has to try them.
  const fixes = reading.counts === undefined ? reading.proposals.map(fix) : [];
  report(reading.code, node.range, reading.message, fixes);
  return undefined;
}

function readTotal(node: TreeNode, report: Report): ParameterCounts | undefined {
  const total = readCount(node, "parameters", report);
  return total === undefined ? undefined : { ...noCounts, total };
}

/** In a map there is no room for a map of two counts: they are two entries. */
function readEntryCount(node: TreeNode | undefined, report: Report): number | undefined {
  const reading = node?.kind === "scalar" ? readQuantity(node.text, "parameters") : undefined;
  if (node === undefined || reading?.kind !== "problem" || reading.counts === undefined)
    return readCount(node, "parameters", report);
  const { total, active } = reading.counts;
  const text = node.kind === "scalar" ? shown(node.text) : "";
  const message = `${text} names two counts, total and active. Write \`total: ${total}\` and \`active: ${active}\`.`;
  report(reading.code, node.range, message);
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
    report(
      "counts-inconsistent",
      countRange(map, "total"),
      `Embeddings of vocab_size and hidden_size are ${formatParameters(embedding ?? 0)}, more than the total of ${formatParameters(total ?? 0)}. Correct one of them.`,
    );
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
    report(
      "counts-inconsistent",
      countRange(value, part),
      `${part} is ${formatParameters(some)}, more than ${whole} with ${formatParameters(all)}. ${mayBeSwapped(counts, part, whole) ? "They may be swapped." : "One of them is wrong."}`,
    );
    return false;
  }
  const isSparse =
    (active ?? 0) < (total ?? 0) && active !== undefined && total !== undefined && architecture === "dense";
  if (isSparse) {
    report(
      "counts-inconsistent",
      countRange(value, "active"),
      `architecture is dense, but only ${formatParameters(active)} of ${formatParameters(total)} parameters are active. Write \`architecture: moe\`, or leave active out.`,
    );
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

/** What a density will lack, at the key `parameters`. */
function reportGaps(
  { total, active, nonEmbedding, activeNonEmbedding }: ParameterCounts,
  architecture: Architecture | undefined,
  { keyRange }: MapEntry,
  report: Report,
): void {
  if (total === undefined && nonEmbedding === undefined) {
    report(
      "total-missing",
      keyRange,
      "Neither total nor non_embedding is written, so most densities cannot be computed. Write total as well.",
    );
  } else if (nonEmbedding === undefined && total !== undefined) {
    report(
      "total-size",
      keyRange,
      `No non-embedding size: ${formatParameters(total)} in total is used, so the density is understated.`,
    );
  }
  if (architecture === "mixture-of-experts" && active === undefined && activeNonEmbedding === undefined) {
    report(
      "active-missing",
      keyRange,
      "No active size of this mixture of experts: all parameters count as active. Write active as well.",
    );
  }
}

/** `8x22B` is not 176 B: the experts share layers. Catalogues multiply it out all the same. */
export function checkMultipliedExperts(
  name: string,
  { total }: ParameterCounts,
  keyRange: SourceRange,
  report: Report,
): void {
  const [spelling, experts, size] = /(\d+)[x×](\d+(?:\.\d+)?)b/i.exec(name.slice(0, 200)) ?? [];
  const product = Number(experts) * Number(size) * 1e9;
  if (total === undefined || !(Math.abs(total / product - 1) < 0.005)) return;
  report(
    "multiplied-experts",
    keyRange,
    `${formatParameters(total)} is ${spelling} multiplied out. Experts share layers, so the real total is lower.`,
  );
}
