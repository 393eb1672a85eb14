import { backtestOf } from "../trend/questions/backtest.ts";
import { claimedTrend } from "../trend/questions/forecast.ts";
import { answerForecast, type ForecastQuestion } from "../trend/questions/forecastAnswers.ts";
import { growthChangeOf } from "../trend/questions/growthChange.ts";
import { bothReferenceIntervalsSteps } from "../trend/questions/referenceDraws.ts";
import type { Steps } from "../trend/steps.ts";
import { forecastRefusal, forecastSentence, noDensityToMatch } from "../wording/forecast.ts";
import { referenceIntervalSentences } from "../wording/referenceIntervals.ts";
import { type PanelForecastQuestion, readForecastQuestions } from "./forecastQuestion.ts";
import type { PanelSubject } from "./panelSubject.ts";

/** As a page asks them: they are read with care. */
export type ForecastQuestions = readonly PanelForecastQuestion[];

/**
 * An answer in words to each question; what is none has none. The draws behind the intervals are made in
 * steps.
 */
export function* forecasts(
  { context: { analysis } }: Pick<PanelSubject, "context">,
  asked: ForecastQuestions,
): Steps<readonly string[]> {
  yield* analysis.trend.verdictSteps();
  if (analysis.trend.verdict === "doubling")
    yield* growthChangeOf(analysis.trend, analysis.settings.seed).steps();
  const claimed = claimedTrend(analysis);
  if (claimed !== undefined) {
    yield* claimed.intervals.steps([claimed.line.estimator]);
    yield* backtestOf(analysis, claimed.line.estimator).steps();
  }
  const sentenceOf = (question: ForecastQuestion) => {
    const answer = answerForecast(question, analysis);
    return (answer && forecastSentence(answer)) ?? forecastRefusal;
  };
  const answers: string[] = [];
  for (const question of readForecastQuestions(asked)) {
    if (question.kind === "reference") {
      const intervals = yield* bothReferenceIntervalsSteps(analysis);
      answers.push(referenceIntervalSentences(intervals, analysis).join(" "));
    } else if (question.kind === "match") {
      const { modelId, ...match } = question;
      const model = analysis.modelById(modelId);
      if (model === undefined) answers.push("This model is no longer in the collection.");
      else if (model.density.result.kind === "none") answers.push(`${noDensityToMatch(model.model.name)}.`);
      else answers.push(sentenceOf({ ...match, model }));
    } else answers.push(sentenceOf(question));
  }
  return answers;
}
