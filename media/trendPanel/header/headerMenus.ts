import type { Layer } from "../../../server/src/figures/time/layers.ts";
import type { PageMessage, PanelData } from "../../../server/src/protocol.ts";
import type { View } from "../shell/pageState.ts";
import { shownFigureOf, trendFigureOf } from "../shell/shownContent.ts";
import { exportMenu } from "./exportMenu.ts";
import { layersMenu } from "./layersMenu.ts";
import { moreMenu } from "./moreMenu.ts";
import type { ToolbarActions } from "./toolbar.ts";

/** What the menus are made from, as it is when one opens. */
export interface MenuSource {
  readonly data: PanelData | undefined;
  readonly layers: readonly Layer[];
  /** How the points are shown. */
  readonly view: View;
}

export interface MenuActions {
  readonly showLayers: (layers: readonly Layer[]) => void;
  readonly showAs: (view: View) => void;
  readonly openAhead: () => void;
  readonly zoomIn: () => void;
  readonly post: (message: PageMessage) => void;
}

/** The menus of the icons. */
export function headerMenus(
  source: () => MenuSource,
  { showLayers, post, ...others }: MenuActions,
): Pick<ToolbarActions, "layers" | "exports" | "more"> {
  return {
    layers: () => {
      const { data, layers } = source();
      const figure = trendFigureOf(data);
      return figure === undefined ? [] : layersMenu(figure, layers, showLayers);
    },
    exports: () => {
      const { data, layers } = source();
      return exportMenu(shownFigureOf(data) !== undefined, layers, post);
    },
    more: () => {
      const { data, view } = source();
      const isOverTime = trendFigureOf(data) !== undefined;
      return moreMenu({ view: shownFigureOf(data) && view, isOverTime, post, ...others });
    },
  };
}
