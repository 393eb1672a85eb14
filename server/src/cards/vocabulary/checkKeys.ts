import type { SourceRange } from "../finding.ts";
import type { RequiredKey } from "../findings/cardSubjects.ts";
import type { Report } from "../findings/findingReporter.ts";
import { findMisplacedScores } from "../mistakes/misplacedScores.ts";
import { findUnindented } from "../mistakes/unindented.ts";
import { type FlatCount, flatCount } from "../values/flatCounts.ts";
import { givesLossAlone } from "../values/readScores.ts";
import { isEmpty, type MapEntry, type MapNode, type TreeNode, type Unindented } from "../yaml/cardTree.ts";
import { resolveBenchmark } from "./benchmarkRegistry.ts";
import { knownKeys, nearestKey } from "./knownKeys.ts";

/** Keys of one sort of map. */
interface MapFormat {
  /** The key that holds the map; `undefined` where a key of the card may be meant to stand. */
  readonly holder?: string;
  readonly known: readonly string[];
  readonly required: readonly RequiredKey[];
  /** Keys whose absence is reported in other words. */
  readonly judgedElsewhere: readonly string[];
}

const cardFormat: MapFormat = {
  known: knownKeys.card,
  required: ["name", "release_date", "parameters"],
  judgedElsewhere: ["kind"],
};

const parametersFormat: MapFormat = {
  holder: "parameters",
  known: knownKeys.parameters,
  required: [],
  judgedElsewhere: [],
};

const quantizationFormat: MapFormat = {
  holder: "quantization",
  known: knownKeys.quantization,
  required: [],
  judgedElsewhere: ["bits"],
};

const priceFormat: MapFormat = {
  holder: "price_per_million_tokens",
  known: knownKeys.price,
  required: [],
  judgedElsewhere: [],
};

const resultFormat: MapFormat = {
  known: knownKeys.result,
  required: ["score"],
  judgedElsewhere: [],
};

/** A result that gives a loss need not give a score. */
const lossFormat: MapFormat = {
  known: knownKeys.result,
  required: ["loss"],
  judgedElsewhere: [],
};

/**
 * Finds keys that are missing, empty or not part of the format, in the card and in the maps it
 * holds. A required key that is only misspelt gives one finding, at the misspelling.
 * @param cardRange where a finding stands that is about the card as a whole
 */
export function checkKeys(card: MapNode, cardRange: SourceRange, report: Report): void {
  const unindented = findUnindented(card);
  for (const one of unindented) reportUnindented(one, report);
  const reported = new Set(unindented.flatMap(({ holder, entries }) => [holder, ...entries]));
  checkMap(card, cardFormat, cardRange, report, reported);
  checkKind(card, cardRange, report);
  checkNested(card.entries.get("parameters")?.value, parametersFormat, report);
  checkNested(card.entries.get("quantization")?.value, quantizationFormat, report);
  checkNested(card.entries.get("price_per_million_tokens")?.value, priceFormat, report);
  const benchmarks = card.entries.get("benchmarks")?.value;
  if (benchmarks?.kind !== "map") return;
  const misplaced = findMisplacedScores(benchmarks, report);
  for (const entry of benchmarks.entries.values()) {
    const { key, keyRange, value } = entry;
    if (misplaced.has(entry)) continue;
    if (isEmpty(value)) reportEmpty(key, keyRange, report);
    for (const result of value.kind === "list" ? value.items : [value]) {
      checkNested(result, givesLossAlone(result) ? lossFormat : resultFormat, report);
    }
  }
}

function checkNested(node: TreeNode | undefined, format: MapFormat, report: Report): void {
  if (node?.kind === "map") checkMap(node, format, node.range, report);
}

