import type { CollectionAnalysis } from "../trend/analyseCollection.ts";
import { type Assumption, assumptions } from "../trend/wording/assumptions.ts";
import type { PanelChoices } from "./panelQuestion.ts";

/** An entry of a control's menu: what the panel's choices are once it is taken. */
export interface ControlOption {
  readonly label: string;
  /** What sets it apart, in quiet text: "the paper's", "47 models". */
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

/** A choice that moves the numbers, with its value and everything it can be changed to. */
export interface PanelControl extends Assumption {
  readonly groups: readonly ControlGroup[];
}

/** The controls along the lower border of the panel, in the order of the assumptions they are. */
export function panelControls(analysis: CollectionAnalysis): PanelControl[] {
  return assumptions(analysis).items.map((item) => ({ ...item, groups: [] }));
}
