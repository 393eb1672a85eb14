import { formatDollars } from "../../text/numbers.ts";
import { type FigureKind, inOneStep } from "../figureKind.ts";
import { drawPrices } from "./drawPrices.ts";
import { type PricesFigure, pricesFigure } from "./pricesFigure.ts";
import { pricesZoom } from "./zoomedPrices.ts";

/** Price per million tokens over time. */
export const prices: FigureKind<"prices", PricesFigure> = {
  id: "prices",
  title: "Prices",
  fileName: "prices",
  label: "Price per million tokens over time",
  directions: { across: "across", up: "by height" },
  ownColumn: "$ per million tokens",
  can: { zoom: pricesZoom },
  analyse: (analysis) => inOneStep(() => pricesFigure(analysis)),
  draw: drawPrices,
  rows: ({ points }) =>
    points.map(({ id, isRecord, epochDay, price }) => ({
      id,
      family: undefined,
      isRecord,
      epochDay,
      own: formatDollars(price),
    })),
  describe: () => undefined,
  nextStep: () => undefined,
};
