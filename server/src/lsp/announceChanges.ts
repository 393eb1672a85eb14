import type { Connection } from "vscode-languageserver";
import { panelService } from "../panel/panelService.ts";
import type { CollectionStatus, CollectionsChangedParams } from "../protocol.ts";
import type { Editor } from "./editor.ts";
import type { Folders } from "./folders.ts";
import { errorText, type Runtime } from "./runtime.ts";
import { coalesced } from "./scheduling.ts";
import { settleVerdict } from "./settleVerdict.ts";

/** Milliseconds between a change and the message that numbers changed; the panel draws well within 250. */
const changeDelay = 60;

/**
 * Tells the editor that numbers changed, a moment after the first of many changes and once the verdicts
 * on the trends are there. Until then the editor keeps what was reported before. What changes meanwhile
 * is reported afterwards, so that steady typing puts off no message for long. An editor that takes none of
 * the messages costs nothing.
 * @param flush called before numbers are made
 */
export function announcer(
  connection: Connection,
  folders: Folders,
  editor: Editor,
  runtime: Runtime,
  flush: () => void,
): () => void {
  const tell = async () => {
    flush();
    const collections: CollectionStatus[] = [];
    for (const folder of folders.all()) {
      const analysis = await settleVerdict(folder.collection, runtime);
      if (analysis !== undefined) collections.push(panelService.status(folder, analysis));
    }
    if (editor.followsCollections)
      void connection.sendNotification("densing/collectionsChanged", {
        collections,
      } satisfies CollectionsChangedParams);
    for (const [feature, isRefreshed] of [
      ["codeLens", editor.refreshesLenses],
      ["inlayHint", editor.refreshesHints],
    ] as const)
      if (isRefreshed) void connection.sendRequest(`workspace/${feature}/refresh`).catch(() => undefined);
  };
  let isTelling = false;
  let isChanged = false;
  const tellAll = async () => {
    isChanged = true;
    if (isTelling) return;
    isTelling = true;
    while (isChanged) {
      isChanged = false;
      await tell().catch((error: unknown) =>
        runtime.log(`Telling the editor of changes failed: ${errorText(error)}`),
      );
    }
    isTelling = false;
  };
  const tellSoon = coalesced(changeDelay, tellAll, runtime);
  return () => {
    if (editor.followsCollections || editor.refreshesLenses || editor.refreshesHints) tellSoon();
  };
}
