import { cutLine, type DaySpan, hasLength, isInSpan } from "../../trend/fit/lineOnDays.ts";
import { powerRange } from "../axes/axisRanges.ts";
import type { FigureZoom } from "../figureKind.ts";
import type { PricesFigure } from "./pricesFigure.ts";

/** Prices are zoomed across their dates; the dates that the trend is fitted to change none of them. */
export const pricesZoom: FigureZoom<PricesFigure> = {
  followsTrend: false,
  datesOf: ({ timeRange }) => timeRange,
  zoomedTo: zoomedPrices,
  movedTo: (figure, dates, { priceRange }) => ({
    ...zoomedPrices(figure, dates),
    points: figure.points,
    priceRange,
  }),
};

/** The part of a figure between two days, with an axis of its own; records stay those of all prices. */
export function zoomedPrices(figure: PricesFigure, dates: DaySpan): PricesFigure {
  const points = figure.points.filter(({ epochDay }) => isInSpan(epochDay, dates));
  const frontier = figure.frontier
    .map((step) => ({
      ...step,
      firstEpochDay: Math.max(step.firstEpochDay, dates.firstEpochDay),
      lastEpochDay: Math.min(step.lastEpochDay, dates.lastEpochDay),
    }))
    .filter(({ firstEpochDay, lastEpochDay }) => lastEpochDay >= firstEpochDay);
  const fit = figure.fit && {
    ...figure.fit,
    solid: cutLine(figure.fit.solid, dates),
    dashed: cutLine(figure.fit.dashed, dates),
  };
  const prices = [...points, ...frontier].map(({ price }) => price);
  const lines = fit === undefined ? [] : [fit.solid, fit.dashed].filter(hasLength);
  return {
    ...figure,
    points,
    frontier,
    timeRange: dates,
    priceRange: prices.length === 0 ? figure.priceRange : powerRange(prices, lines, []),
    fit,
  };
}
