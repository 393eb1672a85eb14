import { availableBasis } from "../density/basisScore.ts";
import { scoreRange } from "../density/credibleSize.ts";
import { largestFactorPerPoint } from "../density/effectiveParameters.ts";
import type { BenchmarkId } from "../density/model.ts";
import { readableScores, type ScoreRange } from "../density/readableScores.ts";
import {
  counted,
  formatCount,
  formatDecimal,
  formatParameterLimit,
  formatParameters,
  formatPercent,
} from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import { plain, strong, type TextRun } from "../text/textRun.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { basisName, benchmarkName } from "./benchmarkNames.ts";
import type { VerdictWording } from "./verdict.ts";

/** What one point of score may move the effective parameters by: "25 %". */
export const readingLimit = formatPercent((largestFactorPerPoint - 1) * 100, 0);

/** What the reference's curves say of the scores that can be read, and how many models lie beyond its fits. */
export function curvesWording(analysis: CollectionAnalysis): VerdictWording {
  const { settings } = analysis;
  const id = curveOfBasis(settings);
  const curve = settings.reference.curves.get(id);
  const readable = curve && readableScores(curve, settings.trainingTokens);
  const name = curveName(id, settings);
  return {
    verdict:
      readable === undefined
        ? [strong(`${name} cannot be read at any score.`)]
        : [
            plain(`${name} can be read from `),
            strong(`${formatPercent(readable.low, 0)} to ${formatPercent(readable.high, 0)}`),
            ...validEnd(readable, curve && scoreRange(curve, settings.trainingTokens).upTo),
          ],
    grounds: [
      plain(
        `Outside (shaded) one point of score moves the effective parameters by more than ${readingLimit}. ${beyondSentence(analysis)}`,
      ),
    ],
    briefGrounds: [plain(briefBeyondSentence(analysis))],
  };
}

/** The range beside a curve's name, the longest first: "reads 18 to 77 %", "18 to 77 %". */
export function readablePhrases(readable: ScoreRange | undefined, validUpTo: number): string[] {
  if (readable === undefined) return ["cannot be read", "not read"];
  const range = (high: number) => `${formatDecimal(readable.low, 0)} to ${formatPercent(high, 0)}`;
  const phrases = (high: number) => [`reads ${range(high)}`, range(high)];
  return validUpTo < readable.high
    ? [
        `reads ${range(readable.high)}, valid to ${formatPercent(validUpTo, 1)}`,
        ...phrases(Math.max(readable.low, validUpTo)),
      ]
    : phrases(readable.high);
}

/**
 * How many readings stand beyond the axis of sizes.
 * @param sizes their effective parameters
 */
export function offAxisSentence(sizes: readonly number[]): string {
  const smallest = formatParameters(sizes.reduce((least, size) => Math.min(least, size)));
  const largest = formatParameters(sizes.reduce((most, size) => Math.max(most, size)));
  const ends = smallest === largest ? smallest : `${smallest} to ${largest}`;
  return `Not drawn, beyond the axis: ${counted(sizes.length, "reading")} at ${ends} effective parameters.`;
}

/** A model on a curve: "MMLU 58.4 %, 3.20 B effective parameters". */
export function curveReadingPhrase(curve: string, percent: number, parameters: number): string {
  return `${curve} ${formatPercent(percent, 1)}, ${formatParameters(parameters)} effective parameters`;
}

/** The curve a density on the basis is read off; the composite's where several are. */
function curveOfBasis({ basis, reference }: AnalysisSettings): BenchmarkId {
  return basis === availableBasis ? reference.composite.id : basis;
}

function curveName(id: BenchmarkId, { reference }: AnalysisSettings): string {
  const name = basisName(id, reference);
  return name === benchmarkName(id) ? name : `The ${name}`;
}

/** The reference may end before its curve becomes too flat. */
function validEnd({ high }: ScoreRange, validUpTo: number | undefined): TextRun[] {
  return validUpTo === undefined || validUpTo >= high
    ? [plain(".")]
    : [plain("; the reference is valid up to "), strong(formatPercent(validUpTo, 1)), plain(".")];
}

/** The ends of what the reference's own data support, and how many models lie beyond each. */
function beyond({ models, settings: { reference } }: CollectionAnalysis) {
  const sizes = models.flatMap(({ excluded, density: { result } }) =>
    excluded === undefined && result.kind === "density" ? [result.effectiveParameters] : [],
  );
  const past = (limit: number) => ({
    limit: formatParameterLimit(limit),
    count: sizes.filter((size) => size > limit).length,
  });
  const { largestRunParameters, largestFittedParameters } = reference;
  return {
    modelCount: sizes.length,
    runs: largestRunParameters === undefined ? undefined : past(largestRunParameters),
    fitted: past(largestFittedParameters),
  };
}

function beyondSentence(analysis: CollectionAnalysis): string {
  const { modelCount, runs, fitted } = beyond(analysis);
  if (modelCount === 0) return "No model of the collection has a density on this basis.";
  const of = `${formatCount(fitted.count)} of ${counted(modelCount, "model")}`;
  const verb = fitted.count === 1 ? "is" : "are";
  const beyondFit = `${of} ${verb} read beyond the largest fitted model (${fitted.limit} effective parameters), where the curve is extrapolated`;
  return runs === undefined
    ? `${beyondFit}.`
    : `${beyondFit}; ${formatCount(runs.count)} beyond the loss runs (${runs.limit}).`;
}

function briefBeyondSentence(analysis: CollectionAnalysis): string {
  const { modelCount, runs, fitted } = beyond(analysis);
  if (modelCount === 0) return "No model with a density.";
  const beyondRuns = runs === undefined ? "" : `, ${formatCount(runs.count)} beyond ${runs.limit}`;
  return capitalised(
    `${formatCount(fitted.count)} of ${counted(modelCount, "model")} beyond ${fitted.limit}${beyondRuns}.`,
  );
}
