import type { Reference } from "../../density/reference.ts";
import { type CollectionChoices, chosenReference, mergeChoices } from "../../method/collectionSettings.ts";
import { choicesBeyond, isSame, type WholeMethod, wholeMethod } from "../../method/methodChoices.ts";
import type { NamedReference } from "../../references/references.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import type { PanelChoices } from "../panelQuestion.ts";

/** What the entries of a control are made from. */
export interface ControlContext {
  readonly analysis: CollectionAnalysis;
  /** What the panel chose; nothing when its choices do not fit together. */
  readonly choices: PanelChoices;
  /** What `densing.yaml` and the editor's settings say. */
  readonly folderChoices: CollectionChoices;
  /** Every reference there is to choose, the folder's own included. */
  readonly references: readonly NamedReference[];
  /** Whether a menu is open: what each entry leads to is worked out then, and not before. */
  readonly isOpen?: boolean;
}

/** An entry of a control's menu: what the panel's choices are once it is taken. */
export interface ControlOption {
  readonly label: string;
  /** What sets it apart, in quiet text: "the paper’s", "47 models". */
  readonly detail?: string;
  readonly isChosen: boolean;
  readonly choices: PanelChoices;
}

/** Entries of one sort in a menu: one of them holds, or each can be switched. */
export interface ControlGroup {
  readonly title?: string;
  readonly select: "one" | "many";
  readonly options: readonly ControlOption[];
}

/** The whole method in force. */
export function methodInForce(context: ControlContext): WholeMethod {
  const said = mergeChoices(context.choices, context.folderChoices);
  return wholeMethod(said, context.analysis.settings.reference);
}

/**
 * The panel's choices once something is taken. What the folder says anyway is not said again, so that
 * the entry that agrees with the folder leads back to it.
 */
export function choicesAfter(taken: PanelChoices, context: ControlContext): PanelChoices {
  const { choices, folderChoices } = context;
  const after: PanelChoices = { ...choices, ...taken };
  return choicesBeyond(after, folderChoices, referenceOf(after, context));
}

/** An entry that says what it takes, where that comes from, and whether it holds. */
export function optionOf(
  label: string,
  taken: PanelChoices,
  context: ControlContext,
  details: readonly (string | undefined)[] = [],
): ControlOption {
  const said = details.filter((detail) => detail !== undefined);
  const origin = isFromFolder(taken, context) ? ["this folder’s"] : [];
  const detail = [...said, ...origin].join(", ");
  return {
    label,
    ...(detail !== "" && { detail }),
    isChosen: holds(taken, methodInForce(context)),
    choices: choicesAfter(taken, context),
  };
}

/** Whether every value taken is the one in a method. */
export function holds(taken: PanelChoices, method: WholeMethod): boolean {
  return entriesOf(taken).every(([key, value]) => isSame(value, method[key]));
}

/** Whether it is the folder's method, and the folder itself says a part of it. */
function isFromFolder(taken: PanelChoices, context: ControlContext): boolean {
  const { folderChoices } = context;
  return (
    entriesOf(taken).some(([key]) => folderChoices[key] !== undefined) &&
    holds(taken, wholeMethod(folderChoices, referenceOf({}, context)))
  );
}

function entriesOf(taken: PanelChoices): [keyof PanelChoices, unknown][] {
  return Object.entries(taken) as [keyof PanelChoices, unknown][];
}

function referenceOf(
  choices: PanelChoices,
  { folderChoices, references, analysis }: ControlContext,
): Reference {
  const name = chosenReference(mergeChoices(choices, folderChoices));
  return references.find((known) => known.name === name)?.reference ?? analysis.settings.reference;
}
