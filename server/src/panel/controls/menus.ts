import type { MenuEntry } from "../../method/choice.ts";
import { choices, type Field, type MethodValues, type OpenChoices } from "../../method/choices.ts";
import { agree, choiceMade } from "../../method/methodChoices.ts";
import type { PanelChoices } from "../panelQuestion.ts";
import { type ControlContext, choicesAfter, folderMethod, methodInForce } from "./controlContext.ts";

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

/** The part of a menu that changes one choice, by the register. */
export function menuGroups<Name extends Field>(field: Name, context: ControlContext): ControlGroup[] {
  return choices[field].menu(context).map(({ title, select, entries }) => ({
    ...(title !== undefined && { title }),
    select,
    options: entries.map((entry) => optionOf(field, entry, context)),
  }));
}

/** An entry that says what it takes, where that comes from, and whether it holds. */
function optionOf<Name extends Field>(
  field: Name,
  { label, value, along, brings, details = [], isChosen }: MenuEntry<MethodValues[Name]>,
  context: ControlContext,
): ControlOption {
  const taken = choiceMade(field, value, along);
  const withAll = { ...taken, ...brings };
  // A switch has no value of its own that could be the folder's.
  const origin = isChosen === undefined && isFromFolder(withAll, context) ? ["this folder’s"] : [];
  const detail = [...details.filter((each) => each !== undefined), ...origin].join(", ");
  return {
    label,
    ...(detail !== "" && { detail }),
    isChosen: isChosen ?? holds(taken, methodInForce(context)),
    choices: choicesAfter(withAll, context),
  };
}

/** Whether every value taken is the one in a method. */
function holds(taken: OpenChoices, method: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(taken).every(([name, value]) => value === undefined || agree(value, method[name]));
}

/** Whether it is the folder's method, and the folder itself says a part of it. */
function isFromFolder(taken: OpenChoices, context: ControlContext): boolean {
  const ofFolder: Readonly<Record<string, unknown>> = { ...context.folderChoices };
  return (
    Object.entries(taken).some(([name, value]) => value !== undefined && ofFolder[name] !== undefined) &&
    holds(taken, folderMethod(context))
  );
}
