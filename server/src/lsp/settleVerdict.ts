import type { FolderCollection } from "../workspace/folderCollection.ts";
import { inSlices } from "../workspace/inSlices.ts";

/**
 * Finds the verdict on a collection's trend between other messages, for answers that show it. After an
 * edit meanwhile it begins anew, so that no answer mixes two states.
 * @returns whether the verdict is there; `false` when nobody wants it any more
 */
export async function settleVerdict(
  collection: FolderCollection,
  isWanted: () => boolean = () => true,
): Promise<boolean> {
  while (isWanted()) {
    const { trend } = collection.analyse();
    const isCurrent = () => collection.analyse().trend === trend;
    const { kind } = await inSlices(trend.verdictSteps(), { isWanted: () => isWanted() && isCurrent() });
    if (kind === "done" && isCurrent()) return true;
  }
  return false;
}
