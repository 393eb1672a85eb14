import type { PageMessage } from "../../../server/src/protocol.ts";
import type { MenuGroup, MenuItem } from "../menu.ts";
import type { View } from "../pageState.ts";

export interface MoreState {
  /** How the points are shown; `undefined` without points. */
  readonly view: View | undefined;
  readonly showAs: (view: View) => void;
  /** Whether there is a trend to ask ahead. */
  readonly canAskAhead: boolean;
  readonly openAhead: () => void;
  readonly post: (message: PageMessage) => void;
}

/** What is needed less often. */
export function moreMenu({ view, showAs, canAskAhead, openAhead, post }: MoreState): MenuGroup[] {
  const action = (label: string, choose: () => void): MenuItem => ({ label, choose });
  const shown: MenuItem =
    view === "table"
      ? action("Figure", () => showAs("figure"))
      : {
          ...action("Table of points", () => showAs("table")),
          ...(view === undefined && { detail: "There are no points here", isDisabled: true }),
        };
  const ahead: MenuItem = {
    ...action("Ask ahead", openAhead),
    ...(!canAskAhead && { detail: "Only the figure over time can be asked", isDisabled: true }),
  };
  return [
    { select: "none", items: [shown, ahead] },
    {
      select: "none",
      items: [
        action("Duplicate this panel", () => post({ type: "duplicate" })),
        action("Settings", () => post({ type: "openSettings" })),
      ],
    },
  ];
}
