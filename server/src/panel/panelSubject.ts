import type { FolderCollection } from "../collection/folderCollection.ts";
import type { ControlContext } from "./controls/controlContext.ts";
import type { PanelQuestion } from "./panelQuestion.ts";
import { readPanelQuestion } from "./readPanelQuestion.ts";

/** What the panel needs of a collection; what it is kept in, and where it was read from, is not its business. */
export type PanelCollection = Pick<
  FolderCollection,
  | "collection"
  | "isIndexed"
  | "choices"
  | "ownChoices"
  | "settingsProblem"
  | "settingsWith"
  | "references"
  | "analyse"
>;

/** A collection to choose from. */
export interface PanelFolder {
  readonly uri: string;
  readonly name: string;
  readonly collection: PanelCollection;
}

/** What every answer of a panel is made from: a collection, seen as a question asks. */
export interface PanelSubject {
  /** What was asked, with the folder that answers. */
  readonly question: PanelQuestion & { readonly folderUri: string };
  readonly folder: PanelFolder;
  /** All there is to choose from. */
  readonly folders: readonly PanelFolder[];
  readonly context: ControlContext;
  /** Why the panel's choices are not in force, if they are not. */
  readonly problem: string | undefined;
}

/**
 * Finds what a question is about. Choices that do not fit together change nothing, and the subject says why.
 * References, which may lie in files, are read; nothing else is waited for.
 * @param asked from a page or an earlier session, so it is read with care
 * @param folders the first with cards answers when the question names none, or one that is gone
 * @returns `undefined` without any folder
 */
export async function subjectOf(
  asked: unknown,
  folders: readonly PanelFolder[],
): Promise<PanelSubject | undefined> {
  const question = readPanelQuestion(asked);
  const folder = folders.find(({ uri }) => uri === question.folderUri) ?? firstWithCards(folders);
  if (folder === undefined) return undefined;
  const { collection, uri } = folder;
  const resolution = await collection.settingsWith(question.choices);
  const references = await collection.references();
  const isInForce = resolution.kind === "settings";
  return {
    question: { ...question, folderUri: uri },
    folder,
    folders,
    context: {
      analysis: collection.analyse(isInForce ? resolution.settings : undefined),
      choices: isInForce ? question.choices : {},
      folderChoices: collection.choices,
      references,
    },
    problem: isInForce ? undefined : resolution.problem,
  };
}

function firstWithCards(folders: readonly PanelFolder[]): PanelFolder | undefined {
  return folders.find(hasCards) ?? folders[0];
}

/** Whether anything was found in a folder. */
export function hasCards({ collection: { collection } }: PanelFolder): boolean {
  return collection.files().length > 0;
}
