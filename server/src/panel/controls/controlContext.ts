import type { Reference } from "../../density/reference.ts";
import type { ChoiceContext } from "../../method/choice.ts";
import type { OpenChoices } from "../../method/choices.ts";
import { type CollectionChoices, chosenReference, mergeChoices } from "../../method/collectionSettings.ts";
import { type CompleteMethod, changedChoices, completeMethod } from "../../method/methodChoices.ts";
import type { PanelChoices } from "../panelQuestion.ts";

/** What a panel's controls are made from. */
export interface ControlContext extends ChoiceContext {
  /** What the panel chose; nothing when its choices do not fit together. */
  readonly choices: PanelChoices;
  /** What `densing.yaml` and the editor's settings say. */
  readonly folderChoices: CollectionChoices;
}

/** The complete method in force. */
export function methodInForce({ choices, folderChoices, analysis }: ControlContext): CompleteMethod {
  return completeMethod(mergeChoices(choices, folderChoices), analysis.settings.reference);
}

/** The complete method of the folder, whatever the panel chose. */
export function folderMethod(context: ControlContext): CompleteMethod {
  return completeMethod(context.folderChoices, referenceOf({}, context));
}

/**
 * The panel's choices once something is taken. What the folder's choices make effective is dropped, so that
 * the entry that agrees with the folder leads back to it.
 */
export function choicesAfter(taken: OpenChoices, context: ControlContext): PanelChoices {
  const { choices, folderChoices } = context;
  const after = { ...choices, ...taken };
  return changedChoices(after, folderChoices, referenceOf(after, context));
}

function referenceOf(
  choices: OpenChoices,
  { folderChoices, references, analysis }: ControlContext,
): Reference {
  const name = choices.reference ?? chosenReference(folderChoices);
  return references.find((known) => known.name === name)?.reference ?? analysis.settings.reference;
}
