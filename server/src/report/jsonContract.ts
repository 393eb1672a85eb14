import type { CardSummary } from "../collection/cardSummary.ts";
import type { Collection } from "../collection/collection.ts";
import { isoOfEpochDay } from "../density/calendar.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";

/** Version of the JSON contract in schemas/report.schema.json. */
export const schemaVersion = 1;

/** What the writers of the JSON contract need beside the analysis. */
export interface ReportContext {
  readonly analysis: CollectionAnalysis;
  /** Card by id: where each model stands. */
  readonly cards: ReadonlyMap<string, CardSummary>;
  /** The day taken for today. */
  readonly asOfEpochDay: number;
}

/** A collection under its settings, for the writers. */
export function contextOf(
  collection: Collection,
  settings: AnalysisSettings,
  asOfEpochDay: number,
): ReportContext {
  return {
    analysis: collection.analyse(settings),
    cards: new Map(collection.cards().map((card) => [card.id, card])),
    asOfEpochDay,
  };
}

/** What every document of a collection begins with: the contract, and what every number depends on. */
export function headerBlock({ analysis: { settings }, asOfEpochDay }: ReportContext) {
  return {
    schemaVersion,
    settings: {
      reference: settings.reference.name,
      basis: settings.basis,
      denominator: settings.denominator,
      d0: settings.trainingTokens,
      kinds: settings.kinds,
      asOf: isoOfEpochDay(asOfEpochDay),
    },
  };
}

/** Every card left out of the trend, with its one reason. */
export function excludedBlock({ analysis, cards }: ReportContext) {
  return analysis.excluded.map(({ id, name, reason }) => ({ name, file: cards.get(id)?.file ?? "", reason }));
}

/** JSON text of the contract: two spaces, full precision, one line break at the end. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What cannot be computed is null. */
export function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}
