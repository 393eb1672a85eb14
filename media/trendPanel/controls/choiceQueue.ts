import type { ControlOption, PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";

/** An entry of a control, found again when the control has changed. */
interface Taken {
  readonly setting: PanelControl["setting"];
  readonly label: string;
}

/**
 * Takes entries of the controls one after the other. Each carries the complete choices as they were
 * when it was made, so one that is taken before the last answer has come waits for its successor.
 */
export class ChoiceQueue {
  readonly #choose: (choices: PanelChoices) => void;
  #waiting: readonly Taken[] = [];
  #isAwaiting = false;

  constructor(choose: (choices: PanelChoices) => void) {
    this.#choose = choose;
  }

  take({ label, choices }: ControlOption, { setting }: PanelControl): void {
    if (this.#isAwaiting) this.#waiting = [...this.#waiting, { setting, label }];
    else this.#choose(choices);
  }

  /** @param isAwaiting whether the controls are older than what was asked last */
  update(controls: readonly PanelControl[], isAwaiting: boolean): void {
    this.#isAwaiting = isAwaiting;
    const [next, ...others] = this.#waiting;
    if (isAwaiting || next === undefined) return;
    this.#waiting = others;
    const control = controls.find(({ setting }) => setting === next.setting);
    const options = control?.groups.flatMap((group) => group.options) ?? [];
    const option = options.find(({ label }) => label === next.label);
    if (option !== undefined) this.#choose(option.choices);
  }
}
