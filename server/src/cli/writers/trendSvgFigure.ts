import type { CollectionAnalysis } from "../../trend/analyseCollection.ts";
import { figureModel } from "../../trend/figure/figureModel.ts";
import { trendSvg } from "../../trend/svg/trendSvg.ts";

/** `densing trend --format svg`: the figure at the size of a slide's picture. */
export function trendSvgFigure(analysis: CollectionAnalysis): string {
  return trendSvg(figureModel(analysis));
}
