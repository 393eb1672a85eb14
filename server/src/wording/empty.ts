import { availableBasis, isMeanOfScores } from "../density/basisScore.ts";
import { countedInWords, countInWords } from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import type {
  AnalysedModel,
  AnalysisSettings,
  CollectionAnalysis,
} from "../trend/collection/analyseCollection.ts";
import type { ExclusionReason } from "../trend/collection/membership.ts";
import { benchmarkName } from "./benchmarkNames.ts";
import { exclusionSummary } from "./exclusions.ts";
import { noDensityPhrase } from "./noDensity.ts";

/** What a page without a single model says. */
export interface EmptyWording {
  readonly title: string;
  readonly explanation: string;
  /** Every card left out, in the collection's order. */
  readonly cards: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
}

/** The words of a collection no model of which can be drawn. */
export function emptyWording({ settings, models, excluded }: CollectionAnalysis): EmptyWording {
  const { reference, basis } = settings;
  const fullSet = `the ${countInWords(reference.composite.of.length)} benchmark scores`;
  const score =
    basis === availableBasis
      ? `one of ${fullSet}`
      : isMeanOfScores(basis, reference)
        ? fullSet
        : `a score on ${benchmarkName(basis)}`;
  const needed = `A model is drawn when its card has a release date, a size and ${score}.`;
  const leftOut = `${capitalised(countedInWords(excluded.length, "card"))} ${excluded.length === 1 ? "is" : "are"} left out:`;
  const analysedById = new Map(models.map((analysed) => [analysed.id, analysed]));
  return {
    title: "No models to plot yet",
    explanation: excluded.length === 0 ? needed : `${needed} ${leftOut}`,
    cards: excluded.map(({ id, name, reason }) => ({
      id,
      name,
      reason: hardestReason(reason, analysedById.get(id), settings),
    })),
  };
}

/** Another kind is one choice away; a size or a score that is missing has to be found out. */
function hardestReason(
  reason: ExclusionReason,
  analysed: AnalysedModel | undefined,
  settings: AnalysisSettings,
): string {
  const missing =
    reason === "kind" && analysed !== undefined
      ? noDensityPhrase(analysed.model, analysed.density, settings)
      : undefined;
  return missing ?? exclusionSummary(reason, analysed, settings);
}
