import type { DrawnFigureWords } from "../drawing/drawnFigure.ts";
import type { DaySpan, FigureLine } from "../figure/figureLine.ts";

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

/** The line through the price records: solid to the last of them, dashed for at most a tenth of the span beyond. */
export interface PriceLine {
  /** Of ln price on days. */
  readonly solid: FigureLine;
  readonly dashed: FigureLine;
  readonly halvingTimeDays: number;
}

/** Price per million tokens over time. */
export interface PricesFigure extends DrawnFigureWords {
  readonly kind: "prices";
  /** In date order. */
  readonly points: readonly PricePoint[];
  readonly timeRange: DaySpan;
  /** Only with a halving time. */
  readonly fit: PriceLine | undefined;
}
