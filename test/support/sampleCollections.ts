import { readdirSync, readFileSync } from "node:fs";
import { readCards } from "../../server/src/cards/readCards.ts";
import {
  type AnalysisSettings,
  analyseCollection,
  type CollectionAnalysis,
  type CollectionEntry,
} from "../../server/src/trend/collection/analyseCollection.ts";
import { paperTrend } from "./nmi2025.ts";

const known = new Map<string, readonly CollectionEntry[]>();

/** The cards of a folder of `samples/`, in the order of their files' names. */
export function sampleEntries(folder: string): readonly CollectionEntry[] {
  const entries = known.get(folder) ?? readEntries(new URL(`../../samples/${folder}/`, import.meta.url));
  known.set(folder, entries);
  return entries;
}

function readEntries(folder: URL): CollectionEntry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".modelcard.yaml"))
    .sort()
    .flatMap((file) =>
      readCards(readFileSync(new URL(file, folder), "utf8")).cards.map(
        ({ model, name }, place): CollectionEntry => ({
          id: `${file}#${place}`,
          name: name ?? file,
          model,
        }),
      ),
    );
}

/** What a folder of `samples/` says; the paper's choices unless others are given. */
export function sampleAnalysis(folder: string, changes: Partial<AnalysisSettings> = {}): CollectionAnalysis {
  return analyseCollection(sampleEntries(folder), { ...paperTrend, ...changes });
}
