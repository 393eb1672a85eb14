import type { Basis } from "../density/basisScore.ts";
import { analyseCollection, type CollectionAnalysis } from "./analyseCollection.ts";

/** What the same cards say on another basis, by the same rules. Cards that could not be read come last. */
export function analyseOnBasis(analysis: CollectionAnalysis, basis: Basis): CollectionAnalysis {
  if (basis === analysis.settings.basis) return analysis;
  const readable = analysis.models.map(({ id, model }) => ({ id, name: model.name, model }));
  const unreadable = analysis.excluded
    .filter(({ reason }) => reason === "unreadable")
    .map(({ id, name }) => ({ id, name, model: undefined }));
  return analyseCollection([...readable, ...unreadable], { ...analysis.settings, basis });
}
