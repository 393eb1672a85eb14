import type { Reference } from "../density/reference.ts";
import { assumptions, isPaperMethod } from "../method/assumptions.ts";
import { choices as register } from "../method/choices.ts";
import { type CompleteMethod, choicesMade, paperMethod, standardMethod } from "../method/methodChoices.ts";
import { fieldsInFile } from "../method/settingsKeys.ts";
import { paperReferenceName } from "../trend/questions/paperReference.ts";
import { type ControlContext, choicesAfter } from "./controls/controlContext.ts";
import type { PanelChoices } from "./panelQuestion.ts";

/** A way back, with the panel's choices once it is taken. */
export interface PanelReset {
  readonly to: "paper" | "standard" | "folder";
  readonly label: string;
  readonly choices: PanelChoices;
}

/** What belongs to the method; a question that is asked of it stays on every way back. */
const methodFields = fieldsInFile.filter((field) => register[field].isQuestion === undefined);

/** The panel's choices for the paper's method: what the folder says otherwise is said explicitly. */
export function paperChoices(context: ControlContext): PanelChoices {
  return choicesOf(paperMethod, context);
}

function choicesOf(
  methodOf: (reference: Reference) => CompleteMethod,
  context: ControlContext,
): PanelChoices {
  const { references, analysis } = context;
  const reference = references.find(({ name }) => name === paperReferenceName)?.reference;
  const method = methodOf(reference ?? analysis.settings.reference);
  return choicesAfter(
    choicesMade((field) => method[field], methodFields),
    context,
  );
}

/**
 * The ways back that change something: to what holds where nobody chooses, to the paper's method, and to what
 * the folder itself says.
 */
export function panelResets(context: ControlContext): PanelReset[] {
  const { choices, analysis } = context;
  const standard = choicesOf(standardMethod, context);
  const isModified = assumptions(analysis).items.some((item) => item.isModified);
  const isFolderStandard = methodFields.every((field) => standard[field] === undefined);
  const hasChoices = methodFields.some((field) => choices[field] !== undefined);
  return [
    ...(isModified ? [{ to: "standard" as const, label: "Reset to the defaults", choices: standard }] : []),
    ...(isPaperMethod(analysis.settings)
      ? []
      : [{ to: "paper" as const, label: "The paper’s method", choices: paperChoices(context) }]),
    ...(hasChoices && !isFolderStandard
      ? [{ to: "folder" as const, label: "Reset to this folder’s settings", choices: {} }]
      : []),
  ];
}
