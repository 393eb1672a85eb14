import type { PageMessage } from "../../../server/src/protocol.ts";
import type { View } from "../shell/pageState.ts";
import type { MenuGroup, MenuItem } from "../widgets/menu.ts";

export interface MoreState {
  /** How the points are shown; `undefined` without points. */
  readonly view: View | undefined;
  readonly showAs: (view: View) => void;
  /** Whether the figure is the one over time: with a trend to ask ahead, and dates to see fewer of. */
  readonly isOverTime: boolean;
  readonly openAhead: () => void;
  readonly zoomIn: () => void;
  readonly post: (message: PageMessage) => void;
}

/** What is needed less often. */
export function moreMenu(state: MoreState): MenuGroup[] {
  const { view, showAs, isOverTime, openAhead, zoomIn, post } = state;
  const action = (label: string, choose: () => void): MenuItem => ({ label, choose });
  const shown: MenuItem =
    view === "table"
      ? action("Figure", () => showAs("figure"))
      : {
          ...action("Table of points", () => showAs("table")),
          ...(view === undefined && { detail: "There are no points here", isDisabled: true }),
        };
  const ahead: MenuItem = {
    ...action("Forecast", openAhead),
    ...(!isOverTime && { detail: "Only the figure over time can be asked", isDisabled: true }),
  };
  const canZoom = isOverTime && view === "figure";
  const zoom: MenuItem = {
    ...action("Zoom in", zoomIn),
    detail: canZoom ? "Or drag across the figure, or press plus" : "Only the figure over time has dates",
    isDisabled: !canZoom,
  };
  return [
    { select: "none", items: [shown, ahead, zoom] },
    {
      select: "none",
      items: [
        action("Duplicate this panel", () => post({ type: "duplicate" })),
        action("Settings", () => post({ type: "openSettings" })),
      ],
    },
  ];
}
