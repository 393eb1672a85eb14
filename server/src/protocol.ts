/**
 * Requests beyond the language server protocol, and what the trend panel shows. Types only: the one
 * file that client, server and the panel's page share.
 */

import type { Layer } from "./figures/layers.ts";
import type { PanelForecastQuestion } from "./panel/forecastQuestion.ts";
import type { MethodsTable } from "./panel/methodsTable.ts";
import type { ListedModel, ModelList } from "./panel/modelList.ts";
import type { PanelAnswer, PanelUpdate } from "./panel/panelAnswers.ts";
import type { ControlGroup, PanelControl } from "./panel/panelControls.ts";
import type { CardPlace, CollectionStatus, PanelData } from "./panel/panelData.ts";
import type { ExportChoice, ExportedFile, ExportFormat } from "./panel/panelExport.ts";
import type { PanelQuestion, PanelView } from "./panel/panelQuestion.ts";
import type { ComparisonWording } from "./wording/comparison.ts";
import type { IndicatorNotes } from "./wording/indicator.ts";
import type { ModelDetails } from "./wording/modelDetails.ts";

export type {
  CollectionStatus,
  ComparisonWording,
  ControlGroup,
  ExportChoice,
  ExportedFile,
  ExportFormat,
  IndicatorNotes,
  Layer,
  ListedModel,
  MethodsTable,
  ModelDetails,
  ModelList,
  PanelAnswer,
  PanelControl,
  PanelData,
  PanelForecastQuestion,
  PanelQuestion,
  PanelUpdate,
  PanelView,
};

/** Custom messages by method: what is sent and, for requests, what is answered. */
export interface CustomMessages {
  /** Request: the answer to what a panel asks, or what of it changed; null when there is no folder. */
  readonly "densing/panel": { readonly params: PanelParams; readonly result: PanelAnswer | null };
  /** Request: what a control can be changed to, and what each choice leads to, for the menu that opens. */
  readonly "densing/menu": { readonly params: MenuParams; readonly result: readonly ControlGroup[] | null };
  /** Request: a model in words, as its hover says it; null when the model is gone. */
  readonly "densing/modelDetails": { readonly params: ModelParams; readonly result: ModelDetails | null };
  /** Request: two models side by side, as `densing compare` prints it; null when one is gone. */
  readonly "densing/compare": { readonly params: CompareParams; readonly result: ComparisonWording | null };
  /** Request: an answer in words to each question ahead of the data; null when there is no folder. */
  readonly "densing/forecast": { readonly params: ForecastParams; readonly result: readonly string[] | null };
  /** Request: a file of what the panel shows; null when there is none of it. */
  readonly "densing/export": { readonly params: ExportParams; readonly result: ExportedFile | null };
  /** Request: the cards of every collection that has some. */
  readonly "densing/models": {
    readonly params: Record<string, never>;
    readonly result: readonly ModelList[];
  };
  /** Notification to the client: numbers may have changed. */
  readonly "densing/collectionsChanged": { readonly params: CollectionsChangedParams };
}

/** Requests about a collection as a panel shows it. */
export type SubjectMethod = Exclude<RequestMethod, "densing/models">;

/** Custom messages that are answered. */
export type RequestMethod = Exclude<keyof CustomMessages, "densing/collectionsChanged">;

export interface AskedOfPanel {
  /** With the choices it was asked with, so that the words say the numbers that the panel shows. */
  readonly question: Partial<PanelQuestion>;
}

export interface PanelParams extends AskedOfPanel {
  /** The answer that the panel has: what did not change since is not sent again. */
  readonly since?: string;
}

export interface MenuParams extends AskedOfPanel {
  readonly setting: PanelControl["setting"];
}

export interface ModelParams extends AskedOfPanel {
  readonly modelId: string;
}

/** Ids of the models; every ratio is the first over the second. */
export type ModelPair = readonly [first: string, second: string];

export interface CompareParams extends AskedOfPanel {
  readonly modelIds: ModelPair;
}

export interface ForecastParams extends AskedOfPanel {
  readonly asked: readonly PanelForecastQuestion[];
}

export interface ExportParams extends AskedOfPanel, ExportChoice {}

/** `initializationOptions` of a client. Others are not sent what they would not understand. */
export interface InitializationOptions {
  /** Whether it takes `densing/collectionsChanged`. */
  readonly followsCollections?: boolean;
}

export interface CollectionsChangedParams {
  readonly collections: readonly CollectionStatus[];
}

/** Extension host to page. */
export type HostMessage =
  /** An answer; one without a name is whole, and no later one says what changed since. */
  | ({ readonly type: "show"; readonly id?: string } & PanelUpdate)
  /** What a control can be changed to, for its menu. */
  | {
      readonly type: "menu";
      readonly setting: PanelControl["setting"];
      readonly groups: readonly ControlGroup[];
    }
  | { readonly type: "details"; readonly modelId: string; readonly details: ModelDetails | null }
  | {
      readonly type: "comparison";
      readonly modelIds: ModelPair;
      readonly comparison: ComparisonWording | null;
    }
  | {
      readonly type: "forecasts";
      readonly asked: readonly PanelForecastQuestion[];
      /** In the order of the questions. */
      readonly answers: readonly string[];
    }
  /** The figure to be turned into pixels, `scale` times `width` by `height`, and what to do with them. */
  | ({ readonly type: "picture"; readonly svg: string } & PictureUse & PictureSize)
  /** An answer takes longer than a person waits without a sign, or no longer does. */
  | { readonly type: "progress"; readonly isBusy: boolean }
  /** What was saved or copied, for the live region. */
  | { readonly type: "saved"; readonly text: string }
  /** The server is starting or gone; the last figure stays visible. */
  | { readonly type: "waiting"; readonly reason: string }
  /** Put the focus on a model, after a click on its code lens. */
  | { readonly type: "reveal"; readonly modelId: string };

/** A picture in pixels: saved by the host, or put on the clipboard by the page. */
export interface PictureUse {
  readonly use: "save" | "copy";
  /** Pixels of the picture per pixel of the figure. */
  readonly scale: 1 | 2;
}

/** What a picture of the figure over time shows. */
export interface PictureLayers {
  readonly layers: readonly Layer[];
}

/** In pixels of the figure. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Page to extension host. */
export type PageMessage =
  /** The page has started; with the question it kept, if it kept one. */
  | { readonly type: "ready"; readonly question?: PanelQuestion }
  | { readonly type: "ask"; readonly question: PanelQuestion }
  /** Another collection, as it was last looked at. */
  | { readonly type: "chooseFolder"; readonly folderUri: string; readonly view: PanelView }
  | ({ readonly type: "open" } & CardPlace)
  | { readonly type: "askDetails"; readonly modelId: string }
  /** A menu has opened: what does each choice lead to? Answered by `menu`. */
  | { readonly type: "askMenu"; readonly setting: PanelControl["setting"] }
  | { readonly type: "compare"; readonly modelIds: ModelPair }
  | { readonly type: "askAhead"; readonly asked: readonly PanelForecastQuestion[] }
  | ({ readonly type: "export" } & ExportChoice)
  /** The same text for the clipboard. */
  | { readonly type: "copy"; readonly format: ExportFormat }
  /** Answered by `picture`. */
  | ({ readonly type: "askPicture" } & PictureUse & PictureLayers)
  /** `png` in Base64. */
  | { readonly type: "savePicture"; readonly png: string }
  /** One more panel that starts with what this one shows. */
  | { readonly type: "duplicate" }
  | { readonly type: "newCard" }
  | { readonly type: "openSettings" };
