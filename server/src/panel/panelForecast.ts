import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { claimedTrend } from "../trend/questions/forecast.ts";
import { answerForecast, type ForecastQuestion } from "../trend/questions/forecastAnswers.ts";
import type { Steps } from "../trend/steps.ts";
import { forecastRefusal, forecastSentence, noDensityToMatch } from "../wording/forecast.ts";
import type { PanelForecastQuestion } from "./forecastQuestion.ts";

/** An answer to each question, in words. The draws behind the intervals are made in steps. */
export function* forecastSteps(
  questions: readonly PanelForecastQuestion[],
  analysis: CollectionAnalysis,
): Steps<string[]> {
  const claimed = claimedTrend(analysis);
  if (claimed !== undefined) yield* claimed.intervals.steps([claimed.line.estimator]);
  return questions.map((question) => answerInWords(question, analysis));
}

function answerInWords(question: PanelForecastQuestion, analysis: CollectionAnalysis): string {
  if (question.kind !== "match") return sentenceOf(question, analysis) ?? forecastRefusal;
  const { modelId, ...size } = question;
  const model = analysis.models.find(({ id }) => id === modelId);
  if (model === undefined) return "This model is no longer in the collection.";
  if (model.density.result.kind === "none") return `${noDensityToMatch(model.model.name)}.`;
  return sentenceOf({ ...size, model }, analysis) ?? forecastRefusal;
}

function sentenceOf(question: ForecastQuestion, analysis: CollectionAnalysis): string | undefined {
  const answer = answerForecast(question, analysis);
  return answer && forecastSentence(answer);
}
