import { formatDays } from "../text/dates.ts";
import { formatDecimal } from "../text/numbers.ts";
import { listed } from "../text/sentences.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { DrawnMinimum, ReferenceInterval } from "../trend/questions/referenceDraws.ts";
import { estimatorName } from "./choiceNames.ts";

/** Why there is none. */
export const noReferenceIntervals =
  "What the reference is worth cannot be drawn: that takes a basis with a curve of the paper’s law, and a reference that lists its runs.";

/** What reference and models together leave open, a sentence for each minimum. */
export function referenceIntervalSentences(
  intervals: readonly ReferenceInterval[],
  analysis: CollectionAnalysis,
): string[] {
  if (intervals.length === 0) return [noReferenceIntervals];
  const draws = Math.min(...intervals.map((each) => each.draws));
  const of = (minimum: DrawnMinimum) =>
    listed(
      intervals
        .filter((each) => each.minimum === minimum)
        .map((each) => `${estimatorName(each.estimator, analysis.settings.tau)} ${range(each)}`),
    );
  return [
    `Runs of the reference and models drawn together (${draws} draws, indicative): within the minimum of its own loss law ${of("own")}; with the better minimum of each draw ${of("best")}.`,
  ];
}

/** "74 to 132 days"; "at least 93 days" where no growth is within the interval. */
function range({ lowDays, highDays }: ReferenceInterval): string {
  if (lowDays === undefined) return "no growth";
  return highDays === undefined
    ? `at least ${formatDays(lowDays)}`
    : `${formatDecimal(lowDays, 0)} to ${formatDays(highDays)}`;
}

/** "The choice of reference alone moves 106 days to between 37 and 147."; `undefined` with nothing to compare. */
export function lawFormSentence(
  current: number | undefined,
  ofReferences: readonly (number | undefined)[],
): string | undefined {
  const days = ofReferences.filter((each) => each !== undefined);
  if (current === undefined || days.length === 0) return undefined;
  const [low, high] = [Math.min(current, ...days), Math.max(current, ...days)];
  return `The form of the law and its minimum alone move ${formatDays(current)} to between ${formatDecimal(low, 0)} and ${formatDecimal(high, 0)}.`;
}
