import type {
  CurveFit,
  FitRefusal,
  IrreducibleTest,
  ReferenceMeasurements,
} from "../../density/fitReference.ts";
import type { ScoreLawFit } from "../../density/fitScoreLaw.ts";
import { fewestDistinct, leastRSquared } from "../../density/lossLawIdentified.ts";
import type { BenchmarkId } from "../../density/model.ts";
import type { FitHead } from "../../references/readFitInput.ts";
import { counted, formatDecimal, formatPercent } from "../../text/numbers.ts";

const refusals: Readonly<Record<FitRefusal, string>> = {
  "too-few-runs": "fewer than five runs give its loss; the loss law has four coefficients",
  "too-few-sizes": `its runs have fewer than ${fewestDistinct} sizes, so they do not say how the loss falls with size`,
  "too-few-token-counts": `its runs have fewer than ${fewestDistinct} token counts, so they do not say how the loss falls with data`,
  "constant-loss": "its loss is the same in all runs",
  "poor-fit": `the loss law explains less than ${formatPercent(100 * leastRSquared, 0)} of the spread of its losses (R²)`,
  "uncertain-exponents":
    "the standard error of an exponent of its loss law is more than half of it, or the exponent is not above 0.01: the runs do not identify it",
  "equal-minima":
    "not identified: loss laws with different exponents fit its runs equally well, as where size and data grew together",
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

function minimaNotes(
  id: BenchmarkId,
  { lossLaws, scoreLaw, irreducibleTest }: CurveFit & { kind: "fitted" },
): string[] {
  const described = lossLaws.map(
    ({ law, sumOfSquares }) =>
      `alpha ${law.alpha.toPrecision(4)}, beta ${law.beta.toPrecision(4)}, ${law.e === undefined ? "" : `e ${law.e.toPrecision(3)}, `}sum of squares ${sumOfSquares.toExponential(4)}`,
  );
  const [best = ""] = described;
  const minima =
    described.length === 1
      ? `${id}: one minimum of the loss law: ${best}.`
      : `${id}: ${counted(described.length, "minimum").replace("minimums", "minima")} of the loss law, the first is the curve's: ${described.join("; ")}.`;
  return [
    minima,
    ...(irreducibleTest === undefined ? [] : [`${id}: ${irreducibleSentence(irreducibleTest)}`]),
    ...(scoreLaw === undefined ? [] : [`${id}: ${endsOfScoreLaw(scoreLaw)}`]),
  ];
}

/** What the F test says of the law without an irreducible loss. */
function irreducibleSentence({ sumOfSquares, f, degreesOfFreedom, pValue }: IrreducibleTest): string {
  const statistic = `F(1, ${degreesOfFreedom}) = ${f.toPrecision(3)}, p ${pValue.toPrecision(2)}`;
  return `without an irreducible loss the sum of squares is ${sumOfSquares.toExponential(4)}, ${statistic}: ${pValue < 0.05 ? "the runs reject the law without it" : "the runs do not tell the two apart"}.`;
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
