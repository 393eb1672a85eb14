import type { CardSummary } from "../collection/cardSummary.ts";
import { formatReleaseDate } from "../text/dates.ts";
import { formatDensity } from "../text/numbers.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { exclusionSummary } from "../wording/exclusions.ts";
import { lensText } from "../wording/lens.ts";
import type { CardPlace } from "./panelData.ts";
import { hasCards, type PanelFolder } from "./panelSubject.ts";

/** A number to sort by and the words that are shown for it. */
export interface Shown {
  readonly value: number;
  readonly text: string;
}

/** One card in a list of models. Plain data: it is sent to the editor. */
export interface ListedModel extends CardPlace {
  readonly id: string;
  readonly name: string;
  readonly family: string | null;
  /** Days since 1970-01-01 (UTC), and the date no more precise than the card. */
  readonly released: Shown | null;
  readonly density: Shown | null;
  readonly isRecord: boolean;
  /** Why the card is not in the trend, for a line that has little room; null for a member. */
  readonly leftOut: string | null;
  /**
   * What the lens above the card says, and that a model is a record also where there is no trend to say
   * it with: what an icon shows is in words too. Empty for a card that cannot be read.
   */
  readonly words: string;
}

/** The cards of one collection, in the order of their files. */
export interface ModelList {
  readonly folderUri: string;
  readonly name: string;
  readonly models: readonly ListedModel[];
}

/** The cards of every collection that has some, each with its density, or with a reason when it has no part. */
export function modelLists(folders: readonly PanelFolder[]): ModelList[] {
  return folders.filter(hasCards).map(({ uri, name, collection: folder }) => {
    const analysis = folder.analyse();
    const cards = folder.collection.cards();
    const models = cards.map((card) => listed(card, analysis.modelById(card.id), analysis));
    return { folderUri: uri, name, models };
  });
}

function listed(
  card: CardSummary,
  analysed: AnalysedModel | undefined,
  { settings }: CollectionAnalysis,
): ListedModel {
  const { id, name, file, nameStart } = card;
  const place = { id, name, path: file, line: nameStart.line };
  if (analysed === undefined)
    return {
      ...place,
      family: null,
      released: null,
      density: null,
      isRecord: false,
      leftOut: exclusionSummary("unreadable", undefined, settings),
      words: "",
    };
  const { model, density, excluded, isRecord, daysAhead } = analysed;
  const { releaseDate } = model;
  return {
    ...place,
    family: model.family?.trim() || null,
    released: releaseDate ? { value: releaseDate.epochDay, text: formatReleaseDate(releaseDate) } : null,
    density:
      density.result.kind === "density"
        ? { value: density.result.density, text: formatDensity(density.result.density) }
        : null,
    isRecord,
    leftOut: excluded === undefined ? null : exclusionSummary(excluded, analysed, settings),
    words: [lensText(analysed, settings), ...(isRecord && daysAhead === undefined ? ["record"] : [])].join(
      " | ",
    ),
  };
}
