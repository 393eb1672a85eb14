import type { PanelView } from "../../../server/src/panel/panelQuestion.ts";

/** What the tabs are called. */
export const viewNames: Readonly<Record<PanelView, string>> = {
  time: "Over time",
  benchmarks: "By benchmark",
  sizes: "Sizes",
  curves: "Score curves",
  prices: "Prices",
  methods: "Methods",
};
