import { countedInWords, countInWords } from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { recordsOnPublicTests } from "../trend/questions/contamination.ts";

/** The doubt about records that public tests alone speak for; `undefined` where there is none. */
export function contaminationSentence(analysis: CollectionAnalysis): string | undefined {
  const all = analysis.trend.records.length;
  const doubted = recordsOnPublicTests(analysis).length;
  if (doubted === 0) return undefined;
  const which =
    doubted === all
      ? `The ${countedInWords(all, "record")}`
      : `${capitalised(countInWords(doubted))} of ${countedInWords(all, "record")}`;
  return `${which} rest${all === 1 ? "s" : ""} on public tests alone: no score on a contamination-free benchmark speaks for them, and questions seen in training may be part of them.`;
}
