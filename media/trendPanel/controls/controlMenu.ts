import type { ControlOption, PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { MenuGroup } from "../widgets/menu.ts";

/** Everything that a choice can be changed to. */
export function controlMenu(
  { groups }: PanelControl,
  take: (option: ControlOption) => void,
): readonly MenuGroup[] {
  return groups
    .filter(({ options }) => options.length > 0)
    .map(({ title, select, options }) => ({
      title,
      select,
      items: options.map((option) => ({
        label: option.label,
        detail: option.detail,
        isChosen: option.isChosen,
        choose: () => take(option),
      })),
    }));
}
