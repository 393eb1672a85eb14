import type { BenchmarkId } from "../../density/model.ts";
import type { BenchmarkFacts } from "../../density/settings.ts";
import { benchmarksData } from "../../generated/shippedData.ts";
import { nearest } from "../../text/suggestions.ts";
import { protocolIn } from "../values/protocolWords.ts";

/** A benchmark that Densing knows. Facts that are not certain are absent. */
export interface Benchmark {
  readonly id: BenchmarkId;
  readonly name: string;
  readonly measures: string;
  readonly aliases: readonly string[];
  /** `YYYY-MM` of the paper or announcement. */
  readonly published: string | undefined;
  /** Address that the date of publication is from. */
  readonly source: string | undefined;
  /** Number of questions a score is usually the mean of. */
  readonly items: number | undefined;
  /** Expected score of guessing, in percent. */
  readonly chancePercent: number | undefined;
  /** Standard deviation between two honest reports of one model, in points. */
  readonly reportSpreadPercent: number | undefined;
  /** Whether its questions cannot have been trained on by models released before they were published. */
  readonly isContaminationFree: boolean;
  /** For a composite: what it is the mean of. */
  readonly meanOf: readonly BenchmarkId[];
  /** What is easily confused with it. */
  readonly note: string | undefined;
}

/** One entry of schemas/benchmarks.yaml. */
interface BenchmarkText {
  readonly id: string;
  readonly name: string;
  readonly measures: string;
  readonly aliases?: readonly string[];
  readonly published?: string;
  readonly source?: string;
  readonly items?: number;
  readonly chance?: number;
  readonly report_spread?: number;
  readonly contamination_free?: boolean;
  readonly mean_of?: readonly string[];
  readonly note?: string;
}

/** All benchmarks of the registry, in its order. */
export const benchmarks: readonly Benchmark[] = (benchmarksData as readonly BenchmarkText[]).map(
  ({ id, name, measures, aliases = [], mean_of = [], ...facts }) => ({
    id,
    name,
    measures,
    aliases,
    published: facts.published,
    source: facts.source,
    items: facts.items,
    chancePercent: facts.chance,
    reportSpreadPercent: facts.report_spread,
    isContaminationFree: facts.contamination_free === true,
    meanOf: mean_of,
    note: facts.note,
  }),
);

const byId: ReadonlyMap<BenchmarkId, Benchmark> = new Map(benchmarks.map((entry) => [entry.id, entry]));

/** What densities need to know of benchmarks: how many questions, what guessing earns, how far reports differ. */
export const benchmarkFacts: ReadonlyMap<BenchmarkId, BenchmarkFacts> = new Map(
  benchmarks.map(({ id, items, chancePercent, reportSpreadPercent, isContaminationFree }) => [
    id,
    {
      ...(items !== undefined && { items }),
      ...(chancePercent !== undefined && { chancePercent }),
      ...(reportSpreadPercent !== undefined && { reportSpreadPercent }),
      ...(isContaminationFree && { isContaminationFree }),
    },
  ]),
);

const bySpelling: ReadonlyMap<string, Benchmark> = new Map(
  benchmarks.flatMap((entry) =>
    [entry.id, entry.name, ...entry.aliases].map((name) => [spellingOf(name), entry] as const),
  ),
);

/** What two spellings of one benchmark have in common: letters, digits and characters such as `+`. */
export function spellingOf(key: string): string {
  return key.toLowerCase().replaceAll(/[-_\s]/g, "");
}

/** The benchmark that a card's key names: by id, name or alias in any spelling, never by prefix. */
export function resolveBenchmark(key: string): Benchmark | undefined {
  return bySpelling.get(spellingOf(key));
}

/** A benchmark by its id. */
export function benchmarkById(id: BenchmarkId): Benchmark | undefined {
  return byId.get(id);
}

/**
 * The id that an unknown key may be meant to be: one that is near, or one with words behind it about how
 * it was measured. Benchmarks are named after one another (mmlu_de, aime_2026, MMLU-SR), so a name with
 * other numbers or with more at its end than its last letter twice is no slip.
 */
export function nearestBenchmark(key: string): BenchmarkId | undefined {
  // Words about the way of measuring are no part of a misspelt name, and other scales (maj@8) no slip.
  const named = nameWithWords(key);
  if (named !== undefined) {
    const words = named.words.replace(/few[-_\s]*shots?/i, "");
    return protocolIn(words) === undefined ? undefined : named.id;
  }
  const written = spellingOf(key);
  const spelling = nearest(written, [...bySpelling.keys()]);
  if (spelling === undefined || digitsOf(spelling) !== digitsOf(written)) return undefined;
  const isLonger = written.startsWith(spelling) && written !== spelling + spelling.at(-1);
  // CMMLU, KMMLU and MMMLU are benchmarks, too.
  const isOther = (written.endsWith(spelling) && written !== spelling) || otherBenchmarks.has(written);
  return isLonger || isOther ? undefined : bySpelling.get(spelling)?.id;
}

/** Benchmarks without an entry whose names are one letter from another one. */
const otherBenchmarks: ReadonlySet<string> = new Set(["bbeh", "mmmu", "mbxp", "mmau", "gsmk"]);

/** A benchmark's name with words behind it. */
export interface NameWithWords {
  readonly id: BenchmarkId;
  /** What stands behind the name, without brackets and commas. */
  readonly words: string;
}

/**
 * Parts the name of a benchmark of the registry from what stands behind it: in brackets of any sort, behind a
 * comma, a colon, an `@`, or as words about the way of measuring.
 */
export function nameWithWords(key: string): NameWithWords | undefined {
  const written = key.trim();
  const places = [
    ...written.matchAll(
      /[([{\uff08\u3010,:;@|/]|[\s_-]+(?=(?:\d+|zero|few|one|five)[-_\s]*shots?|(?:no[-_ ]?)?cot\b|pass@|acc\b|em\b)/giu,
    ),
  ];
  for (const place of places) {
    const known = resolveBenchmark(written.slice(0, place.index));
    if (known === undefined) continue;
    const behind = written.slice(place.index);
    const words = behind.startsWith("@")
      ? behind
      : behind.replaceAll(/[()[\]{}\uff08\uff09\u3010\u3011]/gu, " ");
    return { id: known.id, words: words.replace(/^[\s,:;|/_-]+/, "").trim() };
  }
  return undefined;
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D+/g, " ").trim();
}
