import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { type DrawnFigureKind, drawnFigure } from "../registry.ts";
import { figureModel } from "../time/figureModel.ts";
import type { Layer } from "../time/layers.ts";
import { drawnFigureSvg } from "./drawnFigureSvg.ts";
import { defaultPicture, type PictureOptions } from "./page.ts";
import { trendSvg } from "./trendSvg.ts";

/** What a picture can show. */
export const figureNames = ["time", "benchmarks", "sizes", "curves", "prices"] as const satisfies readonly (
  | "time"
  | DrawnFigureKind
)[];
export type FigureName = (typeof figureNames)[number];

/**
 * One figure of a collection as a picture that stands alone: what is exported, wherever it is asked for.
 * @param layers of the figure over time; the usual ones when not given
 * @param aheadEpochDay the day to which that figure draws the trend ahead of the data, if one is asked for
 */
export function figureSvg(
  name: FigureName,
  analysis: CollectionAnalysis,
  options: PictureOptions = defaultPicture,
  layers?: readonly Layer[],
  aheadEpochDay?: number,
): string {
  return name === "time"
    ? trendSvg(figureModel(analysis, aheadEpochDay), options, layers)
    : drawnFigureSvg(drawnFigure(name, analysis), options);
}
