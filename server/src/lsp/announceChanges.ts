import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { collectionStatus } from "../panel/panelData.ts";
import type { CollectionStatus, CollectionsChangedParams } from "../protocol.ts";
import type { Folders } from "./folders.ts";
import type { Log } from "./runSafely.ts";
import { coalesced } from "./scheduling.ts";
import { settleVerdict } from "./settleVerdict.ts";

/** Milliseconds between a change and the message that numbers changed; the panel draws well within 250. */
const changeDelay = 60;

/** What telling an editor depends on. */
export interface AnnouncerHost {
  /** Called before numbers are made. */
  readonly beforehand: () => void;
  readonly client: () => ClientCapabilities;
  readonly log: Log;
}

/**
 * Tells the editor that numbers changed, a moment after the first of many changes and once the verdicts
 * on the trends are there. Until then the editor keeps what it was told before. What changes meanwhile
 * is told afterwards, so that steady typing puts off no message for long.
 */
export function announcer(connection: Connection, folders: Folders, host: AnnouncerHost): () => void {
  const tell = async () => {
    host.beforehand();
    const collections: CollectionStatus[] = [];
    for (const { uri, name, collection } of folders.all()) {
      const analysis = await settleVerdict(collection);
      if (analysis !== undefined) collections.push(collectionStatus(uri, name, collection, analysis));
    }
    void connection.sendNotification("densing/collectionsChanged", {
      collections,
    } satisfies CollectionsChangedParams);
    const { workspace } = host.client();
    if (workspace?.codeLens?.refreshSupport)
      void connection.sendRequest("workspace/codeLens/refresh").catch(() => undefined);
    if (workspace?.inlayHint?.refreshSupport)
      void connection.sendRequest("workspace/inlayHint/refresh").catch(() => undefined);
  };
  let isTelling = false;
  let isChanged = false;
  const tellAll = async () => {
    isTelling = true;
    while (isChanged) {
      isChanged = false;
      await tell().catch((error: unknown) =>
        host.log(`Telling the editor of changes failed: ${String(error)}`),
      );
    }
    isTelling = false;
  };
  return coalesced(changeDelay, () => {
    isChanged = true;
    if (!isTelling) void tellAll();
  });
}
