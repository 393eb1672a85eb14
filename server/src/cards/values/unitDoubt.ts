import { shown } from "../../text/suggestions.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findingReporter.ts";
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
  const asFractions = others.length === 0 ? " or, if all are, `unit: fraction`" : "";
  const message = `${shown(key)} ${shown(text)} reads as ${shown(text)} %${comparison(others)}. If it is a fraction, write ${asPercent}${asFractions}. If it is percent, confirm it with \`unit: percent\`.`;
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
  report("score-unit", range, message, [toPercent, ...confirm]);
}

/** "; the other scores are 31.5 to 64.9" */
function comparison(others: readonly number[]): string {
  if (others.length === 0) return "";
  const lowest = others.reduce((least, percent) => Math.min(least, percent));
  const highest = others.reduce((most, percent) => Math.max(most, percent));
  if (others.length === 1) return `; the other score is ${lowest}`;
  return lowest === highest
    ? `; the other scores are ${lowest}`
    : `; the other scores are ${lowest} to ${highest}`;
}
