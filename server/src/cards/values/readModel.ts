import {
  type Architecture,
  type Model,
  modelKinds,
  type ParameterCounts,
  type ReleaseDate,
  type StatedKind,
} from "../../density/model.ts";
import type { CardRanges, WrittenText } from "../card.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
import { isEmpty, type MapEntry, type MapNode, type TreeNode } from "../yaml/cardTree.ts";
import { checkAverages } from "./averageScore.ts";
import { checkMultipliedExperts, noCounts, readCount, readParameters } from "./readParameters.ts";
import { readPrice } from "./readPrice.ts";
import { isQuantizationUnknown, readWeightBits } from "./readQuantization.ts";
import { type ReadBenchmark, type ReadLosses, readScores, readUnit } from "./readScores.ts";
import { dateFixes, readReleaseDate } from "./releaseDate.ts";
import { doubtUnits, type UnitPlace } from "./unitDoubt.ts";

/** What a card says, and where. */
export interface ReadModel {
  readonly model: Model | undefined;
  readonly ranges: CardRanges;
}

/**
 * Reads the values of a card whose structure has been checked. A mistake in one key leaves that key
 * out and no other.
 * @param cardRange stands for the name where there is none
 * @param unitPlace where `unit: percent` could be written
 */
export function readModel(
  card: MapNode,
  cardRange: SourceRange,
  unitPlace: UnitPlace | undefined,
  report: Report,
): ReadModel {
  const { entries } = card;
  const architecture = architectureOf(entries.get("architecture"));
  const releaseDate = readDate(entries.get("release_date"), report);
  const parameters = entries.get("parameters");
  const isNamedMixture = /\d[x\u00d7]\d|moe|-a\d/i.test(textOf(entries.get("name")) ?? "");
  const counts =
    parameters === undefined ? noCounts : readParameters(parameters, architecture, isNamedMixture, report);
  const weightBits = readWeightBits(entries.get("quantization")?.value, report);
  readCount(entries.get("training_tokens")?.value, "tokens", report);
  const { benchmarks, losses } = readBenchmarks(card, unitPlace, report);
  const { name, range = cardRange } = readName(card) ?? {};
  const ranges = rangesOf(card, range, { benchmarks, losses });
  if (name === undefined) return { model: undefined, ranges };
  if (parameters !== undefined) checkMultipliedExperts(name, counts, parameters.keyRange, report);
  const model = {
    name,
    organization: textOf(entries.get("organization")),
    family: textOf(entries.get("family")),
    releaseDate,
    kind: kindOf(entries.get("kind")),
    baseModels: textsOf(entries.get("base_model")),
    checkpointOf: textOf(entries.get("checkpoint_of")),
    architecture,
    parameters: canDivideBy(counts, card) ? counts : noCounts,
    weightBits,
    price: readPrice(entries.get("price_per_million_tokens")?.value, releaseDate, report),
    scores: new Map(benchmarks.map(({ id, results }) => [id, results.map(({ score }) => score)])),
    losses: new Map(losses.map(({ id, losses: each }) => [id, each.map(({ loss }) => loss)])),
  };
  return { model, ranges };
}

/** The name of a card and its place. */
export interface NameReading {
  readonly name: string;
  readonly range: SourceRange;
}

/** The card's name as written, if there is one. */
export function readName({ entries }: MapNode): NameReading | undefined {
  const entry = entries.get("name");
  const name = textOf(entry);
  return entry === undefined || name === undefined ? undefined : { name, range: entry.value.range };
}

/** Where the parts of a card stand. */
function rangesOf(
  { entries }: MapNode,
  name: SourceRange,
  { benchmarks, losses }: ReadMeasurements,
): CardRanges {
  const parameters = entries.get("parameters");
  const price = entries.get("price_per_million_tokens")?.value;
  return {
    name,
    releaseDate: entries.get("release_date")?.value.range,
    parameters: parameters?.value.range,
    parametersKey: parameters?.keyRange,
    kind: entries.get("kind")?.value.range,
    checkpointOf: entries.get("checkpoint_of")?.value.range,
    quantization: entries.get("quantization")?.value.range,
    priceDate: price?.kind === "map" ? price.entries.get("date")?.value.range : undefined,
    baseModels: textNodes(entries.get("base_model")).map(({ range }) => range),
    sources: readSources(entries),
    evaluationDates: readEvaluationDates(entries),
    benchmarkKeys: new Map([...benchmarks, ...losses].map(({ id, keyRange }) => [id, keyRange])),
    scores: new Map(benchmarks.map(({ id, results }) => [id, results.map(({ range }) => range)])),
    losses: new Map(losses.map(({ id, losses: each }) => [id, each.map(({ range }) => range)])),
  };
}

