import { shown } from "../../text/suggestions.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findingReporter.ts";
import { findUnindented } from "../mistakes/unindented.ts";
import { type FlatCount, flatCount } from "../values/flatCounts.ts";
import { givesLossAlone } from "../values/readScores.ts";
import { isEmpty, type MapEntry, type MapNode, type TreeNode, type Unindented } from "../yaml/cardTree.ts";
import { knownKeys, nearestKey } from "./knownKeys.ts";

/** Keys of one sort of map. */
interface MapFormat {
  /** The key that holds the map; `undefined` where a key of the card may be meant to stand. */
  readonly holder?: string;
  readonly known: readonly string[];
  /** For each required key, what to write. */
  readonly required: Readonly<Record<string, string>>;
  /** Keys whose absence is told in other words. */
  readonly judgedElsewhere: readonly string[];
}

const cardFormat: MapFormat = {
  known: knownKeys.card,
  required: {
    name: "Write the model's name, as `name: Qwen2.5-7B`.",
    release_date: "Write the day the weights became public, as `release_date: 2024-09-19`.",
    parameters: "Write how many parameters the model has, as `parameters: 7.61B`.",
  },
  judgedElsewhere: ["kind"],
};

const parametersFormat: MapFormat = {
  holder: "parameters",
  known: knownKeys.parameters,
  required: {},
  judgedElsewhere: [],
};

const quantizationFormat: MapFormat = {
  holder: "quantization",
  known: knownKeys.quantization,
  required: {},
  judgedElsewhere: ["bits"],
};

const priceFormat: MapFormat = {
  holder: "price_per_million_tokens",
  known: knownKeys.price,
  required: {},
  judgedElsewhere: [],
};

const resultFormat: MapFormat = {
  known: knownKeys.result,
  required: { score: "Write the number, as `score: 70.4`." },
  judgedElsewhere: [],
};

/** A result that gives a loss need not give a score. */
const lossFormat: MapFormat = {
  known: knownKeys.result,
  required: { loss: "Write the number, as `loss: 0.168`." },
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
  for (const { key, keyRange, value } of benchmarks.entries.values()) {
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
      const isOptional = !Object.hasOwn(format.required, key) && !format.judgedElsewhere.includes(key);
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
    const isWanted = meant !== undefined && Object.hasOwn(format.required, meant) && !map.entries.has(meant);
    if (isWanted && !misspelt.has(meant)) misspelt.set(meant, entry);
    else reportUnknown(entry, meant, map, format, report);
  }
  for (const [key, advice] of Object.entries(format.required)) {
    const entry = map.entries.get(key);
    const misspelling = misspelt.get(key);
    if (entry !== undefined) {
      if (isEmpty(entry.value) && !reported.has(entry))
        report("missing-key", entry.keyRange, `${key} is empty. ${advice}`);
    } else if (misspelling === undefined) report("missing-key", place, `${key} is missing. ${advice}`);
    else {
      const message = `${key} is missing, and ${shown(misspelling.key)} is not a key of the card format. Write ${key}.`;
      report("missing-key", misspelling.keyRange, message, [renaming(misspelling, key)]);
    }
  }
}

function checkKind({ entries }: MapNode, cardRange: SourceRange, report: Report): void {
  const entry = entries.get("kind");
  const isMisspelt = () => [...entries.keys()].some((key) => nearestKey(key, ["kind"]) !== undefined);
  if (entry === undefined ? isMisspelt() : !isEmpty(entry.value)) return;
  report(
    "kind-missing",
    entry?.keyRange ?? cardRange,
    "No kind: counted as base. Write `kind: base`, or instruct, pruned, distilled or merged.",
  );
}

function reportUnindented({ holder, first, last, held }: Unindented, report: Report): void {
  const lines =
    first === last ? shown(first.key) : `the lines from ${shown(first.key)} to ${shown(last.key)}`;
  if (held === undefined) {
    const message = `${shown(holder.key)} is empty, because what is below it is not indented. Indent ${lines} by two spaces.`;
    report("not-indented", holder.keyRange, message);
    return;
  }
  const message = `${shown(first.key)} is not indented like the lines of ${shown(holder.key)} above, so it is not read. Indent ${lines} as they are.`;
  report("not-indented", first.keyRange, message);
}

function reportUnknown(
  entry: MapEntry,
  meant: string | undefined,
  map: MapNode,
  { holder }: MapFormat,
  report: Report,
): void {
  if (holder !== undefined && knownKeys.card.includes(entry.key)) {
    const place = map.isFlow ? `outside the braces of ${holder}` : "at the start of the line";
    const message = `${entry.key} is a key of the card, not of ${holder}, so it is not read here. Write it ${place}.`;
    report("unknown-key", entry.keyRange, message);
    return;
  }
  const isThere = meant !== undefined && map.entries.has(meant);
  const advice = meant === undefined ? "" : ` ${meant} is ${isThere ? "there already" : "one"}.`;
  report(
    "unknown-key",
    entry.keyRange,
    `${shown(entry.key) || "An empty key"} is not a key of the card format; it is kept and not read.${advice}`,
    meant === undefined || isThere ? [] : [renaming(entry, meant)],
  );
}

function reportFlatCount({ key, keyRange, value }: MapEntry, count: FlatCount, report: Report): void {
  const written = value.kind === "scalar" ? shown(value.text) : "…";
  const message = `${shown(key)} is not read here. Counts stand below parameters: write \`${count}: ${written}\` there.`;
  report("unknown-key", keyRange, message);
}

function reportEmpty(key: string, keyRange: SourceRange, report: Report): void {
  report("empty-value", keyRange, `${shown(key)} has no value; the card reads as if it were not there.`);
}

function renaming({ keyRange }: MapEntry, key: string) {
  return { title: `Write ${key}`, range: keyRange, newText: key };
}
