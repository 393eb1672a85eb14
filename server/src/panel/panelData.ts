import type { CardSummary } from "../collection/cardSummary.ts";
import { assumptions } from "../method/assumptions.ts";
import { formatReleaseDate } from "../text/dates.ts";
import { counted, formatDensity, formatParameters } from "../text/numbers.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { Verdict } from "../trend/fit/fitTrend.ts";
import { datedPrices } from "../trend/questions/corollaries.ts";
import type { Steps } from "../trend/steps.ts";
import { exclusionSentence } from "../wording/exclusions.ts";
import { placePhrase } from "../wording/lens.ts";
import { doublingTimePhrase } from "../wording/verdict.ts";
import { drawnIds, notesBelow, type PanelContent, panelContent } from "./panelContent.ts";
import { type PanelControl, panelControls } from "./panelControls.ts";
import type { PanelQuestion } from "./panelQuestion.ts";
import { type PanelReset, panelResets } from "./panelResets.ts";
import type { PanelFolder, PanelSubject } from "./panelSubject.ts";
import { hasEffect, pricesLeftOut } from "./pricesStrip.ts";

/** A collection in one line, for the status item and the panel's picker. */
export interface CollectionStatus {
  readonly folderUri: string;
  readonly name: string;
  readonly cardCount: number;
  /** Models in the trend. */
  readonly modelCount: number;
  readonly isIndexed: boolean;
  readonly verdict: Verdict;
  /** "47 models, doubling every 106 days (3.5 months)"; "1 card, no density yet". */
  readonly summary: string;
}

/** Where a model's card is: what a click opens. */
export interface CardPlace {
  readonly path: string;
  /** 0-based line of the card's name. */
  readonly line: number;
}

/** One row of the table of points. */
export interface PanelRow extends CardPlace {
  readonly id: string;
  readonly name: string;
  readonly released: string;
  readonly density: string;
  readonly effective: string;
  readonly actual: string;
  /** "record, 41 days ahead of the trend"; empty when no doubling is claimed. */
  readonly place: string;
}

/** A card that is not in the trend, and why. */
export interface PanelExclusion extends CardPlace {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** Everything the panel shows of one collection. Plain data: it is sent to the page and kept there. */
export interface PanelData {
  /** What was asked, with the folder that answers. */
  readonly question: PanelQuestion & { readonly folderUri: string };
  readonly folders: readonly { readonly uri: string; readonly name: string }[];
  /** `false` while cards are still being read. */
  readonly isIndexed: boolean;
  readonly settingsProblem: string | undefined;
  /** Those that move what the view shows. */
  readonly controls: readonly PanelControl[];
  /** The ways back that change something. */
  readonly resets: readonly PanelReset[];
  /** "4 left out"; absent when every card counts. */
  readonly leftOutCount: string | undefined;
  /** Cards whose price the view of prices draws. */
  readonly priceCount: number;
  /** Said once below the figure: extrapolation, then the source of the reference. */
  readonly notes: readonly string[];
  readonly content: PanelContent;
  /** The points of the figure, in its order. */
  readonly rows: readonly PanelRow[];
  readonly leftOut: readonly PanelExclusion[];
}

/** A collection in one line. */
export function collectionStatus(
  { uri, name, collection }: PanelFolder,
  analysis: CollectionAnalysis,
): CollectionStatus {
  const { trend, models, excluded } = analysis;
  const cardCount = models.length + excluded.filter(({ reason }) => reason === "unreadable").length;
  return {
    folderUri: uri,
    name,
    cardCount,
    isIndexed: collection.isIndexed,
    verdict: trend.verdict,
    modelCount: trend.points.length,
    summary: statusSummary(cardCount, analysis),
  };
}

/** Cards are counted where no model is in the trend, and models where they are. */
function statusSummary(cardCount: number, analysis: CollectionAnalysis): string {
  const { trend, models } = analysis;
  if (trend.points.length > 0 || cardCount === 0)
    return `${counted(trend.points.length, "model")}, ${verdictSummary(analysis)}`;
  const hasDensity = models.some(({ density }) => density.result.kind === "density");
  return `${counted(cardCount, "card")}, ${hasDensity ? "none in the trend" : "no density yet"}`;
}

/** What the panel shows of a collection; that choices are not in force is said. */
export function* panelData({
  question,
  folder: { collection },
  folders,
  context,
  problem,
}: PanelSubject): Steps<PanelData> {
  const { analysis } = context;
  const cards = new Map(collection.collection.cards().map((card) => [card.id, card]));
  const content = yield* panelContent(question, context);
  const isMoved = hasEffect(content, analysis);
  const withoutPrice = pricesLeftOut(content, analysis);
  const leftOut =
    withoutPrice?.cards ??
    analysis.excluded.map(({ id, name, reason }) => ({
      id,
      name,
      reason: exclusionSentence(reason, analysis.modelById(id), analysis.settings),
    }));
  return {
    question,
    folders: folders.map(({ uri, name }) => ({ uri, name })),
    isIndexed: collection.isIndexed,
    settingsProblem: problem ?? collection.settingsProblem,
    controls: isMoved ? panelControls(context, content.view) : [],
    resets: isMoved ? panelResets(context) : [],
    leftOutCount: withoutPrice === undefined ? assumptions(analysis).leftOut : withoutPrice.count,
    priceCount: datedPrices(analysis).length,
    notes: notesBelow(content),
    content,
    rows: drawnIds(content).flatMap((id) => {
      const analysed = analysis.modelById(id);
      return analysed === undefined ? [] : [panelRow(analysed, analysis, cards.get(id))];
    }),
    leftOut: leftOut.map((card) => ({ ...card, ...placeOf(cards.get(card.id)) })),
  };
}

function verdictSummary({ trend }: CollectionAnalysis): string {
  if (trend.verdict === "too-few-models") return "too few for a trend";
  const days = trend.line?.doublingTimeDays;
  return trend.verdict === "doubling" && days !== undefined
    ? `doubling every ${doublingTimePhrase(days)}`
    : "no doubling can be claimed";
}

function panelRow(
  analysed: AnalysedModel,
  analysis: CollectionAnalysis,
  card: CardSummary | undefined,
): PanelRow {
  const { id, model, density } = analysed;
  const { result } = density;
  return {
    id,
    name: model.name,
    released: model.releaseDate === undefined ? "" : formatReleaseDate(model.releaseDate),
    density: result.kind === "density" ? formatDensity(result.density) : "",
    effective: result.kind === "density" ? formatParameters(result.effectiveParameters) : "",
    actual: result.kind === "density" ? formatParameters(result.actualParameters) : "",
    place: placePhrase(analysed, analysis.settings) ?? "",
    ...placeOf(card),
  };
}

function placeOf(card: CardSummary | undefined): CardPlace {
  return { path: card?.file ?? "", line: card?.nameStart.line ?? 0 };
}
