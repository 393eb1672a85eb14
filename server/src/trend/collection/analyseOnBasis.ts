import type { Basis } from "../../density/basisScore.ts";
import type { CollectionAnalysis } from "./analyseCollection.ts";
import { analyseWith } from "./analyseWith.ts";

/** What the same cards say on another basis, by the same rules. Cards that could not be read come last. */
export function analyseOnBasis(analysis: CollectionAnalysis, basis: Basis): CollectionAnalysis {
  return basis === analysis.settings.basis ? analysis : analyseWith(analysis, { basis });
}
