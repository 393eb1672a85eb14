import type { ReleaseDate } from "../density/model.ts";
import { displayName } from "../text/displayName.ts";
import type { AnalysedModel } from "../trend/collection/analyseCollection.ts";
import { assignFamilies, type FigureFamily } from "./families.ts";

/** A model that stands in at least one plot of a figure of several. */
export interface DrawnModel {
  readonly id: string;
  /** Fit to be drawn; the card's own spelling is in the analysis. */
  readonly name: string;
  readonly family: FigureFamily;
  readonly releaseDate: ReleaseDate | undefined;
  /** On the basis chosen; a plot of one benchmark may have other records. */
  readonly isRecord: boolean;
}

/** The models of several plots, each said once; plots name them by their places. */
export interface DrawnModels {
  readonly models: readonly DrawnModel[];
  readonly families: readonly FigureFamily[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Every model of the plots once, with its mark. */
export function drawnModels(ofPlots: readonly (readonly AnalysedModel[])[]): DrawnModels {
  const byId = new Map(ofPlots.flatMap((models) => models.map((analysed) => [analysed.id, analysed])));
  const distinct = [...byId.values()];
  const families = assignFamilies(distinct.map(({ model: { family }, isRecord }) => ({ family, isRecord })));
  return {
    models: distinct.map(({ id, model, isRecord }) => ({
      id,
      name: displayName(model.name),
      family: families.familyOf(model.family),
      releaseDate: model.releaseDate,
      isRecord,
    })),
    families: families.legend,
    placeOf: new Map(distinct.map(({ id }, place) => [id, place])),
  };
}
