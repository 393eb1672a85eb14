import { fitLine, type LineFit } from "../../numerics/leastSquares.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { findRecords } from "../collection/records.ts";
import { fitCoordinates, type TrendPoint } from "../collection/trendPoint.ts";
import { doublingTimeDays } from "../fit/estimator.ts";

/** Chip performance per price doubles every 2.1 years (Xiao et al. 2025, section 3.2). */
export const chipDoublingTimeDays = 767;

/**
 * Ability per price of chip: rates add, `1/T = 1/T_density + 1/T_chip`.
 * @returns days in which the parameters that a chip of one price can run to one ability double
 */
export function doublingTimeWithChips(densityDays: number): number {
  return 1 / (1 / densityDays + 1 / chipDoublingTimeDays);
}

/** A price of inference on a day, in US dollars per million tokens read. */
export interface DatedPrice {
  readonly id: string;
  readonly name: string;
  readonly epochDay: number;
  readonly price: number;
}

/** Prices of all cards of a collection, whether they are in its trend or not. */
export function datedPrices({ models }: CollectionAnalysis): DatedPrice[] {
  return models.flatMap(({ id, model: { name, price } }) =>
    price === undefined ? [] : [{ id, name, epochDay: price.epochDay, price: price.dollarsPerMillionTokens }],
  );
}

/** How fast the lowest price falls. */
export interface PriceTrend {
  /** Each cheaper than all before it, in date order. */
  readonly lowest: readonly DatedPrice[];
  /** The first of them over the last. */
  readonly factor: number;
  /** ln price = intercept + slopePerDay t, t in days since the trend's origin; `undefined` with fewer than three. */
  readonly line: { readonly slopePerDay: number; readonly intercept: number } | undefined;
  /** Days in which the lowest price halves; `undefined` with fewer than three, or no fall. */
  readonly halvingTimeDays: number | undefined;
  readonly rSquared: number | undefined;
}

/** Below this count no line is fitted. */
export const fewestPrices = 3;

/**
 * The fall of the lowest price, by the procedure of the records: least squares of ln price on days
 * through the prices lower than all before them.
 * @returns `undefined` without a price
 */
export function priceTrend(prices: readonly DatedPrice[]): PriceTrend | undefined {
  const byId = new Map(prices.map((price) => [price.id, price]));
  const cheapness: TrendPoint[] = prices.map(({ id, name, epochDay, price }) => ({
    id,
    name,
    epochDay,
    density: 1 / price,
  }));
  const records = findRecords(cheapness);
  const lowest = records.flatMap(({ id }) => byId.get(id) ?? []);
  const [first, last] = [lowest.at(0), lowest.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const fit: LineFit | undefined =
    lowest.length < fewestPrices ? undefined : fitLine(records.map(fitCoordinates));
  return {
    lowest,
    factor: first.price / last.price,
    // The fit is of ln(1 / price).
    line: fit && { slopePerDay: -fit.slope, intercept: -fit.intercept },
    halvingTimeDays: fit && doublingTimeDays(fit.slope),
    rSquared: fit?.rSquared,
  };
}
