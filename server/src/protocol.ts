/**
 * Requests beyond the language server protocol, and what the trend panel shows. Types only: the one
 * file that client, server and the panel's page share.
 */
import type { ListedModel, ModelList } from "./panel/modelList.ts";
import type { CardPlace, CollectionStatus, PanelData } from "./panel/panelData.ts";
import type { PanelQuestion } from "./panel/panelQuestion.ts";
import type { ModelDetails } from "./trend/wording/modelDetails.ts";

export type { CollectionStatus, ListedModel, ModelDetails, ModelList, PanelData, PanelQuestion };

/** Custom messages by method: what is sent and, for requests, what is answered. */
export interface CustomMessages {
  /** Request: the answer to what a panel asks; null when there is no folder. */
  readonly "densing/panel": { readonly params: Partial<PanelQuestion>; readonly result: PanelData | null };
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

export interface ModelParams {
  /** With the choices it was asked with, so that the words say the numbers that the panel shows. */
  readonly question: PanelQuestion;
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
  /** The page has started; with the question it kept, if it kept one. */
  | { readonly type: "ready"; readonly question?: PanelQuestion }
  | { readonly type: "ask"; readonly question: PanelQuestion }
  /** Another collection, as it was last looked at. */
  | { readonly type: "chooseFolder"; readonly folderUri: string }
  | ({ readonly type: "open" } & CardPlace)
  | { readonly type: "askDetails"; readonly modelId: string }
  | { readonly type: "newCard" }
  | { readonly type: "openSettings" };
