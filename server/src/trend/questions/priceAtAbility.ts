import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { type DatedPrice, datedPrices } from "./corollaries.ts";

/**
 * The prices to look at: of models with at least the effective parameters that the settings name, else all.
 * The lowest price of all models also falls when cheaper models are merely worse; at a fixed ability it does
 * not.
 */
export function pricesAtAbility(analysis: CollectionAnalysis): DatedPrice[] {
  const { capableParameters } = analysis.settings;
  const prices = datedPrices(analysis);
  if (capableParameters === undefined) return prices;
  return prices.filter(({ id }) => {
    const size = analysis.modelById(id)?.density.effectiveSize;
    return size?.kind === "size" && size.parameters >= capableParameters;
  });
}
