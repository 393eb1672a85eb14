import { scoreRange } from "../density/credibleSize.ts";
import { effectiveParameters, invertCurve } from "../density/effectiveParameters.ts";
import type { BenchmarkId } from "../density/model.ts";
import type { Reference, ReferenceCurve } from "../density/reference.ts";
import {
  formatDecimal,
  formatParameterLimit,
  formatParameters,
  formatPercent,
  formatTokens,
} from "../text/numbers.ts";
import { benchmarkName } from "./benchmarkNames.ts";

/** What a curve of a reference says, in the order a hover says it. */
export interface CurveDetails {
  readonly title: string;
  /** Heads of the columns: score, effective parameters and, where the curve has them, other minima. */
  readonly columns: readonly string[];
  /** The curve at a few scores, cells in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** A curve in words; `undefined` when the reference has none of that id. */
export function curveDetails(reference: Reference, id: BenchmarkId): CurveDetails | undefined {
  const curve = reference.curves.get(id);
  if (curve === undefined) return undefined;
  const others = otherMinima(curve);
  const scores = fewScores(curve, reference.trainingTokens);
  const sizes = scores.map((score) =>
    effectiveParameters(curve, score, reference.trainingTokens, reference.largestFittedParameters),
  );
  const isExtrapolated = sizes.some((size) => size.kind === "size" && size.flags.includes("extrapolated"));
  return {
    title: `${benchmarkName(id)}: effective parameters at a few scores`,
    columns: [
      "Score",
      "Effective parameters",
      ...others.map((_, place) => (others.length === 1 ? "Other minimum" : `Other minimum ${place + 1}`)),
    ],
    rows: scores.map((score, place) => {
      const size = sizes[place];
      return [
        formatPercent(score, Number.isInteger(score) ? 0 : 1),
        size?.kind === "size" ? [formatParameters(size.parameters), ...size.flags].join(", ") : "none",
        ...others.map((other) => {
          const parameters = invertCurve(other, score, reference.trainingTokens);
          return parameters === undefined ? "none" : formatParameters(parameters);
        }),
      ];
    }),
    notes: [
      originSentence(curve, reference),
      rangeSentence(curve, reference.trainingTokens),
      ...extrapolation(isExtrapolated, reference),
    ],
  };
}

/** The curve with each other minimum of its loss law. */
function otherMinima(curve: ReferenceCurve): readonly ReferenceCurve[] {
  return curve.kind === "laws" ? curve.alternativeLossLaws.map((lossLaw) => ({ ...curve, lossLaw })) : [];
}

const fewestScores = 4;

/** Round scores within the validated range, and its upper end, which stands for those within a point of it. */
function fewScores(curve: ReferenceCurve, tokens: number): readonly number[] {
  const { above, upTo } = scoreRange(curve, tokens);
  // Coefficients may be absurd, percents are not.
  const [from, to] = [Math.max(0, above), Math.min(100, upTo)];
  const roundScores = (step: number) => {
    const scores: number[] = [];
    for (let score = step * (Math.floor(from / step) + 1); score < to - 1; score += step) scores.push(score);
    return scores;
  };
  const few = [20, 10, 5, 2].map(roundScores).find(({ length }) => length >= fewestScores);
  return [...(few ?? roundScores(1)), upTo];
}

function originSentence(curve: ReferenceCurve, { name, trainingTokens }: Reference): string {
  return curve.kind === "ladder"
    ? `${name}, calibrated on the sizes of ${curve.family}.`
    : `${name}, D₀ ${formatTokens(trainingTokens)} tokens.`;
}

function rangeSentence(curve: ReferenceCurve, tokens: number): string {
  const { above, upTo } = scoreRange(curve, tokens);
  const { residualPoints } = curve;
  const range = `Sizes are read off scores above ${formatPercent(Math.max(0, above), 1)}, up to ${formatPercent(upTo, 1)}.`;
  return residualPoints === undefined
    ? `${range} No residual is given, so an interval holds the sampling error alone.`
    : `${range} Its own models lie ${formatDecimal(residualPoints, 1)} points from the curve (root mean square).`;
}

function extrapolation(isExtrapolated: boolean, { largestFittedParameters }: Reference): readonly string[] {
  return isExtrapolated
    ? [
        `Extrapolated beyond ${formatParameterLimit(largestFittedParameters)}, the largest model of the score fit.`,
      ]
    : [];
}
