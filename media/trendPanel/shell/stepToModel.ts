import { isMarked, type Layer, toggled } from "../../../server/src/figures/time/layers.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { pointsOf } from "../figure/figurePoints.ts";
import { inside, isSeen, movedTo } from "../zoom/timeWindow.ts";
import type { PageChoices } from "./pageState.ts";
import { methodsOf, shownFigureOf, trendFigureOf } from "./shownContent.ts";

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
  const familyName = figure && pointsOf(figure).find(({ id }) => id === modelId)?.family?.name;
  if (familyName !== undefined && hiddenFamilies.has(familyName))
    return { hiddenFamilies: new Set([...hiddenFamilies].filter((name) => name !== familyName)) };
  const overTime = trendFigureOf(data);
  const point = overTime?.points.find(({ id }) => id === modelId);
  if (point !== undefined && !isMarked(point, layers)) return { layers: toggled(layers, "others") };
  if (overTime !== undefined && point !== undefined && view === "figure") {
    const { epochDay } = point.releaseDate;
    const seen = window && inside(window, overTime.timeRange);
    if (seen !== undefined && !isSeen(epochDay, seen))
      return { window: movedTo(seen, epochDay, overTime.timeRange) };
  }
  if (data.leftOut.some(({ id }) => id === modelId)) return "focus-left-out";
  return methodsOf(data) === undefined ? "focus" : "show-figure";
}
