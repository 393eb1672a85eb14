/**
 * Requests beyond the language server protocol, and what the trend panel shows. Types only: the one
 * file that client, server and the panel's page share.
 */
import type { ListedModel, ModelList } from "./panel/modelList.ts";
import type { CardPlace, CollectionStatus, PanelData } from "./panel/panelData.ts";
import type { ModelDetails } from "./trend/wording/modelDetails.ts";

export type { CollectionStatus, ListedModel, ModelDetails, ModelList, PanelData };

/** Custom messages by method: what is sent and, for requests, what is answered. */
export interface CustomMessages {
  /** Request: what the panel of a folder shows; null when there is no folder. */
  readonly "densing/panel": { readonly params: PanelParams; readonly result: PanelData | null };
  /** Request: a model in words, as its hover says it; null when the model is gone. */
  readonly "densing/modelDetails": { readonly params: ModelParams; readonly result: ModelDetails | null };
  /** Request: the cards of every collection that has some. */
  readonly "densing/models": {
    readonly params: Record<string, never>;
    readonly result: readonly ModelList[];
  };
  /** Notification to the client: numbers may have changed. */
  readonly "densing/collectionsChanged": { readonly params: CollectionsChangedParams };
}

/** Custom messages that are answered. */
export type RequestMethod = Exclude<keyof CustomMessages, "densing/collectionsChanged">;

export interface PanelParams {
  /** URI of a folder; the first collection with cards when absent or gone. */
  readonly folderUri?: string;
}

export interface ModelParams {
  readonly folderUri: string;
  readonly modelId: string;
}

export interface CollectionsChangedParams {
  readonly collections: readonly CollectionStatus[];
}

/** Extension host to page. */
export type HostMessage =
  | { readonly type: "show"; readonly data: PanelData }
  | { readonly type: "details"; readonly modelId: string; readonly details: ModelDetails | null }
  /** The server is starting or gone; the last figure stays visible. */
  | { readonly type: "waiting"; readonly reason: string }
  /** Put the focus on a model, after a click on its code lens. */
  | { readonly type: "reveal"; readonly modelId: string };

/** Page to extension host. */
export type PageMessage =
  | { readonly type: "ready" }
  | ({ readonly type: "open" } & CardPlace)
  | { readonly type: "askDetails"; readonly modelId: string }
  | { readonly type: "chooseFolder"; readonly folderUri: string }
  | { readonly type: "newCard" }
  | { readonly type: "openSettings" };
