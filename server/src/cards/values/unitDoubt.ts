import type { SourceRange, SubjectsByCode } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
import type { ReadBenchmark, ReadResult } from "./readScores.ts";

/** Where and how a card can say the unit of its scores. */
export interface UnitPlace {
  readonly range: SourceRange;
  /** What follows `unit: percent` to make it an entry of the card. */
  readonly after: string;
}

/**
 * Marks scores above 0 and up to 1 that have no written unit: `0.412` is 0.412 % by the rule and
 * 41.2 % by habit, and the value alone cannot tell. Exactly 0 is the same in both.
 */
export function doubtUnits(
  benchmarks: readonly ReadBenchmark[],
  unitPlace: UnitPlace | undefined,
  report: Report,
): readonly ReadBenchmark[] {
  const others = benchmarks
    .flatMap(({ results }) => results)
    .filter((result) => !isDoubtful(result))
    .map(({ score }) => score.percent)
    .filter((percent) => percent > 1);
  return benchmarks.map((benchmark) => ({
    ...benchmark,
    results: benchmark.results.map((result) => {
      if (!isDoubtful(result)) return result;
      reportDoubt(benchmark.key, result, others, unitPlace, report);
      return { ...result, score: { ...result.score, unitDoubted: true } };
    }),
  }));
}

function isDoubtful({ hasUnit, score }: ReadResult): boolean {
  return !hasUnit && score.percent > 0 && score.percent <= 1;
}

function reportDoubt(
  key: string,
  { text, range, score }: ReadResult,
  others: readonly number[],
  unitPlace: UnitPlace | undefined,
  report: Report,
): void {
  const asPercent = String(Number(`${score.percent}e2`));
  const toPercent = { title: `It is a fraction: write ${asPercent}`, range, newText: asPercent };
  const confirm =
    unitPlace === undefined
      ? []
      : [
          {
            title: "It is percent: write unit: percent",
            range: unitPlace.range,
            newText: `unit: percent${unitPlace.after}`,
          },
        ];
  const subject = { kind: "score-unit", key, written: text, asPercent, others: extremes(others) } as const;
  report(subject, range, [toPercent, ...confirm]);
}

function extremes(percents: readonly number[]): SubjectsByCode["score-unit"]["others"] {
  if (percents.length === 0) return undefined;
  const lowest = percents.reduce((least, percent) => Math.min(least, percent));
  const highest = percents.reduce((most, percent) => Math.max(most, percent));
  return { count: percents.length, lowest, highest };
}
