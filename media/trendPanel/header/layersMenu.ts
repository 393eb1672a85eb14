import type { TrendFigure } from "../../../server/src/trend/figure/figureModel.ts";
import { type Layer, layers, toggled } from "../../../server/src/trend/figure/layers.ts";
import { fewestOnASide, paperBreakEpochDay } from "../../../server/src/trend/trendBreak.ts";
import { formatDate } from "../../../server/src/trend/wording/dates.ts";
import { counted } from "../../../server/src/trend/wording/numbers.ts";
import type { MenuGroup } from "../menu.ts";

const breakDay = formatDate(paperBreakEpochDay);

const layerNames: Readonly<Record<Layer, string>> = {
  band: "Confidence band",
  prediction: "Prediction band",
  errors: "Error bars",
  paper: "Paper’s trend",
  break: `Break at ${breakDay}`,
  labels: "Labels",
  others: "Other models",
};

/** A switch for each layer of the figure over time; one that cannot be shown says why. */
export function layersMenu(
  figure: TrendFigure,
  shown: readonly Layer[],
  show: (shown: readonly Layer[]) => void,
): MenuGroup[] {
  const items = layers.map((layer) => {
    const reason = reasonAgainst(layer, figure);
    return {
      label: layerNames[layer],
      ...(reason !== undefined && { detail: reason, isDisabled: true }),
      isChosen: shown.includes(layer) && reason === undefined,
      choose: () => show(toggled(shown, layer)),
    };
  });
  return [{ select: "many", items }];
}

/** Why a layer has nothing to show; `undefined` when it has. */
function reasonAgainst(layer: Layer, { fit, paper, points }: TrendFigure): string | undefined {
  switch (layer) {
    case "band":
    case "prediction":
      return fit === undefined ? "No doubling is claimed" : undefined;
    case "paper":
      if (fit === undefined) return "No doubling is claimed";
      return paper === undefined ? "These densities are not on the paper’s scale" : undefined;
    case "break":
      return fewModelsBeside(points.map(({ releaseDate }) => releaseDate.epochDay));
    case "errors":
      return points.some(({ interval }) => interval !== undefined)
        ? undefined
        : "No errors of these scores are known";
    case "labels":
    case "others":
      return undefined;
  }
}

/** A break needs models on both sides. */
function fewModelsBeside(days: readonly number[]): string | undefined {
  const before = days.filter((day) => day <= paperBreakEpochDay).length;
  const [count, where] = before < fewestOnASide ? [before, "before"] : [days.length - before, "after"];
  if (count >= fewestOnASide) return undefined;
  return `${count === 0 ? "No model" : `Only ${counted(count, "model")}`} ${where} ${breakDay}`;
}
