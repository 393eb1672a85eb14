import type { CollectionAnalysis } from "../../trend/analyseCollection.ts";
import type { TrendLine } from "../../trend/fitTrend.ts";
import { originEpochDay, type TrendPoint } from "../../trend/trendPoint.ts";
import { estimatorNames } from "../../trend/wording/assumptions.ts";
import { formatDate, formatReleaseDate } from "../../trend/wording/dates.ts";
import { emptyWording } from "../../trend/wording/empty.ts";
import { exclusionPhrase } from "../../trend/wording/exclusions.ts";
import { extrapolationSentence } from "../../trend/wording/flags.ts";
import { formatDecimal, formatDensity } from "../../trend/wording/numbers.ts";
import { plainText } from "../../trend/wording/textRun.ts";
import { doublingTimePhrase, verdictWording } from "../../trend/wording/verdict.ts";
import type { Terminal } from "../terminal.ts";
import { settingsLines } from "./footer.ts";
import type { ReportContext } from "./jsonContract.ts";
import { singleLine, textTable, wrapped } from "./textTable.ts";

/** Left-out cards are listed one by one up to this many, then counted by reason. */
const mostListed = 12;

/** `densing trend`: the verdict, what it rests on, the records, and what was left out. */
export function trendText({ analysis, cards }: ReportContext, terminal: Terminal): string {
  const { colors, columns } = terminal;
  const { trend } = analysis;
  if (trend.points.length === 0) return emptyText(analysis, columns);
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
    ...(trend.line === undefined ? [] : [fitSection(analysis, trend.line)]),
    ...(analysis.excluded.length === 0 ? [] : [leftOutSection(analysis, columns)]),
    [...(extrapolation === undefined ? [] : [extrapolation]), ...settingsLines(analysis)]
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

function fitSection({ trend, settings }: CollectionAnalysis, line: TrendLine): string {
  const equation = `ln density = ${formatDecimal(line.slopePerDay, 5)} t ${line.intercept < 0 ? "−" : "+"} ${formatDecimal(Math.abs(line.intercept), 3)}`;
  const others = trend.lines
    .filter(({ estimator }) => estimator !== settings.estimator)
    .map(
      ({ estimator, doublingTimeDays }) =>
        `${estimatorNames[estimator]}: ${doublingTimeDays === undefined ? "no growth" : doublingTimePhrase(doublingTimeDays)}`,
    );
  return [
    `Fit over ${estimatorNames[line.estimator]}: ${equation}, t in days since ${formatDate(originEpochDay)}; R² ${formatDecimal(line.rSquared, 3)}, ${line.pointCount} points.`,
    ...others.map((other) => `Fit over ${other}.`),
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
  const counts = new Map<string, number>();
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => `${reason} ${count}`).join(", ");
  return `${wrapped(`${title}: ${reasons}. densing report lists them with the reason.`, columns)}\n`;
}
