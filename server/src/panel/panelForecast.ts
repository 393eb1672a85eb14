import type { CollectionAnalysis } from "../trend/analyseCollection.ts";
import { claimedTrend } from "../trend/forecast.ts";
import { answerForecast, type ForecastQuestion } from "../trend/forecastAnswers.ts";
import type { Steps } from "../trend/steps.ts";
import { forecastRefusal, forecastSentence, noDensityToMatch } from "../trend/wording/forecast.ts";

/** What the panel asks ahead of the data. Plain data: it is sent. */
export type PanelForecastQuestion =
  | {
      readonly kind: "match";
      readonly modelId: string;
      /** Half the model's own when absent. */
      readonly parameters?: number;
    }
  | { readonly kind: "frontier"; readonly epochDay: number }
  | { readonly kind: "wait"; readonly months: number };

/** The longest wait that is asked about. */
export const mostMonths = 240;

/** Reads what a page asks; what is no question is left out. */
export function readForecastQuestions(value: unknown): PanelForecastQuestion[] {
  return Array.isArray(value) ? value.flatMap(readForecastQuestion) : [];
}

function readForecastQuestion(value: unknown): PanelForecastQuestion[] {
  if (typeof value !== "object" || value === null) return [];
  const { kind, modelId, parameters, epochDay, months } = value as Record<string, unknown>;
  if (kind === "match" && typeof modelId === "string")
    return [{ kind, modelId, ...(isPositive(parameters) && { parameters }) }];
  if (kind === "frontier" && typeof epochDay === "number" && Number.isSafeInteger(epochDay))
    return [{ kind, epochDay }];
  if (kind === "wait" && isPositive(months) && months <= mostMonths) return [{ kind, months }];
  return [];
}

function isPositive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && Number.isFinite(value);
}

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
