import { kindOf, rowsOf } from "../../../server/src/figures/index.ts";
import { isMarked, type Layer, toggled } from "../../../server/src/figures/layers.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { inside, isSeen, movedTo } from "../zoom/timeWindow.ts";
import type { PageChoices } from "./pageState.ts";
import { methodsOf, shownFigureOf } from "./shownContent.ts";

/** What comes next on the way to a model; after a choice and another view the way is asked for again. */
export type StepToModel = Partial<PageChoices> | "show-figure" | "focus" | "focus-left-out";

/** Which step leads to a model: in the figure, the table, or the list of those left out. */
export function stepToModel(
  modelId: string,
  data: PanelData,
  { hiddenFamilies, window, view }: PageChoices,
  layers: readonly Layer[],
): StepToModel {
  const figure = shownFigureOf(data);
  const kind = figure && kindOf(figure);
  const row = figure && rowsOf(figure).find(({ id }) => id === modelId);
  const familyName = row?.family?.name;
  if (familyName !== undefined && hiddenFamilies.has(familyName))
    return { hiddenFamilies: new Set([...hiddenFamilies].filter((name) => name !== familyName)) };
  if (row !== undefined && kind?.can.layers !== undefined && !isMarked(row, layers))
    return { layers: toggled(layers, "others") };
  const dates = figure && kind?.can.zoom?.datesOf(figure);
  if (dates !== undefined && row?.epochDay !== undefined && view === "figure") {
    const seen = window && inside(window, dates);
    if (seen !== undefined && !isSeen(row.epochDay, seen))
      return { window: movedTo(seen, row.epochDay, dates) };
  }
  if (data.leftOut.some(({ id }) => id === modelId)) return "focus-left-out";
  return methodsOf(data) === undefined ? "focus" : "show-figure";
}
