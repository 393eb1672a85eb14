import { isInSpan } from "../../trend/fit/lineOnDays.ts";
import type { DrawnBreak } from "./figureBreak.ts";
import type { TrendFigure } from "./figureModel.ts";

/** What can be shown or hidden in the figure over time, in the order of its menu. */
export const layers = ["band", "prediction", "errors", "paper", "break", "labels", "others"] as const;
export type Layer = (typeof layers)[number];

/** As the paper's figure is read: error bars and prediction band are asked for, and so is a break. */
export const defaultLayers: readonly Layer[] = ["band", "paper", "labels", "others"];

/** What a figure shows when nobody chose: with the break, when the settings name its day. */
export function usualLayers({ break: broken }: TrendFigure): readonly Layer[] {
  return broken.kind === "drawn" && broken.isSet ? toggled(defaultLayers, "break") : defaultLayers;
}

/** Reads layers from outside; `undefined` without a list: the usual ones. */
export function readLayers(value: unknown): readonly Layer[] | undefined {
  return Array.isArray(value) ? layers.filter((layer) => value.includes(layer)) : undefined;
}

/** With a layer more, in the order of the menu, or with one less. */
export function toggled(shown: readonly Layer[], layer: Layer): readonly Layer[] {
  return layers.filter((each) => (each === layer ? !shown.includes(each) : shown.includes(each)));
}

/** Whether a model has a mark of its own while these layers are shown: records always have. */
export function isMarked({ isRecord }: { readonly isRecord: boolean }, shown: readonly Layer[]): boolean {
  return isRecord || shown.includes("others");
}

/** What is left of a figure when only some layers are shown; the axes stay where they are. */
export function onLayers(figure: TrendFigure, shown: readonly Layer[]): TrendFigure {
  const { fit, paper, points } = figure;
  return {
    ...figure,
    points: points.filter((point) => isMarked(point, shown)),
    fit: fit && {
      ...fit,
      band: shown.includes("band") ? fit.band : undefined,
      prediction: shown.includes("prediction") ? fit.prediction : undefined,
    },
    paper: shown.includes("paper") ? paper : undefined,
  };
}

/** The break, if it is drawn while these layers are shown and its day is in sight. */
export function breakOn(
  { break: broken, timeRange }: TrendFigure,
  shown: readonly Layer[],
): DrawnBreak | undefined {
  const isShown = broken.kind === "drawn" && shown.includes("break") && isInSpan(broken.epochDay, timeRange);
  return isShown ? broken : undefined;
}
