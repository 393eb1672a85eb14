import type { CollectionAnalysis } from "../../trend/analyseCollection.ts";
import { type DrawnFigureKind, drawnFigure } from "../../trend/drawing/drawnFigures.ts";
import { figureModel } from "../../trend/figure/figureModel.ts";
import { drawnFigureSvg } from "../../trend/svg/drawnFigureSvg.ts";
import type { PictureOptions } from "../../trend/svg/page.ts";
import { trendSvg } from "../../trend/svg/trendSvg.ts";

/** What a picture can show. */
export const figureNames = ["time", "sizes", "prices"] as const satisfies readonly (
  | "time"
  | DrawnFigureKind
)[];
export type FigureName = (typeof figureNames)[number];

/** `densing trend --format svg`: one figure of a collection as a picture that stands alone. */
export function trendSvgFigure(
  name: FigureName,
  analysis: CollectionAnalysis,
  options: PictureOptions,
): string {
  return name === "time"
    ? trendSvg(figureModel(analysis), options)
    : drawnFigureSvg(drawnFigure(name, analysis), options);
}
