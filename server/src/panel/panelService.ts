import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { Steps } from "../trend/steps.ts";
import type { ComparisonWording } from "../wording/comparison.ts";
import type { ModelDetails } from "../wording/modelDetails.ts";
import { type ModelList, modelLists } from "./modelList.ts";
import { type ControlGroup, controlMenu, type PanelControl } from "./panelControls.ts";
import { type CollectionStatus, collectionStatus, type PanelData, panelData } from "./panelData.ts";
import { comparisonOf, detailsOf } from "./panelDetails.ts";
import { type ExportChoice, type ExportedFile, exportedFile } from "./panelExport.ts";
import { type ForecastQuestions, forecasts } from "./panelForecast.ts";
import { type PanelFolder, type PanelSubject, subjectOf } from "./panelSubject.ts";

/**
 * Everything that the panel and the Models view can ask: the door to this folder. Answers are plain data, made
 * of a subject and nothing else, so they can be had from a server as well as in the page itself. What takes
 * its time comes in steps.
 */
export interface PanelService {
  /** What a question, read with care, is about; `undefined` without any folder. */
  subjectOf(question: unknown, folders: readonly PanelFolder[]): Promise<PanelSubject | undefined>;
  /** Everything that the panel shows. */
  panel(subject: PanelSubject): Steps<PanelData>;
  /** What a control can be changed to, with what each choice leads to; empty for a control there is none of. */
  menu(subject: PanelSubject, setting: PanelControl["setting"]): readonly ControlGroup[];
  /** A model in words, as its hover says it; null when the model is gone. */
  details(subject: PanelSubject, modelId: string): ModelDetails | null;
  /** Two models side by side, every ratio the first over the second; null when one is gone. */
  compare(subject: PanelSubject, modelIds: readonly [string, string]): ComparisonWording | null;
  /** An answer in words to each question ahead of the data; what is no question has none. */
  ahead(subject: PanelSubject, asked: ForecastQuestions): Steps<readonly string[]>;
  /**
   * A file of what the panel shows, with the bytes of the command line; null when there is none of it.
   * @param today in days since 1970-01-01
   */
  export(subject: PanelSubject, choice: ExportChoice, today: number): ExportedFile | null;
  /** The cards of every collection that has some. */
  models(folders: readonly PanelFolder[]): readonly ModelList[];
  /** A collection in one line. */
  status(folder: PanelFolder, analysis: CollectionAnalysis): CollectionStatus;
}

export const panelService: PanelService = {
  subjectOf,
  panel: panelData,
  menu: controlMenu,
  details: detailsOf,
  compare: comparisonOf,
  ahead: forecasts,
  export: exportedFile,
  models: modelLists,
  status: collectionStatus,
};
