import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";

/** How a model stood among the models of the trend released by its date. */
export interface Rank {
  /** Models of the trend that were denser by then, not counting the model. */
  readonly denser: number;
  /** Models of the trend released by then, not counting the model. */
  readonly others: number;
}

/** The rank of a model on its release date; `undefined` without a date or a density. */
export function rankOnDate(
  { id, model, density }: AnalysedModel,
  { trend }: CollectionAnalysis,
): Rank | undefined {
  if (model.releaseDate === undefined || density.result.kind === "none") return undefined;
  const { epochDay } = model.releaseDate;
  const own = density.result.density;
  const others = trend.points.filter((point) => point.id !== id && point.epochDay <= epochDay);
  return { denser: others.filter((point) => point.density > own).length, others: others.length };
}

/** "4th of 38 by its date"; `undefined` when there is nothing to compare with. */
export function rankPhrase(model: AnalysedModel, analysis: CollectionAnalysis): string | undefined {
  const rank = rankOnDate(model, analysis);
  if (rank === undefined || rank.others === 0 || model.excluded !== undefined) return undefined;
  return `${ordinal(rank.denser + 1)} of ${rank.others + 1} by its date`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(count: number): string {
  const tens = count % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${suffix}`;
}
