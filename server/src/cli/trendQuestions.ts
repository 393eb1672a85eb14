import { closest } from "fastest-levenshtein";
import { CollectionError } from "../collection/loadCollection.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import {
  answerForecast,
  type ForecastAnswer,
  type ForecastQuestion,
} from "../trend/questions/forecastAnswers.ts";
import { noDensityToMatch } from "../wording/forecast.ts";

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
  const questions: ForecastQuestion[] = [];
  if (match !== undefined) {
    const model = namedModel(analysis, match);
    questions.push({ kind: "match", model, ...(at !== undefined && { parameters: at }) });
  }
  if (onEpochDay !== undefined) questions.push({ kind: "frontier", epochDay: onEpochDay });
  if (wait !== undefined) questions.push({ kind: "wait", months: wait });
  return questions.map((question) => {
    const answer = answerForecast(question, analysis);
    if (answer === undefined) throw new CollectionError(noDensityToMatch(match ?? ""));
    return answer;
  });
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
