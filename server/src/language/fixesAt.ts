import type { CodeAction, Range } from "vscode-languageserver-types";
import { plainFixesAt, quickFixesAt } from "./codeActions/codeActions.ts";
import { refactoringsAt } from "./codeActions/refactorings.ts";
import { splitStreamAction } from "./codeActions/splitStream.ts";
import type { OpenFile } from "./openFile.ts";

/** Which fixes are wanted. */
export interface FixOptions {
  /** Kinds of actions, with all below them; all kinds when not given. */
  readonly only: readonly string[] | undefined;
  /** Whether an edit can create files. */
  readonly canCreateFiles: boolean;
}

/** What can be done about the findings in a range of any file, and how a card can be written otherwise. */
export function fixesAt(file: OpenFile, range: Range, { only, canCreateFiles }: FixOptions): CodeAction[] {
  const isWanted = ({ kind = "" }: CodeAction) =>
    (only ?? [""]).some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
  if (file.kind !== "card") return plainFixesAt(file.document, file.findings(), range).filter(isWanted);
  const { context, findings } = file;
  return [
    ...quickFixesAt(context, findings(), range),
    ...refactoringsAt(context, range),
    ...(canCreateFiles ? splitStreamAction(context) : []),
  ].filter(isWanted);
}
