import type { PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import type { PanelData } from "../../../server/src/protocol.ts";

/** Said where a model is pointed out. */
export const leaveOutHint = "X leaves it out.";

/** The keys that leave the model pointed out, or its row of the table, out of the fit. */
export function onLeaveOutKey(
  pointedOut: () => PanelRow | undefined,
  leaveOut: (modelId: string) => void,
): void {
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if ((key !== "x" && key !== "X" && key !== "Delete") || ctrlKey || metaKey || altKey) return;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return;
    const modelId = rowOfTable(target) ?? pointedOut()?.id;
    if (modelId === undefined) return;
    event.preventDefault();
    leaveOut(modelId);
  });
}

function rowOfTable(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest(".points-table tr") : null;
  return row?.querySelector<HTMLElement>("[data-model]")?.dataset.model;
}

/** The choices with one more model left out. Those left out before are in the choices, or set by the folder. */
export function withoutAlso(name: string, choices: PanelChoices, { controls }: PanelData): PanelChoices {
  const before = choices.without ?? leftOutByChoice(controls);
  return { ...choices, without: [...before.filter((other) => other !== name), name] };
}

/** Names of the models left out by choice. */
function leftOutByChoice(controls: readonly PanelControl[]): readonly string[] {
  const control = controls.find(({ setting }) => setting === "without");
  const options = control?.groups.filter(({ select }) => select === "many").flatMap((group) => group.options);
  return options?.map(({ label }) => label) ?? [];
}
