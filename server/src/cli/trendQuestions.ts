import { CollectionError } from "../collection/loadCollection.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import {
  answerForecast,
  type ForecastAnswer,
  type ForecastQuestion,
} from "../trend/questions/forecastAnswers.ts";
import { noDensityToMatch } from "../wording/forecast.ts";
import { modelNamed } from "./modelNamed.ts";

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
    const model = modelNamed(match, analysis);
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
