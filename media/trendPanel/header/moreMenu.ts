import { kindOf } from "../../../server/src/figures/index.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { shownFigureOf } from "../shell/shownContent.ts";
import type { MenuGroup, MenuItem } from "../widgets/menu.ts";

/** What is needed less often. */
export function moreMenu({ data, choices: { view } }: PageModel, actions: PageActions): MenuGroup[] {
  const figure = shownFigureOf(data);
  const hasPoints = figure !== undefined;
  const can = figure && kindOf(figure).can;
  const otherWay: MenuItem =
    hasPoints && view === "table"
      ? { label: "Figure", choose: () => actions.see({ view: "figure" }) }
      : {
          label: "Table of points",
          choose: () => actions.see({ view: "table" }),
          ...(!hasPoints && { detail: "There are no points here", isDisabled: true }),
        };
  const ahead: MenuItem = {
    label: "Forecast",
    choose: () => actions.openAhead(),
    ...(can?.ahead === undefined && { detail: "Only the figure over time can be asked", isDisabled: true }),
  };
  const canZoom = can?.zoom !== undefined && view === "figure";
  const zoom: MenuItem = {
    label: "Zoom in",
    choose: () => actions.zoomIn(),
    detail: canZoom ? "Or drag across the figure, or press plus" : "There are no dates here",
    isDisabled: !canZoom,
  };
  const duplicate = { label: "Duplicate this panel", choose: () => actions.post({ type: "duplicate" }) };
  const settings = { label: "Settings", choose: () => actions.post({ type: "openSettings" }) };
  return [
    { select: "none", items: [otherWay, ahead, zoom] },
    { select: "none", items: [duplicate, settings] },
  ];
}
