import type { Report } from "../findings/findingReporter.ts";
import { protocolEntries, protocolIn } from "../values/protocolWords.ts";
import { nameWithWords, resolveBenchmark } from "../vocabulary/benchmarkRegistry.ts";
import { knownKeys, nearestKey } from "../vocabulary/knownKeys.ts";
import type { MapEntry, MapNode, ScalarNode, TreeNode } from "../yaml/cardTree.ts";

const plainNumber = /^\d+(?:\.\d+)?\s*%?$/;

/** Finds benchmarks one level too deep, and results by their modes. Returns the entries that are said. */
export function findMisplacedScores(benchmarks: MapNode, report: Report): ReadonlySet<MapEntry> {
  const said = new Set<MapEntry>();
  for (const entry of benchmarks.entries.values())
    if (reportGroup(entry, report) || reportModes(entry, report) || reportName(entry, benchmarks, report))
      said.add(entry);
  return said;
}

/** `General: { MMLU: 62 }`: a heading that is no benchmark, over some that are. */
function reportGroup({ key, keyRange, value }: MapEntry, report: Report): boolean {
  if (value.kind !== "map" || resolveBenchmark(key) !== undefined || hasResultKeys(value)) return false;
  const first = [...value.entries.keys()].find((inner) => nameOf(inner) !== undefined);
  if (first === undefined) return false;
  report({ kind: "scores-misplaced", problem: "group", key, first }, keyRange);
  return true;
}

function nameOf(key: string) {
  return resolveBenchmark(key) ?? nameWithWords(key);
}

/** `mmlu: { thinking: 70.1, non-thinking: 62.0 }`: numbers under words that are no keys of a result. */
function reportModes({ key, keyRange, value }: MapEntry, report: Report): boolean {
  if (value.kind !== "map" || value.entries.size === 0 || hasResultKeys(value)) return false;
  const results = [...value.entries.values()].map((mode) => resultOfMode(mode));
  const known = results.filter((result) => result !== undefined);
  if (known.length < results.length || resolveBenchmark(key) === undefined) return false;
  const list = `[${known.join(", ")}]`;
  report({ kind: "scores-misplaced", problem: "modes", key, list }, keyRange, [
    // What a mode means for a comparison only its author knows.
    {
      title: `Write ${list}`,
      range: value.range,
      newText: value.isFlow ? list : ` ${list}`.trim(),
      isGuess: true,
    },
  ]);
  return true;
}

function resultOfMode({ key, value }: MapEntry): string | undefined {
  if (value.kind !== "scalar" || !plainNumber.test(value.text.trim())) return undefined;
  const protocol = protocolIn(key);
  const entries = protocol === undefined ? "" : protocolEntries(protocol);
  const kept = entries === "" ? `, harness: ${JSON.stringify(key.trim())}` : entries;
  return `{ score: ${value.text.trim()}${kept} }`;
}

function hasResultKeys({ entries }: MapNode): boolean {
  return [...entries.keys()].some((key) => nearestKey(key, knownKeys.result) !== undefined);
}

/** `MMLU (0-shot, CoT): 69.1`: the protocol is kept as entries of the result. */
function reportName(entry: MapEntry, { entries }: MapNode, report: Report): boolean {
  const { key, keyRange, value } = entry;
  if (resolveBenchmark(key) !== undefined) return false;
  const named = nameWithWords(key);
  const protocol = named === undefined ? undefined : protocolIn(named.words);
  if (named === undefined || protocol === undefined) return false;
  const isTaken = [...entries.values()].some(
    (other) => other !== entry && nameOf(other.key)?.id === named.id,
  );
  const behind = protocolEntries(protocol);
  const number = numberOf(value);
  if (number === undefined) return false;
  const written = `${named.id}: ${behind === "" ? number.text.trim() : `{ score: ${number.text.trim()}${behind} }`}`;
  report(
    { kind: "scores-misplaced", problem: "name", key, id: named.id, entry: written },
    keyRange,
    // Two results of one benchmark are a list, which no single replacement makes of two entries.
    isTaken
      ? []
      : [
          {
            title: `Write ${written}`,
            range: { start: keyRange.start, end: number.range.end },
            newText: written,
          },
        ],
  );
  return true;
}

function numberOf(node: TreeNode): ScalarNode | undefined {
  return node.kind === "scalar" && plainNumber.test(node.text.trim()) ? node : undefined;
}
