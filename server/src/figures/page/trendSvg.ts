import type { FigureModel } from "../time/figureModel.ts";
import { type Layer, usualLayers } from "../time/layers.ts";
import { layoutFigure } from "../time/layout.ts";
import { trendKeys } from "../time/trendKeys.ts";
import { pictureDescription, pictureTitle } from "./description.ts";
import { defaultPicture, drawPage, emptyBody, figureBody, type PictureOptions } from "./page.ts";
import { drawPlot } from "./plot.ts";

/** The trend as a picture that stands alone: verdict, grounds, legend, figure, assumptions, source. */
export function trendSvg(
  figure: FigureModel,
  options: PictureOptions = defaultPicture,
  chosen?: readonly Layer[],
): string {
  const { assumptions, notes } = figure;
  const words = { title: pictureTitle(figure), description: pictureDescription(figure), assumptions, notes };
  return drawPage(
    words,
    (page, theme) => {
      if (figure.kind === "empty") return emptyBody(figure, page, theme);
      const layers = chosen ?? usualLayers(figure);
      return figureBody(
        { ...figure, keys: trendKeys(figure, layers) },
        (size) => drawPlot(layoutFigure(figure, { ...size, layers }), theme),
        page,
        theme,
      );
    },
    options,
  );
}
