import type { BenchmarkId, EvaluationProtocol, Loss, Score } from "../../density/model.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
import {
  nameWithWords,
  nearestBenchmark,
  resolveBenchmark,
  spellingOf,
} from "../vocabulary/benchmarkRegistry.ts";
import { isEmpty, type MapEntry, type MapNode, type TreeNode } from "../yaml/cardTree.ts";
import { protocolIn } from "./protocolWords.ts";
import { dateFixes, readReleaseDate } from "./releaseDate.ts";
import { isNoShare, readScoreNumber, type ScoreUnit } from "./scoreNumber.ts";

/** One result of one benchmark, with the place of its number. */
export interface ReadResult {
  readonly score: Score;
  readonly range: SourceRange;
  /** The number as the card writes it. */
  readonly text: string;
  readonly hasUnit: boolean;
}

interface BenchmarkKey {
  readonly id: BenchmarkId;
  /** As the card writes it. */
  readonly key: string;
  readonly keyRange: SourceRange;
}

/** All scores of one benchmark; never an empty list. */
export interface ReadBenchmark extends BenchmarkKey {
  readonly results: readonly ReadResult[];
}

/** One loss of one benchmark, with the place of its number. */
export interface ReadLoss {
  readonly loss: Loss;
  readonly range: SourceRange;
}

/** All losses of one benchmark; never an empty list. */
export interface ReadLosses extends BenchmarkKey {
  readonly losses: readonly ReadLoss[];
}

/** The scores of a card. */
export interface ReadScores {
  readonly benchmarks: readonly ReadBenchmark[];
  readonly losses: readonly ReadLosses[];
  /** Benchmarks the card names with scores that cannot be used. */
  readonly unusable: ReadonlySet<BenchmarkId>;
}

/** The unit of a card or a score: `undefined` when none is written, `unreadable` when it is no unit. */
export type UnitReading = ScoreUnit | "unreadable" | undefined;

/** Reads the key `unit` of a card or of one result. */
export function readUnit(map: MapNode): UnitReading {
  const node = map.entries.get("unit")?.value;
  if (node === undefined || isEmpty(node)) return undefined;
  if (node.kind !== "scalar") return "unreadable";
  return node.value === "percent" || node.value === "fraction" ? node.value : "unreadable";
}

/**
 * Reads the map `benchmarks`. A benchmark with a mistake in any of its results is not used at all:
 * which result counts depends on the others.
 */
export function readScores(benchmarks: MapNode, cardUnit: UnitReading, report: Report): ReadScores {
  const unusable = new Set<BenchmarkId>();
  const entries = new Map<BenchmarkId, MapEntry>();
  const seen = new Map<string, MapEntry>();
  for (const entry of benchmarks.entries.values()) {
    if (isEmpty(entry.value)) continue;
    const known = resolveBenchmark(entry.key);
    const id = known?.id ?? entry.key.trim();
    const identity = known?.id ?? spellingOf(entry.key);
    const first = seen.get(identity);
    if (first !== undefined) {
      report({ kind: "duplicate-benchmark", key: entry.key, first: first.key }, entry.keyRange);
      for (const [otherId, other] of entries) if (other === first) unusable.add(otherId);
      continue;
    }
    seen.set(identity, entry);
    entries.set(id, entry);
    if (known === undefined)
      reportUnknownBenchmark(entry, benchmarks, isOnOtherScale(entry, cardUnit), report);
  }
  const read: ReadBenchmark[] = [];
  const readLosses: ReadLosses[] = [];
  for (const [id, entry] of entries) {
    const { key, keyRange } = entry;
    if (isOnOtherScale(entry, cardUnit)) continue;
    const measured = readResults(entry, cardUnit, report);
    if (measured === undefined) unusable.add(id);
    else if (!unusable.has(id)) {
      const { results, losses } = measured;
      if (results.length > 0) read.push({ id, key, keyRange, results });
      if (losses.length > 0) readLosses.push({ id, key, keyRange, losses });
    }
  }
  return { benchmarks: read, losses: readLosses, unusable };
}

function reportUnknownBenchmark(
  { key, keyRange, value }: MapEntry,
  { entries }: MapNode,
  isOtherScale: boolean,
  report: Report,
): void {
  if (value.kind === "unreadable" || isMisplaced(value, key)) return;
  const near = nearestBenchmark(key);
  const isTaken = [...entries.keys()].some((other) => resolveBenchmark(other)?.id === near);
  const meant = isTaken ? undefined : near;
  report(
    { kind: "unknown-benchmark", key, meant, isOtherScale },
    keyRange,
    // Benchmarks that nobody has registered have names as near, and another one's score is a wrong density.
    meant === undefined ? [] : [{ title: `Write ${meant}`, range: keyRange, newText: meant, isGuess: true }],
  );
}

/**
 * Whether an unregistered benchmark has a number that is no share of right answers: a rating, a time, a loss.
 * Such a value is left as it is: no unit of the card is meant for it.
 */
function isOnOtherScale({ key, value }: MapEntry, unit: UnitReading): boolean {
  if (resolveBenchmark(key) !== undefined || nearestBenchmark(key) !== undefined) return false;
  const nodes = value.kind === "list" ? value.items : [value];
  return nodes.some((node) => {
    const number = node.kind === "map" ? node.entries.get("score")?.value : node;
    if (number?.kind !== "scalar" || isEmpty(number)) return false;
    return isNoShare(number.text, unit === "unreadable" ? undefined : unit);
  });
}

