import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { collectionStatus } from "../panel/panelData.ts";
import type { CollectionsChangedParams } from "../protocol.ts";
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
 * on the trends are there. Until then the editor keeps what it was told before.
 */
export function announcer(connection: Connection, folders: Folders, host: AnnouncerHost): () => void {
  let latest = 0;
  const tell = async () => {
    latest += 1;
    const own = latest;
    host.beforehand();
    for (const { collection } of folders.all())
      if (!(await settleVerdict(collection, () => own === latest))) return;
    const collections = folders
      .all()
      .map(({ uri, name, collection }) => collectionStatus(uri, name, collection));
    void connection.sendNotification("densing/collectionsChanged", {
      collections,
    } satisfies CollectionsChangedParams);
    const { workspace } = host.client();
    if (workspace?.codeLens?.refreshSupport)
      void connection.sendRequest("workspace/codeLens/refresh").catch(() => undefined);
    if (workspace?.inlayHint?.refreshSupport)
      void connection.sendRequest("workspace/inlayHint/refresh").catch(() => undefined);
  };
  return coalesced(changeDelay, () => {
    tell().catch((error: unknown) => host.log(`Telling the editor of changes failed: ${String(error)}`));
  });
}