/** @param reported entries that have a finding already */
function checkMap(
  map: MapNode,
  format: MapFormat,
  place: SourceRange,
  report: Report,
  reported: ReadonlySet<MapEntry> = new Set(),
): void {
  const misspelt = new Map<string, MapEntry>();
  for (const entry of map.entries.values()) {
    const { key, keyRange, value } = entry;
    if (value.kind === "unreadable" || reported.has(entry)) continue;
    if (format.known.includes(key)) {
      const isOptional = !isRequired(key, format) && !format.judgedElsewhere.includes(key);
      if (isOptional && isEmpty(value)) reportEmpty(key, keyRange, report);
      continue;
    }
    const count =
      format.holder === undefined && format.known.includes("parameters") ? flatCount(key) : undefined;
    const meant = count === undefined ? nearestKey(key, format.known) : "parameters";
    if (count !== undefined && (count !== "total" || map.entries.has("parameters"))) {
      reportFlatCount(entry, count, report);
      continue;
    }
    if (format === cardFormat && reportMisplaced(entry, meant, map, report)) continue;
    const isWanted = meant !== undefined && isRequired(meant, format) && !map.entries.has(meant);
    if (isWanted && !misspelt.has(meant)) misspelt.set(meant, entry);
    else reportUnknown(entry, meant, map, format, report);
  }
  for (const key of format.required) {
    const kind = "missing-key";
    const entry = map.entries.get(key);
    const misspelling = misspelt.get(key);
    if (entry !== undefined) {
      if (isEmpty(entry.value) && !reported.has(entry))
        report({ kind, key, isEmpty: true, misspelt: undefined }, entry.keyRange);
    } else if (misspelling === undefined) {
      report({ kind, key, isEmpty: false, misspelt: undefined }, place);
    } else {
      const subject = { kind, key, isEmpty: false, misspelt: misspelling.key } as const;
      report(subject, misspelling.keyRange, [renaming(misspelling, key)]);
    }
  }
}

/** What costs a card its scores is more than an unknown key. */
function reportMisplaced(
  entry: MapEntry,
  meant: string | undefined,
  { entries }: MapNode,
  report: Report,
): boolean {
  const { key, keyRange, value } = entry;
  if (meant === "benchmarks" && value.kind === "map" && !entries.has("benchmarks")) {
    report({ kind: "scores-misplaced", problem: "misspelt", key }, keyRange, [renaming(entry, "benchmarks")]);
    return true;
  }
  const isScore =
    value.kind === "map" || (value.kind === "scalar" && /^\d+(?:\.\d+)?\s*%?$/.test(value.text));
  if (!isScore || resolveBenchmark(key) === undefined) return false;
  report({ kind: "scores-misplaced", problem: "top", key }, keyRange);
  return true;
}

function isRequired(key: string, { required }: MapFormat): boolean {
  return required.some((one) => one === key);
}

function checkKind({ entries }: MapNode, cardRange: SourceRange, report: Report): void {
  const entry = entries.get("kind");
  const isMisspelt = () => [...entries.keys()].some((key) => nearestKey(key, ["kind"]) !== undefined);
  if (entry === undefined ? isMisspelt() : !isEmpty(entry.value)) return;
  report({ kind: "kind-missing" }, entry?.keyRange ?? cardRange);
}

function reportUnindented({ holder, first, last, held }: Unindented, report: Report): void {
  const facts = { holder: holder.key, first: first.key, last: last.key, isHolding: held !== undefined };
  report({ kind: "not-indented", ...facts }, held === undefined ? holder.keyRange : first.keyRange);
}

function reportUnknown(
  entry: MapEntry,
  meant: string | undefined,
  map: MapNode,
  { holder }: MapFormat,
  report: Report,
): void {
  const { key, keyRange } = entry;
  if (holder !== undefined && knownKeys.card.includes(key)) {
    report({ kind: "unknown-key", problem: "of-card", key, holder, isFlow: map.isFlow }, keyRange);
    return;
  }
  const isThere = meant !== undefined && map.entries.has(meant);
  const fixes = meant === undefined || isThere ? [] : [renaming(entry, meant)];
  report({ kind: "unknown-key", problem: "unknown", key, meant, isThere }, keyRange, fixes);
}

function reportFlatCount({ key, keyRange, value }: MapEntry, count: FlatCount, report: Report): void {
  const written = value.kind === "scalar" ? value.text : undefined;
  report({ kind: "unknown-key", problem: "count", key, count, value: written }, keyRange);
}

function reportEmpty(key: string, keyRange: SourceRange, report: Report): void {
  report({ kind: "empty-value", key }, keyRange);
}

function renaming({ keyRange }: MapEntry, key: string) {
  return { title: `Write ${key}`, range: keyRange, newText: key };
}
