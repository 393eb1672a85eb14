import { isMarked, type Layer } from "../../../server/src/figures/time/layers.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import type { PageChoices } from "../shell/pageState.ts";
import { methodsOf, shownFigureOf, trendFigureOf } from "../shell/shownContent.ts";
import { inside, isSeen, movedTo, type TimeWindow } from "../zoom/timeWindow.ts";
import { pointsOf } from "./figurePoints.ts";

/** What comes next on the way to a model; after each step but the last two the way is asked for again. */
export type StepToModel =
  | { readonly step: "show-family"; readonly familyName: string }
  | { readonly step: "show-others" }
  | { readonly step: "show-dates"; readonly window: TimeWindow }
  | { readonly step: "show-figure" }
  | { readonly step: "focus-left-out" }
  | { readonly step: "focus" };

/** Which step leads to a model: in the figure, the table, or the list of those left out. */
export function stepToModel(
  modelId: string,
  data: PanelData,
  { hiddenFamilies, window, view }: PageChoices,
  layers: readonly Layer[],
): StepToModel {
  const figure = shownFigureOf(data);
  const familyName = figure && pointsOf(figure).find(({ id }) => id === modelId)?.family?.name;
  if (familyName !== undefined && hiddenFamilies.has(familyName)) return { step: "show-family", familyName };
  const overTime = trendFigureOf(data);
  const point = overTime?.points.find(({ id }) => id === modelId);
  if (point !== undefined && !isMarked(point, layers)) return { step: "show-others" };
  if (overTime !== undefined && point !== undefined && view === "figure") {
    const { epochDay } = point.releaseDate;
    const seen = window && inside(window, overTime.timeRange);
    if (seen !== undefined && !isSeen(epochDay, seen))
      return { step: "show-dates", window: movedTo(seen, epochDay, overTime.timeRange) };
  }
  if (data.leftOut.some(({ id }) => id === modelId)) return { step: "focus-left-out" };
  return { step: methodsOf(data) === undefined ? "focus" : "show-figure" };
}
