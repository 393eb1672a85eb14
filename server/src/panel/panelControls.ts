import { formatDate } from "../text/dates.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { type Assumption, assumptions } from "../wording/assumptions.ts";
import { basisGroups } from "./controls/basisControl.ts";
import type { ControlContext, ControlGroup } from "./controls/controlContext.ts";
import { breakGroups, windowGroups } from "./controls/dateControls.ts";
import { denominatorGroups, estimatorGroups, kindsGroups } from "./controls/methodControls.ts";
import { referenceGroups } from "./controls/referenceControl.ts";
import { withoutGroups } from "./controls/withoutControl.ts";
import type { PanelSubject } from "./panelSubject.ts";

export type { ControlGroup, ControlOption } from "./controls/controlContext.ts";

/** A choice that moves the numbers, or is asked of them, with everything it can be changed to. */
export interface PanelControl extends Omit<Assumption, "setting"> {
  readonly setting: Assumption["setting"] | "break";
  readonly groups: readonly ControlGroup[];
}

const groupsOf: Readonly<Record<PanelControl["setting"], (context: ControlContext) => ControlGroup[]>> = {
  reference: referenceGroups,
  basis: basisGroups,
  denominator: denominatorGroups,
  estimator: estimatorGroups,
  kinds: kindsGroups,
  window: windowGroups,
  without: withoutGroups,
  break: breakGroups,
};

/**
 * The controls along the lower border of the panel: the assumptions in their order, and the dates and
 * the break even where nothing is chosen, so that it can be.
 */
export function panelControls(context: ControlContext): PanelControl[] {
  const { items } = assumptions(context.analysis);
  const hasWindow = items.some(({ setting }) => setting === "window");
  const all: Omit<PanelControl, "groups">[] = [
    ...items.filter(({ setting }) => setting !== "without"),
    ...(hasWindow ? [] : [unlimited]),
    ...items.filter(({ setting }) => setting === "without"),
    breakItem(context.analysis),
  ];
  return all.map((item) => ({ ...item, groups: groupsOf[item.setting](context) }));
}

/** What a control can be changed to now that its menu is open: what each choice leads to is worked out, too. */
export function controlMenu(
  { context }: Pick<PanelSubject, "context">,
  setting: PanelControl["setting"],
): readonly ControlGroup[] {
  return Object.hasOwn(groupsOf, setting) ? groupsOf[setting]({ ...context, isOpen: true }) : [];
}

const unlimited = {
  setting: "window",
  label: "Dates",
  value: "all",
  shortValue: "all",
  isModified: false,
} as const;

/** A break is asked of the trend and does not move it, so it is no change of the method. */
function breakItem({ settings: { breakEpochDay } }: CollectionAnalysis) {
  const value = breakEpochDay === undefined ? "off" : formatDate(breakEpochDay);
  return { setting: "break", label: "Break", value, shortValue: value, isModified: false } as const;
}