/** Then a finding says more: a heading over benchmarks, or a name with words about the way of measuring. */
function isMisplaced(value: TreeNode, key: string): boolean {
  if (value.kind === "map")
    return [...value.entries.keys()].some((inner) => isNamed(inner)) && !value.entries.has("score");
  const words = nameWithWords(key)?.words;
  return words !== undefined && protocolIn(words) !== undefined && value.kind === "scalar";
}

function isNamed(key: string): boolean {
  return (resolveBenchmark(key) ?? nameWithWords(key)) !== undefined;
}

interface Measured {
  readonly results: readonly ReadResult[];
  readonly losses: readonly ReadLoss[];
}

/** Scores and losses of one benchmark; `undefined` when an entry gives neither, or one with a mistake. */
function readResults({ key, value }: MapEntry, unit: UnitReading, report: Report): Measured | undefined {
  const results: ReadResult[] = [];
  const losses: ReadLoss[] = [];
  const nodes = value.kind === "list" ? value.items : [value];
  for (const node of nodes) {
    const loss = node.kind === "map" ? readLoss(node, key, report) : undefined;
    if (loss === "unreadable") return undefined;
    const result = givesLossAlone(node) ? undefined : readResult(node, key, unit, report);
    if (loss !== undefined) losses.push(loss);
    if (result !== undefined) results.push(result);
    else if (!givesLossAlone(node)) return undefined;
  }
  return nodes.length > 0 ? { results, losses } : undefined;
}

/** Whether an entry has a loss and not even the key of a score. */
export function givesLossAlone(node: TreeNode): boolean {
  return node.kind === "map" && node.entries.has("loss") && !node.entries.has("score");
}

/** Even guessing among the 440,000 tokens that no vocabulary has yet gives less, ln V. */
const mostNatsPerToken = 13;

/** The loss of one result. What is wrong with one that is no positive number, the schema has said. */
function readLoss(
  { entries }: MapNode,
  benchmark: string,
  report: Report,
): ReadLoss | "unreadable" | undefined {
  const node = entries.get("loss")?.value;
  if (node === undefined || (isEmpty(node) && entries.has("score"))) return undefined;
  const loss = node.kind === "scalar" ? node.value : undefined;
  if (typeof loss !== "number" || !(loss > 0 && Number.isFinite(loss))) return "unreadable";
  if (loss > mostNatsPerToken) {
    const facts = { problem: "loss", benchmark, loss, most: mostNatsPerToken } as const;
    report({ kind: "wrong-value", ...facts }, node.range);
    return "unreadable";
  }
  return { loss, range: node.range };
}

function readResult(
  node: TreeNode,
  benchmark: string,
  cardUnit: UnitReading,
  report: Report,
): ReadResult | undefined {
  const map = node.kind === "map" ? node : undefined;
  const number = map === undefined ? node : map.entries.get("score")?.value;
  const unit = (map && readUnit(map)) ?? cardUnit;
  if (number?.kind !== "scalar" || isEmpty(number) || unit === "unreadable") return undefined;
  const isLimited = resolveBenchmark(benchmark) !== undefined;
  const place = { benchmark, isError: false, unit, isEntry: map !== undefined, isLimited };
  const read = readScoreNumber(number, place, report);
  if (read === undefined) return undefined;
  const error = map?.entries.get("stderr")?.value;
  const standardError =
    error?.kind === "scalar" && !isEmpty(error)
      ? readScoreNumber(error, { ...place, isError: true }, report)
      : undefined;
  const source = map?.entries.get("source")?.value;
  checkDate(map?.entries.get("date")?.value, report);
  const items = map && scalarValue(map.entries.get("items"));
  return {
    score: {
      percent: read.percent,
      ...(standardError && { standardErrorPercent: standardError.percent }),
      ...(typeof items === "number" && Number.isInteger(items) && items > 0 && { items }),
      protocol: map === undefined ? {} : readProtocol(map),
      ...(source?.kind === "scalar" && !isEmpty(source) && { source: source.text.trim() }),
      unitDoubted: false,
    },
    range: number.range,
    text: number.text.trim(),
    hasUnit: read.hasUnit,
  };
}

/** The day a score was measured is read as strictly as a release date. */
function checkDate(node: TreeNode | undefined, report: Report): void {
  if (node?.kind !== "scalar" || isEmpty(node) || typeof node.value !== "string") return;
  const reading = readReleaseDate(node.text);
  if (reading.kind === "problem") report(reading.subject, node.range, dateFixes(reading.subject, node.range));
}

function readProtocol({ entries }: MapNode): EvaluationProtocol {
  const shots = scalarValue(entries.get("shots"));
  const cot = scalarValue(entries.get("cot"));
  const harness = scalarValue(entries.get("harness"));
  return {
    ...(typeof shots === "number" && Number.isInteger(shots) && shots >= 0 && { shots }),
    ...(typeof cot === "boolean" && { chainOfThought: cot }),
    ...(typeof harness === "string" && harness.trim() !== "" && { harness: harness.trim() }),
  };
}

function scalarValue(entry: MapEntry | undefined): unknown {
  return entry?.value.kind === "scalar" ? entry.value.value : undefined;
}
