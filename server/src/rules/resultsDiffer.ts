import { benchmarkById } from "../cards/vocabulary/benchmarkRegistry.ts";
import type { BenchmarkId, Score } from "../density/model.ts";
import type { CardRule, RuleFinding } from "./rule.ts";

/** Points that rounding and a rerun explain. */
const leastPoints = 0.5;
/** Standard errors of the difference. */
const mostErrors = 2;

/** Results of one benchmark that say the same about how they were measured, and are not the same. */
export const resultsDiffer: CardRule = ({ model }) =>
  [...model.scores].flatMap(([benchmark, scores]) =>
    scores.slice(1).flatMap((score, before): RuleFinding[] => {
      const other = scores.slice(0, before + 1).find((one) => saysTheSame(one, score));
      if (other === undefined || score.unitDoubted || other.unitDoubted) return [];
      const points = Math.abs(score.percent - other.percent);
      const error = Math.hypot(errorOf(score, benchmark), errorOf(other, benchmark));
      if (points <= Math.max(leastPoints, mostErrors * error)) return [];
      const facts = { benchmark, first: other.percent, second: score.percent };
      return [{ part: { benchmark, result: before + 1 }, subject: { kind: "results-differ", ...facts } }];
    }),
  );

function saysTheSame({ protocol: one }: Score, { protocol: other }: Score): boolean {
  return (
    one.shots === other.shots && one.chainOfThought === other.chainOfThought && one.harness === other.harness
  );
}

/** Standard error in points, stated or of so many questions; 0 where neither is known. */
function errorOf({ percent, standardErrorPercent, items }: Score, benchmark: BenchmarkId): number {
  const questions = items ?? benchmarkById(benchmark)?.items;
  const fromQuestions = questions === undefined ? 0 : Math.sqrt((percent * (100 - percent)) / questions);
  return standardErrorPercent ?? fromQuestions;
}
