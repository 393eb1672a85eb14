import { denominators } from "../density/denominator.ts";
import { defaultKinds } from "../trend/collection/membership.ts";
import { defaultTau, estimators } from "../trend/fit/estimator.ts";
import { paperReferenceName } from "../trend/questions/paperReference.ts";
import { assumptions } from "../wording/assumptions.ts";
import type { ControlContext } from "./controls/controlContext.ts";
import { choicesAfter } from "./controls/controlContext.ts";
import type { PanelChoices } from "./panelQuestion.ts";

/** A way back, with the panel's choices once it is taken. */
export interface PanelReset {
  readonly to: "paper" | "folder";
  readonly label: string;
  readonly choices: PanelChoices;
}

/**
 * The panel's choices for the paper's method: what the folder says otherwise is said explicitly. A
 * break stays: it is asked of the method and no part of it.
 */
export function paperChoices(context: ControlContext): PanelChoices {
  const reference = context.references.find(({ name }) => name === paperReferenceName)?.reference;
  return choicesAfter(
    {
      reference: paperReferenceName,
      ...(reference !== undefined && { d0: reference.trainingTokens, basis: reference.composite.id }),
      denominator: denominators[0],
      kinds: defaultKinds,
      estimator: estimators[0],
      tau: defaultTau,
      sinceEpochDay: null,
      untilEpochDay: null,
      without: [],
    },
    context,
  );
}

/** The ways back that change something: to the paper's method, and to what the folder itself says. */
export function panelResets(context: ControlContext): PanelReset[] {
  const { choices, analysis } = context;
  const paper = paperChoices(context);
  const isModified = assumptions(analysis).items.some((item) => item.isModified);
  const isFolderPaper = Object.keys(paper).every((key) => key === "breakEpochDay");
  const hasChoices = Object.keys(choices).some((key) => key !== "breakEpochDay");
  return [
    ...(isModified ? [{ to: "paper" as const, label: "Reset to the paper’s method", choices: paper }] : []),
    ...(hasChoices && !isFolderPaper
      ? [{ to: "folder" as const, label: "Reset to this folder’s settings", choices: {} }]
      : []),
  ];
}
