import { benchmarkById } from "../cards/vocabulary/benchmarkRegistry.ts";
import type { CardRule, RuleFinding } from "./rule.ts";

/** Subtasks, several samples and clustered questions change a standard error, but not by more than this factor. */
const largestFactor = 3;

/** A standard error that the number of questions does not give: another unit, a deviation, or a slip. */
export const standardErrorDoubtful: CardRule = ({ model }) =>
  [...model.scores].flatMap(([benchmark, scores]) =>
    scores.flatMap(({ percent, standardErrorPercent: stated, items, unitDoubted }, result): RuleFinding[] => {
      if (stated === undefined || unitDoubted) return [];
      const part = { benchmark, result };
      if (stated === 0)
        return [{ part, subject: { kind: "stderr-doubtful", benchmark, stated, expected: undefined } }];
      const questions = items ?? benchmarkById(benchmark)?.items;
      if (questions === undefined) return [];
      const points = Math.sqrt((percent * (100 - percent)) / questions);
      const isPlausible = stated <= points * largestFactor && stated >= points / largestFactor;
      if (points === 0 || isPlausible) return [];
      const expected = { points, questions };
      return [{ part, subject: { kind: "stderr-doubtful", benchmark, stated, expected } }];
    }),
  );
