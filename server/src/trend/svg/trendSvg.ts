import { trendKeys } from "../drawing/trendKeys.ts";
import type { FigureModel } from "../figure/figureModel.ts";
import { defaultLayers, type Layer } from "../figure/layers.ts";
import { layoutFigure } from "../figure/layout.ts";
import { pictureDescription, pictureTitle } from "./description.ts";
import { defaultPicture, drawPage, emptyBody, figureBody, type PictureOptions } from "./page.ts";
import { drawPlot } from "./plot.ts";

/** The trend as a picture that stands alone: verdict, grounds, legend, figure, assumptions, source. */
export function trendSvg(
  figure: FigureModel,
  options: PictureOptions = defaultPicture,
  layers: readonly Layer[] = defaultLayers,
): string {
  const { assumptions, notes } = figure;
  const words = { title: pictureTitle(figure), description: pictureDescription(figure), assumptions, notes };
  return drawPage(
    words,
    (page, theme) =>
      figure.kind === "empty"
        ? emptyBody(figure, page, theme)
        : figureBody(
            { ...figure, keys: trendKeys(figure, layers) },
            (size) => drawPlot(layoutFigure(figure, { ...size, layers }), theme),
            page,
            theme,
          ),
    options,
  );
}
