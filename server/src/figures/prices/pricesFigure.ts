import { type Assumption, assumptions, itemWithId } from "../../method/assumptions.ts";
import { type LegendKey, lineKey, markKey } from "../../scene/legendKeys.ts";
import type { Mark } from "../../scene/mark.ts";
import { displayName } from "../../text/displayName.ts";
import { counted } from "../../text/numbers.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import type { DaySpan, FigureLine } from "../../trend/fit/lineOnDays.ts";
import { type DatedPrice, type PriceTrend, priceTrend } from "../../trend/questions/corollaries.ts";
import { claimedTrend } from "../../trend/questions/forecast.ts";
import { pricesAtAbility } from "../../trend/questions/priceAtAbility.ts";
import { noPricesWording, pricesWording } from "../../wording/prices.ts";
import { sourceLine } from "../../wording/source.ts";
import { lastDrawnDay, type PowerRange, powerRange, timeRange } from "../axes/axisRanges.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import type { FigureWords } from "../figureWords.ts";

/** The price of inference with one model on a day, in US dollars per million tokens. */
export interface PricePoint {
  readonly id: string;
  /** Fit to be drawn; the card's own spelling is in the analysis. */
  readonly name: string;
  readonly epochDay: number;
  readonly price: number;
  /** Cheaper than all before it. */
  readonly isRecord: boolean;
}

/** What was the lowest price from one day to another. */
export interface PriceStep extends DaySpan {
  readonly price: number;
}

/** The line through the price records, of ln price: dashed for at most a tenth of their span beyond. */
export interface PriceLine {
  readonly solid: FigureLine;
  readonly dashed: FigureLine;
  readonly halvingTimeDays: number;
}

/** Price per million tokens over time. */
export interface PricesFigure extends FigureWords {
  readonly kind: "prices";
  /** In date order. */
  readonly points: readonly PricePoint[];
  readonly timeRange: DaySpan;
  /** The lowest price so far, from each record to the day of the next, and to the last price. */
  readonly frontier: readonly PriceStep[];
  /** Powers of two of a dollar. */
  readonly priceRange: PowerRange;
  /** Only with a halving time. */
  readonly fit: PriceLine | undefined;
}

/** Price records, other prices, and what keys of the legend call them. */
export const priceMarks: Readonly<Record<"record" | "other", Mark>> = {
  record: { shape: "circle", hue: "blue" },
  other: { shape: "circle", hue: "foreground" },
};

/** Of the line of the lowest price so far, in pixels. */
export const frontierWidth = 1.4;

const keys: readonly LegendKey[] = [
  markKey("price record", priceMarks.record, true),
  markKey("other", priceMarks.other, false),
  lineKey("cheapest so far", "axis", frontierWidth),
];

/** The only choice there is: reference, basis and size do not move a price. */
const fitAssumption: Assumption = {
  setting: "estimator",
  label: "Fit",
  value: "price records",
  shortValue: "records",
  isModified: false,
};

/** The prices that the collection's cards state. */
export function pricesFigure(analysis: CollectionAnalysis): PricesFigure | EmptyFigure {
  const prices = pricesAtAbility(analysis).sort((first, second) => first.epochDay - second.epochDay);
  const trend = priceTrend(prices);
  const [first, last] = [prices.at(0), prices.at(-1)];
  if (trend === undefined || first === undefined || last === undefined) {
    const source = sourceLine(analysis.settings.reference);
    const wording = noPricesWording(analysis.models.length, analysis.settings.capableParameters);
    return { kind: "empty", wording, assumptions: assumptions(analysis), notes: [source] };
  }
  const recordIds = new Set(trend.lowest.map(({ id }) => id));
  const fit = priceLine(trend);
  return {
    kind: "prices",
    wording: pricesWording(trend, prices.length, analysis),
    keys,
    families: [],
    assumptions: {
      items: [fitAssumption, ...abilityAssumption(analysis)],
      leftOut: withoutPrice(analysis, prices),
    },
    notes: notes(analysis),
    points: prices.map(({ id, name, epochDay, price }) => ({
      id,
      name: displayName(name),
      epochDay,
      price,
      isRecord: recordIds.has(id),
    })),
    frontier: trend.lowest.map(({ epochDay, price }, place) => ({
      firstEpochDay: epochDay,
      lastEpochDay: trend.lowest[place + 1]?.epochDay ?? last.epochDay,
      price,
    })),
    timeRange: timeRange({ firstEpochDay: first.epochDay, lastEpochDay: last.epochDay }),
    priceRange: powerRange(
      prices.map(({ price }) => price),
      fit === undefined ? [] : [fit.solid, fit.dashed],
      [],
    ),
    fit,
  };
}

function priceLine({ lowest, line, halvingTimeDays, verdict }: PriceTrend): PriceLine | undefined {
  const [first, last] = [lowest.at(0), lowest.at(-1)];
  if (
    verdict !== "halving" ||
    line === undefined ||
    halvingTimeDays === undefined ||
    first === undefined ||
    last === undefined
  )
    return undefined;
  const span = { firstEpochDay: first.epochDay, lastEpochDay: last.epochDay };
  return {
    solid: { ...line, ...span },
    dashed: { ...line, firstEpochDay: span.lastEpochDay, lastEpochDay: lastDrawnDay(span) },
    halvingTimeDays,
  };
}

/** The ability that prices are compared at, once one is chosen. */
function abilityAssumption({ settings }: CollectionAnalysis): Assumption[] {
  const item = settings.capableParameters === undefined ? undefined : itemWithId("capable", settings);
  return item === undefined ? [] : [{ ...item, isModified: true }];
}

/** "46 cards without a price"; unreadable cards are among them. */
function withoutPrice(
  { models, excluded, settings }: CollectionAnalysis,
  prices: readonly DatedPrice[],
): string | undefined {
  const unreadable = excluded.filter(({ reason }) => reason === "unreadable").length;
  const count = models.length + unreadable - prices.length;
  if (count === 0) return undefined;
  return settings.capableParameters === undefined
    ? `${counted(count, "card")} without a price`
    : `${counted(count, "card")} left out`;
}

/** The reference matters only for what density adds. */
function notes(analysis: CollectionAnalysis): string[] {
  const prices = "Prices as the cards state them, in US dollars per million tokens read.";
  return claimedTrend(analysis) === undefined ? [prices] : [prices, sourceLine(analysis.settings.reference)];
}
