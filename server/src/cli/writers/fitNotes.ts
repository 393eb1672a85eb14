import type { CurveFit, FitRefusal, ReferenceMeasurements } from "../../density/fitReference.ts";
import type { ScoreLawFit } from "../../density/fitScoreLaw.ts";
import type { BenchmarkId } from "../../density/model.ts";
import type { FitHead } from "../../references/readFitInput.ts";
import { counted, formatDecimal } from "../../text/numbers.ts";

const refusals: Readonly<Record<FitRefusal, string>> = {
  "too-few-runs": "fewer than five runs give its loss; the loss law has four coefficients",
  "no-loss-law": "no loss law with positive coefficients fits its runs",
  "too-few-points": "fewer than five points that are not held out; the score law has four coefficients",
  "no-score-law":
    "no score law fits its points: over several losses, scores must rise as the loss falls, and not in one step; a law to be kept is given in YAML as score_law with held: [score_law]",
  "empty-range": "its curve has no score that can be turned into a size at this number of training tokens",
};

/** What a person should know of a fit: what was refused, what is not unique, what was assumed. */
export function fitNotes(
  fits: ReadonlyMap<BenchmarkId, CurveFit>,
  { runs }: ReferenceMeasurements,
  defaulted: readonly string[],
  { training_tokens }: FitHead,
): string[] {
  const ratios = runs.map(({ parameters, tokens }) => tokens / parameters);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return [
    ...(most / least < 10
      ? [
          `warning: D/N of the runs spans ${formatDecimal(least, 1)} to ${formatDecimal(most, 1)}, less than a decade: size and data are hard to tell apart, so the loss law may have several minima. Effective parameters beyond the runs depend on which is taken.`,
        ]
      : []),
    ...[...fits].flatMap(([id, fit]) =>
      fit.kind === "fitted" ? minimaNotes(id, fit) : [`warning: ${id}: no curve: ${refusals[fit.reason]}.`],
    ),
    ...(defaulted.includes("training_tokens")
      ? [
          `note: training_tokens is not given; ${training_tokens.toExponential().replace("+", "")} is written.`,
        ]
      : []),
    ...(defaulted.includes("hardware")
      ? ["note: hardware is not given; the figures of nmi-2025 are written."]
      : []),
  ];
}

function minimaNotes(id: BenchmarkId, { lossLaws, scoreLaw }: CurveFit & { kind: "fitted" }): string[] {
  const described = lossLaws.map(
    ({ law, sumOfSquares }) =>
      `alpha ${law.alpha.toPrecision(4)}, beta ${law.beta.toPrecision(4)}, sum of squares ${sumOfSquares.toExponential(4)}`,
  );
  const [best = ""] = described;
  const minima =
    described.length === 1
      ? `${id}: one minimum of the loss law: ${best}.`
      : `${id}: ${counted(described.length, "minimum").replace("minimums", "minima")} of the loss law, the first is the curve's: ${described.join("; ")}.`;
  if (scoreLaw === undefined) return [minima];
  return [minima, `${id}: ${endsOfScoreLaw(scoreLaw)}`];
}

function endsOfScoreLaw({ law: { c, d }, floor, ceiling }: ScoreLawFit): string {
  const keep = "To keep another, give a score_law with held: [score_law].";
  const end = `the score law ends at ${formatDecimal(c + d, 1)}; scores above have no density.`;
  if (floor === "held-at-0") {
    const below = "the points would have the score law start below 0; its floor is held at 0.";
    return ceiling === "free"
      ? `${below} ${end.replace("the", "The")} ${keep}`
      : `${below} They do not say where it ends; its ceiling is held at 100. ${keep}`;
  }
  return ceiling === "free"
    ? `${end} ${keep.replace("another", "another ceiling")}`
    : "the points do not say where the score law ends; its ceiling is held at 100.";
}
