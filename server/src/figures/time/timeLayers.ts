import { capitalised } from "../../text/sentences.ts";
import { isInSpan } from "../../trend/fit/lineOnDays.ts";
import {
  defaultLayers,
  type FigureLayers,
  isMarked,
  type Layer,
  type LayerChoice,
  layers,
  toggled,
} from "../layers.ts";
import type { DrawnBreak } from "./figureBreak.ts";
import type { TimeFigure } from "./timeFigure.ts";
import { timeKeys } from "./timeKeys.ts";

const layerNames: Readonly<Record<Exclude<Layer, "break">, string>> = {
  band: "Confidence band",
  prediction: "Prediction band",
  errors: "Error bars",
  paper: "Paper’s trend",
  sizes: "Trend by size",
  labels: "Labels",
  others: "Other models",
};

/** Every layer there is. */
export const timeLayers: FigureLayers<TimeFigure> = {
  choicesOf: (figure) =>
    layers.map(
      (layer): LayerChoice => ({
        layer,
        name: nameOf(layer, figure),
        reason: reasonAgainst(layer, figure),
      }),
    ),
  usualOf: usualLayers,
  keysOf: (figure, visible) => timeKeys(figure, visible, breakOn(figure, visible)),
};

function nameOf(layer: Layer, { break: broken, paper }: TimeFigure): string {
  if (layer === "break") return capitalised(broken.name);
  return layer === "paper" && paper?.kind === "records" ? "Paper’s method" : layerNames[layer];
}

/** What a figure shows when nobody chose: with the break, when the settings name its day. */
export function usualLayers({ break: broken }: TimeFigure): readonly Layer[] {
  return broken.kind === "drawn" && broken.isSet ? toggled(defaultLayers, "break") : defaultLayers;
}

/** What is left of a figure when only some layers are shown; the axes stay where they are. */
export function onLayers(figure: TimeFigure, visible: readonly Layer[]): TimeFigure {
  const { fit, paper, points } = figure;
  return {
    ...figure,
    points: points.filter((point) => isMarked(point, visible)),
    fit: fit && {
      ...fit,
      band: visible.includes("band") ? fit.band : undefined,
      prediction: visible.includes("prediction") ? fit.prediction : undefined,
    },
    paper: visible.includes("paper") ? paper : undefined,
    sizes: visible.includes("sizes") ? figure.sizes : [],
  };
}

/** The break, if it is drawn while these layers are shown and its day is in sight. */
export function breakOn(
  { break: broken, timeRange }: TimeFigure,
  visible: readonly Layer[],
): DrawnBreak | undefined {
  const isShown =
    broken.kind === "drawn" && visible.includes("break") && isInSpan(broken.epochDay, timeRange);
  return isShown ? broken : undefined;
}

function reasonAgainst(
  layer: Layer,
  { fit, paper, sizes, points, break: broken }: TimeFigure,
): string | undefined {
  const isOfRecords = fit?.predicted === "records";
  switch (layer) {
    case "band":
    case "prediction":
      return fit === undefined ? "No doubling is claimed" : undefined;
    case "paper":
      if (fit === undefined) return "No doubling is claimed";
      if (paper !== undefined) return undefined;
      return isOfRecords ? "These densities are not on the paper’s scale" : "The records do not rise";
    case "sizes":
      return sizes.length === 0 ? "No several ranges of sizes have a line" : undefined;
    case "break":
      return broken.kind === "refused" ? broken.reason : undefined;
    case "errors":
      return points.some(({ interval }) => interval !== undefined)
        ? undefined
        : "No errors of these scores are known";
    case "labels":
    case "others":
      return undefined;
  }
}
