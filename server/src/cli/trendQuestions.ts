import { closest } from "fastest-levenshtein";
import type { ForecastAnswer } from "../report/trendAnswers.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/analyseCollection.ts";
import { claimedTrend, dayOfDensity, frontierOn, growthInMonths } from "../trend/forecast.ts";
import { CollectionError } from "../workspace/loadCollection.ts";

/** What `densing trend` is asked beside the trend itself. */
export interface ForecastQuestions {
  /** Name of a model whose ability is to be reached. */
  readonly match?: string;
  /** Size in parameters; half the model's own when not given. */
  readonly at?: number;
  readonly onEpochDay?: number;
  /** Months to wait, or to train. */
  readonly wait?: number;
}

/**
 * Answers in the order match, frontier, wait.
 * @throws CollectionError when the model named is not there or has no density
 */
export function answerForecasts(
  analysis: CollectionAnalysis,
  { match, at, onEpochDay, wait }: ForecastQuestions,
): ForecastAnswer[] {
  const claimed = claimedTrend(analysis);
  const answers: ForecastAnswer[] = [];
  if (match !== undefined) {
    const { model, density } = namedModel(analysis, match);
    if (density.result.kind === "none")
      throw new CollectionError(`${model.name} has no density to be matched`);
    const { effectiveParameters, actualParameters } = density.result;
    const parameters = at ?? actualParameters / 2;
    const needed = effectiveParameters / parameters;
    const forecast = claimed && dayOfDensity(claimed, needed);
    answers.push({ kind: "match", model: model.name, parameters, density: needed, forecast });
  }
  if (onEpochDay !== undefined)
    answers.push({
      kind: "frontier",
      epochDay: onEpochDay,
      forecast: claimed && frontierOn(claimed, onEpochDay),
    });
  if (wait !== undefined)
    answers.push({ kind: "wait", months: wait, forecast: claimed && growthInMonths(claimed, wait) });
  return answers;
}

function namedModel({ models }: CollectionAnalysis, name: string): AnalysedModel {
  const found =
    models.find(({ model }) => model.name === name) ??
    models.find(({ model }) => model.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const names = models.map(({ model }) => model.name);
  const near = names.length === 0 ? "" : ` Did you mean ${closest(name, names)}?`;
  throw new CollectionError(`there is no model "${name}" in the collection.${near}`);
}
