import type { FolderCollection } from "../collection/folderCollection.ts";
import { inSlices, type Turns } from "../files/inSlices.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";

/** Milliseconds after which edits no longer make the search for a verdict begin anew. */
export const longestWait = 1000;

/**
 * Finds the verdict on a collection's trend between other messages, for answers that show it. After an
 * edit meanwhile it begins anew, so that the verdict is the latest; but of many models it takes longer
 * than the time between two keys, so that after the longest wait the one under way is brought to its end.
 * @returns the analysis that has its verdict; `undefined` when nobody wants it any more
 */
export async function settleVerdict(
  collection: Pick<FolderCollection, "analyse">,
  turns: Turns,
  isWanted: () => boolean = () => true,
): Promise<CollectionAnalysis | undefined> {
  const { clock } = turns;
  const start = clock.now();
  while (isWanted()) {
    const analysis = collection.analyse();
    const isGoodEnough = () =>
      collection.analyse().trend === analysis.trend || clock.now() - start > longestWait;
    const steps = analysis.trend.verdictSteps();
    const { kind } = await inSlices(steps, turns, () => isWanted() && isGoodEnough());
    if (kind === "done" && isGoodEnough()) return analysis;
  }
  return undefined;
}
