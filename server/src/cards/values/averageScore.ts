import type { BenchmarkId } from "../../density/model.ts";
import type { Report } from "../findings/findingReporter.ts";
import { benchmarks as registry } from "../vocabulary/benchmarkRegistry.ts";
import type { ReadBenchmark } from "./readScores.ts";

/** Points between a given average and the mean of the scores that rounding can explain. */
const roundingPoints = 0.1;

/**
 * Compares a composite that is written on the card with the scores it is the mean of: far from
 * their mean it is a mistake, without them it cannot be checked.
 * @param unusable benchmarks of the card that have findings already
 */
export function checkAverages(
  benchmarks: readonly ReadBenchmark[],
  unusable: ReadonlySet<BenchmarkId>,
  report: Report,
): void {
  const byId = new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  for (const { id, meanOf } of registry) {
    const given = byId.get(id);
    if (meanOf.length === 0 || given === undefined || meanOf.some((part) => unusable.has(part))) continue;
    const parts = meanOf.flatMap((part) => byId.get(part) ?? []);
    if (parts.length < meanOf.length)
      report({ kind: "average-alone", key: given.key, meanOf }, given.keyRange);
    else if (![...parts, given].some(isDoubted)) checkMean(given, parts, report);
  }
}

function isDoubted({ results }: ReadBenchmark): boolean {
  return results.some(({ score }) => score.unitDoubted);
}

/** With several results of a benchmark, every choice among them gives a mean that could be meant. */
function checkMean(given: ReadBenchmark, parts: readonly ReadBenchmark[], report: Report): void {
  const lowest = meanOver(parts, Math.min);
  const highest = meanOver(parts, Math.max);
  for (const { score, range, text } of given.results) {
    const isNear =
      score.percent >= lowest - roundingPoints - 1e-9 && score.percent <= highest + roundingPoints + 1e-9;
    if (isNear) continue;
    report({ kind: "average-mismatch", key: given.key, written: text, lowest, highest }, range);
  }
}

function meanOver(parts: readonly ReadBenchmark[], choose: (...values: number[]) => number): number {
  const chosen = parts.map(({ results }) =>
    results.map(({ score }) => score.percent).reduce((kept, percent) => choose(kept, percent)),
  );
  return chosen.reduce((sum, percent) => sum + percent, 0) / chosen.length;
}
