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
  readonly flush: () => void;
  readonly client: () => ClientCapabilities;
  /** Whether the editor takes `densing/collectionsChanged`. */
  readonly followsCollections: () => boolean;
  readonly log: Log;
}

/**
 * Tells the editor that numbers changed, a moment after the first of many changes and once the verdicts
 * on the trends are there. Until then the editor keeps what it was told before. What changes meanwhile
 * is told afterwards, so that steady typing puts off no message for long. An editor that takes none of the
 * messages costs nothing.
 */
export function announcer(connection: Connection, folders: Folders, host: AnnouncerHost): () => void {
  const refreshesLenses = () => host.client().workspace?.codeLens?.refreshSupport === true;
  const refreshesHints = () => host.client().workspace?.inlayHint?.refreshSupport === true;
  const tell = async () => {
    host.flush();
    const collections: CollectionStatus[] = [];
    for (const { uri, name, collection } of folders.all()) {
      const analysis = await settleVerdict(collection);
      if (analysis !== undefined) collections.push(collectionStatus(uri, name, collection, analysis));
    }
    if (host.followsCollections())
      void connection.sendNotification("densing/collectionsChanged", {
        collections,
      } satisfies CollectionsChangedParams);
    if (refreshesLenses()) void connection.sendRequest("workspace/codeLens/refresh").catch(() => undefined);
    if (refreshesHints()) void connection.sendRequest("workspace/inlayHint/refresh").catch(() => undefined);
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
  const tellSoon = coalesced(changeDelay, () => {
    isChanged = true;
    if (!isTelling) void tellAll();
  });
  return () => {
    if (host.followsCollections() || refreshesLenses() || refreshesHints()) tellSoon();
  };
}
