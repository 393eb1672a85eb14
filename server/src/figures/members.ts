import type { ReleaseDate } from "../density/model.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";

/** A model in the trend, with what every figure draws it by. */
export interface Member {
  readonly analysed: AnalysedModel;
  readonly releaseDate: ReleaseDate;
  readonly density: number;
}

/** The models in the trend, in date order. */
export function membersInDateOrder({ models, trend }: CollectionAnalysis): Member[] {
  const analysedById = new Map(models.map((analysed) => [analysed.id, analysed]));
  return trend.points.flatMap(({ id, density }) => {
    const analysed = analysedById.get(id);
    const releaseDate = analysed?.model.releaseDate;
    return analysed === undefined || releaseDate === undefined ? [] : [{ analysed, releaseDate, density }];
  });
}

/** What each model is told apart by in a legend. */
export function familyMembers(
  members: readonly Member[],
): { family: string | undefined; isRecord: boolean }[] {
  return members.map(({ analysed }) => ({ family: analysed.model.family, isRecord: analysed.isRecord }));
}