/**
 * Whether a density may divide by these counts: not when the weights are quantised to an unknown
 * number of bits, nor when a word for the architecture may hide a mixture of experts.
 */
function canDivideBy(counts: ParameterCounts, { entries }: MapNode): boolean {
  const architecture = entries.get("architecture");
  const isArchitectureUnknown =
    architecture !== undefined && !isEmpty(architecture.value) && architectureOf(architecture) === undefined;
  const hasActive = counts.active !== undefined || counts.activeNonEmbedding !== undefined;
  return !isQuantizationUnknown(entries.get("quantization")?.value) && (!isArchitectureUnknown || hasActive);
}

interface ReadMeasurements {
  readonly benchmarks: readonly ReadBenchmark[];
  readonly losses: readonly ReadLosses[];
}

function readBenchmarks(card: MapNode, unitPlace: UnitPlace | undefined, report: Report): ReadMeasurements {
  const node = card.entries.get("benchmarks")?.value;
  if (node?.kind !== "map") return { benchmarks: [], losses: [] };
  const { benchmarks, losses, unusable } = readScores(node, readUnit(card), report);
  const judged = doubtUnits(benchmarks, unitPlace, report);
  checkAverages(judged, unusable, report);
  return { benchmarks: judged, losses };
}

function readDate(entry: MapEntry | undefined, report: Report): ReleaseDate | undefined {
  const node = entry?.value;
  if (node?.kind !== "scalar" || isEmpty(node)) return undefined;
  const reading = readReleaseDate(node.text);
  if (reading.kind === "problem") {
    report(reading.subject, node.range, dateFixes(reading.subject, node.range));
    return undefined;
  }
  const { date } = reading;
  if (date.precision === "month") {
    report({ kind: "month-date", epochDay: date.epochDay }, node.range);
  }
  return date;
}

function kindOf(entry: MapEntry | undefined): StatedKind | undefined {
  if (entry === undefined || isEmpty(entry.value)) return undefined;
  const text = textOf(entry);
  return modelKinds.find((kind) => kind === text) ?? "unknown";
}

function architectureOf(entry: MapEntry | undefined): Architecture | undefined {
  const text = textOf(entry);
  if (text === "moe") return "mixture-of-experts";
  return text === "dense" ? "dense" : undefined;
}

/** Text of a key; a number that stands where text is meant is that text. */
function textOf(entry: MapEntry | undefined): string | undefined {
  return entry && textOfNode(entry.value);
}

function textOfNode(node: TreeNode): string | undefined {
  return node.kind === "scalar" && !isEmpty(node) ? node.text.trim() : undefined;
}

function textsOf(entry: MapEntry | undefined): readonly string[] {
  return textNodes(entry).map(({ text }) => text);
}

/** Texts of a key that holds one or a list of them, with their places. */
function textNodes(entry: MapEntry | undefined): readonly WrittenText[] {
  if (entry === undefined) return [];
  const nodes = entry.value.kind === "list" ? entry.value.items : [entry.value];
  return nodes.flatMap((node) => {
    const text = textOfNode(node);
    return text === undefined ? [] : [{ text, range: node.range }];
  });
}

/** Addresses of the card and of its scores, in the order of the text. */
function readSources(entries: MapNode["entries"]): readonly WrittenText[] {
  const ofScores = resultMaps(entries).flatMap((result) => textNodes(result.entries.get("source")));
  return [...ofScores, ...textNodes(entries.get("sources"))].sort(
    (first, second) => first.range.start - second.range.start,
  );
}

function readEvaluationDates(entries: MapNode["entries"]): readonly WrittenText[] {
  return resultMaps(entries).flatMap((result) => textNodes(result.entries.get("date")));
}

/** Results that are written as maps. */
function resultMaps(entries: MapNode["entries"]): readonly MapNode[] {
  const benchmarks = entries.get("benchmarks")?.value;
  const results = benchmarks?.kind === "map" ? [...benchmarks.entries.values()] : [];
  return results
    .flatMap(({ value }) => (value.kind === "list" ? value.items : [value]))
    .filter((result) => result.kind === "map");
}
