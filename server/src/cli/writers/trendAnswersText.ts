import type { MethodAlternative } from "../../method/alternatives.ts";
import { methodLabel } from "../../method/assumptions.ts";
import { rowSentences } from "../../method/rowSentences.ts";
import type { TrendAnswers } from "../../report/trendAnswers.ts";
import { formatDate } from "../../text/dates.ts";
import { formatDensity } from "../../text/numbers.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import type { Backtest, PastForecast } from "../../trend/questions/backtest.ts";
import type { ForecastAnswer } from "../../trend/questions/forecastAnswers.ts";
import { recordsBias } from "../../trend/questions/recordsBias.ts";
import type { Sensitivity, SensitivityRow } from "../../trend/questions/sensitivity.ts";
import { backtestSentence, forecastRange, outcomeNames } from "../../wording/backtest.ts";
import { chipsSentence, priceSentence } from "../../wording/corollaries.ts";
import { forecastRefusal, forecastSentence } from "../../wording/forecast.ts";
import { briefIntervalPhrase } from "../../wording/intervals.ts";
import { powerSentence } from "../../wording/power.ts";
import { recordsBiasSentence } from "../../wording/recordsBias.ts";
import { referenceIntervalSentences } from "../../wording/referenceIntervals.ts";
import { sensitivityChange, sensitivityDays } from "../../wording/sensitivity.ts";
import { breakSentences } from "../../wording/trendBreak.ts";
import { allModelDays, rowPValue } from "../../wording/trendRows.ts";
import { textTable, wrapped } from "./textTable.ts";

/** The sections of `densing trend` that were asked for. */
export function answerSections(
  {
    trendBreak,
    placebo,
    powers,
    referenceIntervals,
    sensitivity,
    backtests,
    forecasts,
    corollaries,
  }: TrendAnswers,
  analysis: CollectionAnalysis,
  columns: number,
  styleTitle: (text: string) => string,
): string[] {
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => `${wrapped(text, columns)}\n`).join("");
  const power = powerSentence(powers);
  return [
    ...(trendBreak === undefined
      ? []
      : [paragraphs(breakSentences(trendBreak, analysis.settings.estimator, placebo))]),
    ...(forecasts.length === 0 ? [] : [paragraphs(forecastTexts(forecasts))]),
    ...backtests.map((each) => backtestSection(each, analysis, columns, styleTitle)),
    ...(corollaries === undefined
      ? []
      : [
          paragraphs([
            chipsSentence(analysis),
            priceSentence(corollaries.prices, analysis.settings.capableParameters),
          ]),
        ]),
    ...(referenceIntervals === undefined
      ? []
      : [paragraphs(referenceIntervalSentences(referenceIntervals, analysis))]),
    ...(power === undefined ? [] : [paragraphs([power])]),
    ...(sensitivity === undefined ? [] : [sensitivityTable(sensitivity, analysis, columns, styleTitle)]),
  ];
}

function forecastTexts(answers: readonly ForecastAnswer[]): string[] {
  const sentences = answers.map(forecastSentence);
  return sentences.every((text) => text !== undefined) ? sentences : [forecastRefusal];
}

function backtestSection(
  backtest: Backtest,
  analysis: CollectionAnalysis,
  columns: number,
  styleTitle: (text: string) => string,
): string {
  const words = `${wrapped(backtestSentence(backtest, analysis), columns)}\n`;
  if (backtest.forecasts.length === 0) return words;
  const table = textTable<PastForecast>(
    [
      { title: "Made on", align: "left", cell: ({ madeOnEpochDay }) => formatDate(madeOnEpochDay) },
      { title: "Models", align: "right", cell: ({ models }) => String(models) },
      { title: "For", align: "left", cell: ({ forDay }) => formatDate(forDay) },
      { title: "Forecast", align: "right", cell: ({ forecast }) => formatDensity(forecast) },
      { title: "95 % interval", align: "right", cell: forecastRange },
      { title: "Came", align: "right", cell: ({ actual }) => formatDensity(actual) },
      { title: "", align: "left", cell: ({ outcome }) => outcomeNames[outcome] },
    ],
    backtest.forecasts,
    styleTitle,
  );
  return `${words}${table}`;
}

interface TableRow {
  readonly label: string;
  readonly days: string;
  readonly interval: string;
  readonly change: string;
  readonly all: string;
  readonly p: string;
  readonly fittedTo: string;
}

function sensitivityTable(
  { current, rows }: Sensitivity<MethodAlternative>,
  analysis: CollectionAnalysis,
  columns: number,
  styleTitle: (text: string) => string,
): string {
  let group = "";
  const lines = rows.flatMap((row): TableRow[] => {
    const line = tableRow(`  ${row.choice.label}`, row);
    if (row.choice.group === group) return [line];
    group = row.choice.group;
    return [{ label: group, days: "", interval: "", change: "", all: "", p: "", fittedTo: "" }, line];
  });
  const table = textTable<TableRow>(
    [
      { title: "Choice", align: "left", cell: ({ label }) => label },
      { title: "Doubling, days", align: "right", cell: ({ days }) => days },
      { title: "Interval", align: "right", cell: ({ interval }) => interval },
      { title: "Change", align: "right", cell: ({ change }) => change },
      { title: "All models", align: "right", cell: ({ all }) => all },
      { title: "", align: "left", cell: ({ p }) => p },
      { title: "Models", align: "left", cell: ({ fittedTo }) => fittedTo },
    ],
    [tableRow(methodLabel(analysis), { ...current, changeDays: undefined }), ...lines],
    styleTitle,
  );
  const words = [
    "Each row changes one choice and keeps the rest; beside it, least squares over all models and its test.",
    ...rowSentences(current, rows),
    recordsBiasSentence(recordsBias(analysis)),
  ].filter((text) => text !== undefined);
  return `${words.map((text) => `${wrapped(text, columns)}\n`).join("")}${table}`;
}

function tableRow(label: string, row: Omit<SensitivityRow, "choice">): TableRow {
  const { interval, modelCount, recordCount } = row;
  return {
    label,
    days: sensitivityDays(row),
    interval: interval === undefined ? "" : briefIntervalPhrase(interval),
    change: sensitivityChange(row),
    all: allModelDays(row),
    p: rowPValue(row),
    fittedTo: `${recordCount} records of ${modelCount}`,
  };
}
