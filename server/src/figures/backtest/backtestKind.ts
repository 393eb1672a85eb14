import { pastForecastPhrase } from "../../wording/backtest.ts";
import type { FigureKind } from "../figureKind.ts";
import { type BacktestFigure, backtestFigure } from "./backtestFigure.ts";
import { drawBacktest } from "./drawBacktest.ts";

/** Past forecasts of the densest model beside what came. */
export const backtest: FigureKind<"backtest", BacktestFigure> = {
  id: "backtest",
  title: "Backtest",
  fileName: "backtest",
  label: "Past forecasts of the highest density beside what came",
  directions: { across: "by date", up: "by density" },
  can: {},
  analyse: backtestFigure,
  draw: drawBacktest,
  rows: ({ frontier }) =>
    frontier.map(({ id, epochDay }) => ({ id, family: undefined, isRecord: true, epochDay })),
  describe: ({ forecasts }) => `${forecasts.map(pastForecastPhrase).join("; ")}.`,
  nextStep: () => "see-over-time",
};
