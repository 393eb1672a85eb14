import { type Assumption, controls, fieldsOf, itemOf } from "../method/assumptions.ts";
import type { Control } from "../method/choice.ts";
import type { ControlContext } from "./controls/controlContext.ts";
import { type ControlGroup, menuGroups } from "./controls/menus.ts";
import type { PanelView } from "./panelQuestion.ts";
import type { PanelSubject } from "./panelSubject.ts";

export type { ControlGroup, ControlOption } from "./controls/menus.ts";

/** A choice that moves the numbers, or is asked of them, with everything it can be changed to. */
export interface PanelControl extends Assumption {
  readonly groups: readonly ControlGroup[];
}

/**
 * The controls along the lower border of the panel: the assumptions in their order, and the dates and
 * the break even where nothing is chosen, so that it can be.
 * @param view absent: those of every view
 */
export function panelControls(context: ControlContext, view?: PanelView): PanelControl[] {
  return controls().flatMap(({ control }) => {
    if (view !== undefined && control.view !== undefined && control.view !== view) return [];
    const item = itemOf(control, context.analysis.settings);
    if (control.whileChanged === "figures and panel" && !item.isModified) return [];
    return [{ ...item, groups: groupsOf(control, context) }];
  });
}

/** What a control can be changed to now that its menu is open: what each choice leads to is worked out, too. */
export function controlMenu(
  { context }: Pick<PanelSubject, "context">,
  setting: PanelControl["setting"],
): readonly ControlGroup[] {
  const asked = controls().find(({ control }) => control.id === setting);
  return asked === undefined ? [] : groupsOf(asked.control, { ...context, isOpen: true });
}

function groupsOf(control: Control, context: ControlContext): readonly ControlGroup[] {
  return fieldsOf(control).flatMap((field) => menuGroups(field, context));
}
