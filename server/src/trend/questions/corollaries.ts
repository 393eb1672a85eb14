import { fitLine, type LineFit } from "../../numerics/leastSquares.ts";
import { studentTTwoSided } from "../../numerics/studentT.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { findRecords } from "../collection/records.ts";
import { fitCoordinates, originEpochDay, type TrendPoint } from "../collection/trendPoint.ts";
import { doublingTimeDays } from "../fit/estimator.ts";
import { fewestModels, significanceLevel } from "../fit/fitTrend.ts";

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
  /** Over all prices, not the lowest alone: those can only fall. `undefined` with too few, or on one day. */
  readonly test: PriceTest | undefined;
  /** Whether a halving may be claimed. */
  readonly verdict: "halving" | "no-halving-can-be-claimed" | "too-few-prices";
}

/** Student's t test of the slope of ln price on days over all prices. */
export interface PriceTest {
  readonly prices: number;
  readonly slopePerDay: number;
  /** Days in which prices halve; `undefined` when they do not fall. */
  readonly halvingTimeDays: number | undefined;
  /** Two-sided. */
  readonly pValue: number;
}

/** Below this count of lowest prices no line is fitted. */
export const fewestPrices = 3;
/** Below this count of prices nothing is claimed. */
export const fewestPricesTested = fewestModels;

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
  const test = testPrices(prices);
  return {
    lowest,
    test,
    verdict:
      test === undefined || fit === undefined
        ? "too-few-prices"
        : test.halvingTimeDays !== undefined && test.pValue < significanceLevel
          ? "halving"
          : "no-halving-can-be-claimed",
    factor: first.price / last.price,
    // The fit is of ln(1 / price).
    line: fit && { slopePerDay: -fit.slope, intercept: -fit.intercept },
    halvingTimeDays: fit && doublingTimeDays(fit.slope),
    rSquared: fit?.rSquared,
  };
}

function testPrices(prices: readonly DatedPrice[]): PriceTest | undefined {
  if (prices.length < fewestPricesTested) return undefined;
  const fit = fitLine(
    prices.map(({ epochDay, price }) => ({ x: epochDay - originEpochDay, y: Math.log(price) })),
  );
  if (fit?.standardErrors === undefined) return undefined;
  const t = fit.slope === 0 ? 0 : fit.slope / fit.standardErrors.slope;
  return {
    prices: prices.length,
    slopePerDay: fit.slope,
    halvingTimeDays: doublingTimeDays(-fit.slope),
    pValue: studentTTwoSided(t, prices.length - 2),
  };
}
