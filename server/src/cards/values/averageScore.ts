import type { BenchmarkId } from "../../density/model.ts";
import { formatDecimal } from "../../text/numbers.ts";
import { listed } from "../../text/sentences.ts";
import { shown } from "../../text/suggestions.ts";
import type { Report } from "../findingReporter.ts";
import { benchmarkById, benchmarks as registry } from "../vocabulary/benchmarkRegistry.ts";
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
    if (parts.length < meanOf.length) reportAlone(given, meanOf, report);
    else if (![...parts, given].some(isDoubted)) checkMean(given, parts, report);
  }
}

function isDoubted({ results }: ReadBenchmark): boolean {
  return results.some(({ score }) => score.unitDoubted);
}

function reportAlone({ key, keyRange }: ReadBenchmark, meanOf: readonly BenchmarkId[], report: Report): void {
  const names = listed(meanOf.map((id) => benchmarkById(id)?.name ?? id));
  report(
    "average-alone",
    keyRange,
    `${shown(key)} must be the mean of ${names} and of nothing else. With all five scores on the card it is computed.`,
  );
}

/** With several results of a benchmark, every choice among them gives a mean that could be meant. */
function checkMean(given: ReadBenchmark, parts: readonly ReadBenchmark[], report: Report): void {
  const lowest = meanOver(parts, Math.min);
  const highest = meanOver(parts, Math.max);
  for (const { score, range, text } of given.results) {
    const isNear =
      score.percent >= lowest - roundingPoints - 1e-9 && score.percent <= highest + roundingPoints + 1e-9;
    if (isNear) continue;
    const mean =
      highest - lowest < 0.005
        ? formatDecimal(lowest, 2)
        : `${formatDecimal(lowest, 2)} to ${formatDecimal(highest, 2)}`;
    report(
      "average-mismatch",
      range,
      `${shown(given.key)} ${shown(text)} is not the mean of the five scores, which is ${mean}. The mean of the scores counts; leave this line out.`,
    );
  }
}

function meanOver(parts: readonly ReadBenchmark[], choose: (...values: number[]) => number): number {
  const chosen = parts.map(({ results }) =>
    results.map(({ score }) => score.percent).reduce((kept, percent) => choose(kept, percent)),
  );
  return chosen.reduce((sum, percent) => sum + percent, 0) / chosen.length;
}
