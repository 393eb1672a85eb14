import type { TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import { type Layer, layers, toggled } from "../../../server/src/figures/time/layers.ts";
import { capitalised } from "../../../server/src/text/sentences.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { trendFigureOf } from "../shell/shownContent.ts";
import type { MenuGroup } from "../widgets/menu.ts";

const layerNames: Readonly<Record<Exclude<Layer, "break">, string>> = {
  band: "Confidence band",
  prediction: "Prediction band",
  errors: "Error bars",
  paper: "Paper’s trend",
  labels: "Labels",
  others: "Other models",
};

/** A switch for each layer of the figure over time; one that cannot be shown says why. */
export function layersMenu({ data, layers: visible }: PageModel, actions: PageActions): MenuGroup[] {
  const figure = trendFigureOf(data);
  if (figure === undefined) return [];
  const items = layers.map((layer) => {
    const reason = reasonAgainst(layer, figure);
    return {
      label: layer === "break" ? capitalised(figure.break.name) : layerNames[layer],
      ...(reason !== undefined && { detail: reason, isDisabled: true }),
      isChosen: visible.includes(layer) && reason === undefined,
      choose: () => actions.see({ layers: toggled(visible, layer) }),
    };
  });
  return [{ select: "many", items }];
}

/** Why a layer has nothing to show; `undefined` when it has. */
function reasonAgainst(layer: Layer, { fit, paper, points, break: broken }: TrendFigure): string | undefined {
  switch (layer) {
    case "band":
    case "prediction":
      return fit === undefined ? "No doubling is claimed" : undefined;
    case "paper":
      if (fit === undefined) return "No doubling is claimed";
      return paper === undefined ? "These densities are not on the paper’s scale" : undefined;
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
