import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import type { BenchmarkId } from "../../density/model.ts";
import { formatDensity, formatParameters, formatPercent, superscript } from "../../text/numbers.ts";
import type { AnalysedModel } from "../../trend/collection/analyseCollection.ts";
import { benchmarkName } from "../../wording/benchmarkNames.ts";
import { benchmarkFlagSentence } from "../../wording/flags.ts";
import { formatLoss, lossFlagSentence, lossSentence } from "../../wording/losses.ts";
import { type ModelDetails, modelDetails } from "../../wording/modelDetails.ts";
import { analysedCard, type CardContext, cardAt, editorRange, isInside } from "../cardContext.ts";
import { showInTrendCommand } from "../codeLens.ts";
import { keyAt } from "../keyAt.ts";
import { escapeMarkdown, factTable } from "../markdown.ts";
import { sourceLinks } from "../sourceLinks.ts";
import { keyDocumentation, keyHoverAt } from "./keyHover.ts";
import { valueHoverAt } from "./valueHover.ts";

/**
 * What a hover on a name, a size, a date or a score says: the model's density and what it rests on;
 * on a score, first what that score alone says. A key says what it is for, a value what it stands for.
 */
export function hoverAt(context: CardContext, position: Position): Hover | null {
  const found = modelAt(context, position);
  if (found === undefined) return keyHoverAt(context, position) ?? valueHoverAt(context, position);
  const { card, target, analysed } = found;
  const details = modelDetails(analysed, context.analysis);
  const key = keyAt(card, context.document.offsetAt(position));
  const keySection = (key && keyDocumentation(context, key.path)) ?? "";
  // One of several counts was pointed at for itself; the size as a whole, for the density.
  const isCountKey = key !== undefined && key.path.length > 1;
  const sections = [
    ...(isCountKey ? [keySection] : []),
    ...(target.benchmark === undefined ? [] : [scoreSection(context, analysed, target.benchmark)]),
    ...(target.lossOf === undefined ? [] : [lossSection(context, analysed, target.lossOf)]),
    `**${escapeMarkdown(details.title)}**\n\n${escapeMarkdown(details.meaning)}`,
    factTable(details.rows),
    benchmarkSection(details),
    footer(context, analysed, details),
    sourceLinks(sourcesOf(card, target, analysed)),
    ...(isCountKey ? [] : [keySection]),
  ];
  return {
    contents: {
      kind: MarkupKind.Markdown,
      value: sections.filter((section) => section !== "").join("\n\n---\n\n"),
    },
    range: editorRange(context, target.range),
  };
}

/** Whether the hover at a place speaks of the trend, which takes its time in a large collection. */
export function hoverShowsTrend(context: CardContext, position: Position): boolean {
  return modelAt(context, position) !== undefined;
}

function modelAt(context: CardContext, position: Position) {
  const card = cardAt(context, position);
  const target = card && targetAt(card, context.document.offsetAt(position));
  const analysed = card && analysedCard(context, card);
  return target && analysed && { card, target, analysed };
}

/** Of a score with a source of its own that one, else those of the card. */
function sourcesOf(
  { ranges }: Card,
  { benchmark }: HoverTarget,
  { model }: AnalysedModel,
): readonly string[] {
  const own =
    benchmark === undefined ? undefined : model.scores.get(benchmark)?.flatMap(({ source }) => source ?? []);
  return own === undefined || own.length === 0 ? ranges.sources.map(({ text }) => text) : own;
}

interface HoverTarget {
  readonly range: SourceRange;
  readonly benchmark?: BenchmarkId;
  readonly lossOf?: BenchmarkId;
}

function targetAt({ ranges }: Card, offset: number): HoverTarget | undefined {
  for (const [benchmark, scores] of ranges.scores) {
    const range = scores.find((score) => isInside(offset, score));
    if (range !== undefined) return { range, benchmark };
  }
  for (const [lossOf, losses] of ranges.losses) {
    const range = losses.find((loss) => isInside(offset, loss));
    if (range !== undefined) return { range, lossOf };
  }
  const range = [ranges.name, ranges.releaseDate, ranges.parametersKey, ranges.parameters].find((one) =>
    isInside(offset, one),
  );
  return range && { range };
}

function scoreSection({ analysis }: CardContext, { density }: AnalysedModel, id: BenchmarkId): string {
  const { reference } = analysis.settings;
  const one = density.benchmarks.find(({ benchmark }) => benchmark === id);
  if (one === undefined) return "";
  const name = escapeMarkdown(benchmarkName(id));
  if (!reference.curves.has(id)) {
    return `**${name} ${escapeMarkdown(formatPercent(one.score.percent, 1))}**\n\nThe reference ${escapeMarkdown(reference.name)} has no curve for ${name}, so it gives no density\\.`;
  }
  const lines = [
    one.density === undefined || one.effectiveSize?.kind !== "size"
      ? `**${name}: no density**`
      : `**${name}: density ${escapeMarkdown(formatDensity(one.density))}**\n\n${escapeMarkdown(`${formatPercent(one.score.percent, 1)} is what a reference model of ${formatParameters(one.effectiveSize.parameters)} parameters scores.`)}`,
    ...one.flags.map((flag) => escapeMarkdown(benchmarkFlagSentence(flag, one, analysis.settings))),
  ];
  return lines.join("\n\n");
}

/** What a loss alone says, and whether it counts. */
function lossSection({ analysis }: CardContext, { model, density }: AnalysedModel, id: BenchmarkId): string {
  const one = density.losses.find(({ benchmark }) => benchmark === id);
  if (one === undefined) return "";
  const { settings } = analysis;
  const name = `${benchmarkName(id)}, loss ${formatLoss(one.loss)}`;
  const title = `${name}: ${one.density === undefined ? "no density" : `density ${formatDensity(one.density)}`}`;
  const lines = [
    lossSentence(one, !model.scores.has(id), settings),
    // Out of range, the sentence above has said why.
    ...one.flags.flatMap((flag) =>
      flag === "extrapolated" || flag === "imprecise" ? [lossFlagSentence(flag, one, settings)] : [],
    ),
  ];
  return [`**${escapeMarkdown(title)}**`, ...lines.map(escapeMarkdown)].join("\n\n");
}

/** Densities side by side, with numbered notes below them. */
function benchmarkSection({ benchmarks }: ModelDetails): string {
  if (benchmarks.length === 0) return "";
  const notes: string[] = [];
  const cells = benchmarks.map(({ density, note }) => {
    if (note === undefined) return escapeMarkdown(density);
    notes.push(note);
    return `${escapeMarkdown(density)} ${superscript(notes.length)}`;
  });
  const table = [
    `| ${benchmarks.map(({ name }) => escapeMarkdown(name)).join(" | ")} |`,
    `| ${benchmarks.map(() => "--:").join(" | ")} |`,
    `| ${cells.join(" | ")} |`,
  ].join("\n");
  return [
    table,
    ...notes.map((note, position) => `${superscript(position + 1)} ${escapeMarkdown(note)}`),
  ].join("\n\n");
}

function footer({ document }: CardContext, { id }: AnalysedModel, { notes, basis }: ModelDetails): string {
  const argument = encodeURIComponent(JSON.stringify([{ modelId: id, uri: document.uri }]));
  return [...notes, basis]
    .map(escapeMarkdown)
    .concat(`[Show in trend](command:${showInTrendCommand}?${argument})`)
    .join("\n\n");
}
