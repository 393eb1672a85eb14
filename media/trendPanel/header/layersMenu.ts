import { kindOf } from "../../../server/src/figures/index.ts";
import { toggled } from "../../../server/src/figures/layers.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { shownFigureOf } from "../shell/shownContent.ts";
import type { MenuGroup } from "../widgets/menu.ts";

/** A switch for each layer of a figure; one that cannot be shown says why. */
export function layersMenu({ data, layers: visible }: PageModel, actions: PageActions): MenuGroup[] {
  const figure = shownFigureOf(data);
  const choices = figure && kindOf(figure).can.layers?.choicesOf(figure);
  if (choices === undefined) return [];
  const items = choices.map(({ layer, name, reason }) => ({
    label: name,
    ...(reason !== undefined && { detail: reason, isDisabled: true }),
    isChosen: visible.includes(layer) && reason === undefined,
    choose: () => actions.see({ layers: toggled(visible, layer) }),
  }));
  return [{ select: "many", items }];
}
