import { formatDate } from "../text/dates.ts";
import { counted, formatTokens } from "../text/numbers.ts";
import { plain, strong } from "../text/textRun.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { benchmarkName } from "./benchmarkNames.ts";
import { estimatorName } from "./choiceNames.ts";
import { contaminationSentence } from "./contamination.ts";
import { exclusionCounts } from "./exclusions.ts";
import { sourceLine } from "./source.ts";
import type { VerdictWording } from "./verdict.ts";
import { whoIsMissingSentence } from "./whoIsMissing.ts";

/** One thing to know of the indicator. */
export interface IndicatorPoint {
  readonly title: string;
  readonly text: string;
}

/** What a reader must know before quoting a number: the same on the page, below pictures and in a caption. */
export interface IndicatorNotes {
  readonly wording: VerdictWording;
  readonly points: readonly IndicatorPoint[];
}

const title = "What to know about this indicator";

/** What it is, relative to what, how processed, up to when, who is missing, and what it does not say. */
export function indicatorNotes(analysis: CollectionAnalysis): IndicatorNotes {
  const { settings, trend, excluded } = analysis;
  const { reference, trainingTokens, basis, estimator, tau } = settings;
  const last = trend.points.at(-1);
  const leftOut = excluded.length === 0 ? "None is left out" : `Left out: ${exclusionCounts(excluded)}`;
  const points: IndicatorPoint[] = [
    {
      title: "What it is",
      text: "Capability density: the parameters that a reference model would need for a model’s scores, over the parameters that the model has. The trend is how the highest of them grows.",
    },
    {
      title: "Relative to what",
      text: `${sourceLine(reference)} Trained on ${formatTokens(trainingTokens)} tokens. Another reference moves all densities, and the doubling time with them.`,
    },
    {
      title: "How it is processed",
      text: `Scores as the cards state them, from many harnesses; basis ${benchmarkName(basis)}; line: ${estimatorName(estimator, tau)}. Models that guess, or score beyond the reference’s range, have no density.`,
    },
    {
      title: "Last date",
      text:
        last === undefined
          ? "No model is in the trend."
          : `${formatDate(last.epochDay)}, ${last.name}. Of the time since, it says nothing.`,
    },
    {
      title: "Who is missing",
      text: `${counted(trend.points.length, "model")} in the trend. ${leftOut}. ${whoIsMissingSentence(analysis) ?? ""} Models whose weights or scores are not public are in no collection.`,
    },
    {
      title: "What it does not say",
      text: `Nothing of abilities that these benchmarks do not test, of contamination by public test questions, of speed or memory, or of one model’s worth for a task. ${contaminationSentence(analysis) ?? ""} Density is no law of nature: growth can slow, and a forecast is no observation.`,
    },
  ];
  return {
    wording: {
      verdict: [strong(title)],
      grounds: [plain("Read this before a number leaves this page.")],
      briefGrounds: [plain("Before a number is quoted.")],
    },
    points: points.map((point) => ({ ...point, text: point.text.replaceAll(/ {2,}/g, " ").trim() })),
  };
}

/** The same as one paragraph, for the foot of a picture. */
export function indicatorSentence(analysis: CollectionAnalysis): string {
  const { points } = analysis.trend;
  const last = points.at(-1);
  const until = last === undefined ? "" : ` up to ${formatDate(last.epochDay)}`;
  return `${title}: effective over actual parameters${until}, relative to ${analysis.settings.reference.name}, from scores as cards state them; it does not speak of models without public scores, of contamination, or of tasks beyond the benchmarks.`;
}
