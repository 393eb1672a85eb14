import { markdownText } from "../text/markdownText.ts";
import { counted } from "../text/numbers.ts";
import type { TextRun } from "../text/textRun.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { contaminationSentence } from "../wording/contamination.ts";
import { emptyWording } from "../wording/empty.ts";
import { exclusionCounts } from "../wording/exclusions.ts";
import { extrapolationSentence } from "../wording/flags.ts";
import { indicatorNotes } from "../wording/indicator.ts";
import { intervalMethod } from "../wording/intervals.ts";
import { breakSentences } from "../wording/trendBreak.ts";
import { verdictWording } from "../wording/verdict.ts";
import { whoIsMissingSentence } from "../wording/whoIsMissing.ts";
import { cardSources } from "./cardSources.ts";
import { settingsLines } from "./footer.ts";
import type { ReportContext } from "./jsonContract.ts";
import { answersOfSettings } from "./trendAnswers.ts";

/**
 * `densing trend --format markdown`: the caption that a figure needs wherever it is shown. The finding
 * and its grounds, how it was reached, and where the numbers come from, a paragraph each.
 */
export function trendMarkdown({ analysis, cards }: Pick<ReportContext, "analysis" | "cards">): string {
  const [settings = "", source = ""] = settingsLines(analysis);
  const sources = cardSources({ analysis, cards });
  const paragraphs = [
    finding(analysis),
    markdownText([counts(analysis), settings, ...howMade(analysis)].join(" ")),
    markdownText(sources === undefined ? source : `${source} ${sources}`),
  ];
  return `${[...paragraphs, indicator(analysis)].join("\n\n")}\n`;
}

/** What to know before quoting a number, a line each. */
function indicator(analysis: CollectionAnalysis): string {
  const { wording, points } = indicatorNotes(analysis);
  const lines = points.map(({ title, text }) => `- **${title}.** ${markdownText(text)}`);
  return `${wording.verdict.map(emphasised).join("")}\n\n${lines.join("\n")}`;
}

function finding(analysis: CollectionAnalysis): string {
  if (analysis.trend.points.length === 0) {
    const { title, explanation, cards } = emptyWording(analysis);
    const rows = cards.map(({ name, reason }) => `- ${markdownText(`${name}: ${reason}`)}`);
    return [
      `**${title}.** ${markdownText(explanation)}`,
      ...(rows.length === 0 ? [] : [rows.join("\n")]),
    ].join("\n\n");
  }
  const { verdict, grounds } = verdictWording(analysis);
  const { trendBreak, placebo } = answersOfSettings(analysis);
  const broken =
    trendBreak === undefined ? [] : breakSentences(trendBreak, analysis.settings.estimator, placebo);
  return [
    verdict.map(emphasised).join(""),
    ...[...grounds.map(({ text }) => text), ...broken].map(markdownText),
  ].join(" ");
}

function emphasised({ text, emphasis }: TextRun): string {
  return emphasis === "strong" ? `**${markdownText(text)}**` : markdownText(text);
}

/** "47 models, 9 records; 4 left out (kind 4)." */
function counts({ trend, excluded }: CollectionAnalysis): string {
  const leftOut =
    excluded.length === 0 ? "none left out" : `${excluded.length} left out (${exclusionCounts(excluded)})`;
  return `${counted(trend.points.length, "model")}, ${counted(trend.records.length, "record")}; ${leftOut}.`;
}

/** How the intervals are made, and which densities lie beyond what the reference was fitted to. */
function howMade(analysis: CollectionAnalysis): string[] {
  const { trend } = analysis;
  const intervals = trend.line && intervalMethod(trend, trend.line.estimator);
  return [
    intervals,
    whoIsMissingSentence(analysis),
    contaminationSentence(analysis),
    extrapolationSentence(analysis),
  ].filter((sentence) => sentence !== undefined);
}
