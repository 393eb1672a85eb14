import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { backtestOf } from "../../trend/questions/backtest.ts";
import { backtestedTrend, frontierOn } from "../../trend/questions/forecast.ts";
import {
  extrapolationPhrases,
  forecastRefusal,
  frontierSentence,
  tooFarAheadSentence,
} from "../../wording/forecast.ts";

/** A forecast that was asked for, drawn or not. */
export interface FigureAhead {
  /** The day to which the line is drawn; `undefined` when it is drawn as without a question. */
  readonly lastEpochDay: number | undefined;
  /** "extrapolated 9 months beyond 25 months of data" and shorter; none unless the line is drawn. */
  readonly phrases: readonly string[];
  /** The forecast with its interval, or why there is none. */
  readonly note: string;
}

/** Further ahead than so many times the data's span, the data would be a corner of their figure. */
const mostSpansAhead = 4;

/** What a figure draws and says of a day; the words are those of the command line. */
export function figureAhead(analysis: CollectionAnalysis, epochDay: number): FigureAhead {
  const { estimator } = analysis.settings;
  const claimed = backtestedTrend(analysis, backtestOf(analysis, estimator).get());
  if (claimed === undefined) return { lastEpochDay: undefined, phrases: [], note: forecastRefusal };
  const forecast = frontierOn(claimed, epochDay);
  const { extrapolationDays, dataSpanDays } = forecast;
  if (extrapolationDays > mostSpansAhead * dataSpanDays)
    return {
      lastEpochDay: undefined,
      phrases: [],
      note: tooFarAheadSentence(epochDay, mostSpansAhead),
    };
  const isAhead = extrapolationDays > 0;
  return {
    lastEpochDay: isAhead ? epochDay : undefined,
    phrases: isAhead ? extrapolationPhrases(forecast) : [],
    note: frontierSentence(epochDay, forecast),
  };
}
