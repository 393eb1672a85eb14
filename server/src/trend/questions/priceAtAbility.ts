import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { type DatedPrice, datedPrices, type PriceTrend, priceTrend } from "./corollaries.ts";

/** What an ability costs. */
export interface PriceAtAbility {
  /** Effective parameters that a model must have. */
  readonly leastEffectiveParameters: number;
  readonly prices: readonly DatedPrice[];
  /** How the lowest of them falls; `undefined` without a price. */
  readonly trend: PriceTrend | undefined;
}

/**
 * The lowest price among models of at least so many effective parameters. The lowest price of all models
 * also falls when cheaper models are merely worse; this one does not.
 */
export function priceAtAbility(
  analysis: CollectionAnalysis,
  leastEffectiveParameters: number,
): PriceAtAbility {
  const prices = datedPrices(analysis).filter(({ id }) => {
    const size = analysis.modelById(id)?.density.effectiveSize;
    return size?.kind === "size" && size.parameters >= leastEffectiveParameters;
  });
  return { leastEffectiveParameters, prices, trend: priceTrend(prices) };
}
