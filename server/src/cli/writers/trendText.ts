import { settingsLines } from "../../report/footer.ts";
import type { ReportContext } from "../../report/jsonContract.ts";
import type { TrendAnswers } from "../../report/trendAnswers.ts";
import { formatDate, formatReleaseDate } from "../../text/dates.ts";
import { formatDecimal, formatDensity } from "../../text/numbers.ts";
import { singleLine } from "../../text/plainLine.ts";
import { plainText } from "../../text/textRun.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { originEpochDay, type TrendPoint } from "../../trend/collection/trendPoint.ts";
import type { TrendLine } from "../../trend/fit/estimator.ts";
import { estimatorName } from "../../wording/choiceNames.ts";
import { contaminationSentence } from "../../wording/contamination.ts";
import { emptyWording } from "../../wording/empty.ts";
import { exclusionCounts, exclusionPhrase } from "../../wording/exclusions.ts";
import { extrapolationSentence } from "../../wording/flags.ts";
import { intervalMethod, intervalName, intervalPhrase } from "../../wording/intervals.ts";
import { doublingTimePhrase, verdictWording } from "../../wording/verdict.ts";
import { whoIsMissingSentence } from "../../wording/whoIsMissing.ts";
import type { Terminal } from "../terminal.ts";
import { textTable, wrapped } from "./textTable.ts";
import { answerSections } from "./trendAnswersText.ts";

/** Left-out cards are listed one by one up to this many, then counted by reason. */
const mostListed = 12;

/** `densing trend`: the verdict, what it rests on, the records, and what was left out. */
export function trendText(
  { analysis, cards }: ReportContext,
  answers: TrendAnswers,
  terminal: Terminal,
): string {
  const { colors, columns } = terminal;
  const { trend } = analysis;
  if (trend.points.length === 0)
    return [emptyText(analysis, columns), ...answerSections(answers, analysis, columns, colors.dim)].join(
      "\n",
    );
  const wording = verdictWording(analysis);
  const headline = wording.verdict
    .map(({ text, emphasis }) => (emphasis === "strong" ? colors.bold(text) : text))
    .join("");
  const extrapolation = extrapolationSentence(analysis);
  const sections = [
    `${headline}\n${wrapped(plainText(wording.grounds), columns)}\n`,
    ...(trend.records.length === 0
      ? []
      : [recordsSection(analysis, colors.dim, (point) => cards.get(point.id)?.file ?? "")]),
    ...(trend.line === undefined ? [] : [fitSection(analysis, trend.line, columns)]),
    ...answerSections(answers, analysis, columns, colors.dim),
    ...(analysis.excluded.length === 0 ? [] : [leftOutSection(analysis, columns)]),
    [
      whoIsMissingSentence(analysis),
      contaminationSentence(analysis),
      extrapolation,
      ...settingsLines(analysis),
    ]
      .filter((line) => line !== undefined)
      .map((line) => `${colors.dim(wrapped(line, columns))}\n`)
      .join(""),
  ];
  return sections.join("\n");
}

function emptyText(analysis: CollectionAnalysis, columns: number): string {
  const { title, explanation, cards } = emptyWording(analysis);
  const rows = cards.map(({ name, reason }) => wrapped(singleLine(`${name}: ${reason}`), columns, "  "));
  return [`${title}. ${explanation}`, ...rows].map((row) => `${row}\n`).join("");
}

function recordsSection(
  { models, trend }: CollectionAnalysis,
  dim: (text: string) => string,
  fileOf: (point: TrendPoint) => string,
): string {
  const dates = new Map(models.map(({ id, model }) => [id, model.releaseDate]));
  return textTable<TrendPoint>(
    [
      {
        title: "Records",
        align: "left",
        cell: ({ id, epochDay }) => formatReleaseDate(dates.get(id) ?? { epochDay, precision: "day" }),
      },
      { title: "Density", align: "right", cell: ({ density }) => formatDensity(density) },
      { title: "Model", align: "left", cell: ({ name }) => name },
      { title: "Card", align: "left", cell: fileOf },
    ],
    trend.records,
    dim,
  );
}

/** The line asked for as an equation, then every estimator with its interval. */
function fitSection({ trend, settings }: CollectionAnalysis, line: TrendLine, columns: number): string {
  const equation = `ln density = ${formatDecimal(line.slopePerDay, 5)} t ${line.intercept < 0 ? "−" : "+"} ${formatDecimal(Math.abs(line.intercept), 3)}`;
  const rSquared = line.rSquared === undefined ? "" : `R² ${formatDecimal(line.rSquared, 3)}, `;
  const fit = `Fit over ${estimatorName(line.estimator, settings.tau)}: ${equation}, t in days since ${formatDate(originEpochDay)}; ${rSquared}${line.pointCount} points.`;
  const rows = trend.lines.map((each) => {
    const interval = trend.intervals?.of(each.estimator);
    const days =
      each.doublingTimeDays === undefined ? "no growth" : doublingTimePhrase(each.doublingTimeDays);
    const range = interval === undefined ? "" : `; ${intervalName(interval)} ${intervalPhrase(interval)}`;
    return `  ${estimatorName(each.estimator, settings.tau)}: ${days}${range}`;
  });
  const how = intervalMethod(trend, line.estimator);
  return [
    wrapped(fit, columns),
    "Doubling time by estimator:",
    ...rows,
    ...(how === undefined ? [] : [wrapped(how, columns)]),
  ]
    .map((text) => `${text}\n`)
    .join("");
}

function leftOutSection({ excluded, models, settings }: CollectionAnalysis, columns: number): string {
  const analysedById = new Map(models.map((analysed) => [analysed.id, analysed]));
  const title = `${excluded.length} left out of the trend`;
  if (excluded.length <= mostListed) {
    const rows = excluded.map(({ id, name, reason }) =>
      wrapped(
        singleLine(`${name}: ${exclusionPhrase(reason, analysedById.get(id), settings)}`),
        columns,
        "  ",
      ),
    );
    return [`${title}:`, ...rows].map((row) => `${row}\n`).join("");
  }
  return `${wrapped(`${title}: ${exclusionCounts(excluded)}. densing report lists them with the reason.`, columns)}\n`;
}
