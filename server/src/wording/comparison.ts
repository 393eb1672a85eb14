import type { DensityRatio } from "../density/densityRatio.ts";
import { formatDays, formatReleaseDate } from "../text/dates.ts";
import {
  formatDecimal,
  formatDensity,
  formatParameters,
  formatPercent,
  formatTokens,
  noBreakSpace,
  unbroken,
} from "../text/numbers.ts";
import { capitalised, listed } from "../text/sentences.ts";
import type { AnalysedModel, AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { Claim, Mismatch } from "../trend/questions/claims.ts";
import type { ModelComparison } from "../trend/questions/compareModels.ts";
import { benchmarkName } from "./benchmarkNames.ts";
import { densityBoundPhrase, noDensityPhrase } from "./noDensity.ts";
import { intervalPhrase } from "./uncertainty.ts";

/** One fact of both models, and how they relate. */
export interface ComparisonRow {
  readonly label: string;
  /** `undefined` in a row that only says how they relate. */
  readonly values: readonly [first: string, second: string] | undefined;
  /** "35 % of Mistral-7B-v0.1’s"; empty where nothing can be said. */
  readonly relation: string;
}

/** Two models side by side, in the words that every view uses. */
export interface ComparisonWording {
  readonly title: string;
  readonly names: readonly [first: string, second: string];
  readonly rows: readonly ComparisonRow[];
  /** What the law expects; `undefined` without both dates. */
  readonly expectation: string | undefined;
  /** What may be claimed: a sentence a benchmark, or why there is none. */
  readonly claims: readonly string[];
}

/** The whole comparison in words. */
export function comparisonWording(
  comparison: ModelComparison,
  settings: AnalysisSettings,
): ComparisonWording {
  const { first, second, claims } = comparison;
  const names = [first.model.name, second.model.name] as const;
  return {
    title: names.join(" against "),
    names,
    rows: comparisonRows(comparison, settings),
    expectation: expectationSentence(comparison),
    claims:
      claims.length === 0
        ? ["No benchmark has a score on both cards, so neither can be called better."]
        : claims.map((claim) => claimSentence(claim, comparison)),
  };
}

/** A row in one line: "2.44 B against 6.98 B: 35 % of Mistral-7B-v0.1’s". */
export function comparisonRowText({ values, relation }: ComparisonRow): string {
  return [...(values === undefined ? [] : [values.join(" against ")]), relation]
    .filter((part) => part !== "")
    .join(": ");
}

/** The comparison, fact by fact. */
export function comparisonRows(comparison: ModelComparison, settings: AnalysisSettings): ComparisonRow[] {
  const { first, second, parameterRatio, effectiveRatio, daysBetween } = comparison;
  const rows: ComparisonRow[] = [];
  const [firstSize, secondSize] = [first.density.actualSize, second.density.actualSize];
  if (firstSize !== undefined && secondSize !== undefined && parameterRatio !== undefined) {
    rows.push({
      label: "Parameters",
      values: [formatParameters(firstSize.parameters), formatParameters(secondSize.parameters)],
      relation: sharePhrase(parameterRatio, second),
    });
  }
  const [one, other] = [first.density.result, second.density.result];
  if (one.kind === "density" && other.kind === "density" && effectiveRatio !== undefined) {
    rows.push({
      label: "Effective parameters",
      values: [formatParameters(one.effectiveParameters), formatParameters(other.effectiveParameters)],
      relation: sharePhrase(effectiveRatio, second),
    });
  }
  rows.push(...densityRows(comparison, settings));
  const [firstDate, secondDate] = [first.model.releaseDate, second.model.releaseDate];
  if (firstDate !== undefined && secondDate !== undefined && daysBetween !== undefined) {
    rows.push({
      label: "Released",
      values: [formatReleaseDate(firstDate), formatReleaseDate(secondDate)],
      relation: apartPhrase(daysBetween),
    });
  }
  return rows;
}

function densityRows(
  {
    first,
    second,
    densityRatioInterval,
    densityRatioUnderOtherMinima,
    densityRatioUnderOtherTokens,
  }: ModelComparison,
  settings: AnalysisSettings,
): ComparisonRow[] {
  const values = [densityText(first, settings), densityText(second, settings)] as const;
  const hasInterval = [first, second].some(({ density }) => density.interval !== undefined);
  const label = hasInterval ? `Density (95${noBreakSpace}% interval)` : "Density";
  if (densityRatioInterval === undefined) return [{ label, values, relation: "" }];
  const others = densityRatioUnderOtherMinima.flatMap((one) => (one === undefined ? [] : [timesPhrase(one)]));
  const whose = possessive(second);
  return [
    { label, values, relation: ratioRelation(densityRatioInterval, whose) },
    ...(others.length === 0
      ? []
      : [
          {
            label: "Under the reference’s other minimum",
            values: undefined,
            relation: `${listed(others)} ${whose}`,
          },
        ]),
    ...densityRatioUnderOtherTokens.flatMap(({ tokens, ratio }) =>
      ratio === undefined
        ? []
        : [
            {
              label: `With D₀ ${formatTokens(tokens)} tokens`,
              values: undefined,
              relation: `${timesPhrase(ratio)} ${whose}`,
            },
          ],
    ),
  ];
}

/** "2.6 times Mistral-7B-v0.1’s (1.6 to 4.2)", with "within error" where the two may be equal. */
function ratioRelation(ratio: DensityRatio, whose: string): string {
  const interval = ratioIntervalPhrase(ratio);
  return `${timesPhrase(ratio.ratio)} ${whose}${interval === "" ? "" : ` (${interval})`}${ratio.isWithinError === true ? ", within error" : ""}`;
}

/** "2.6 (1.6 to 4.2)": a ratio with its 95 % interval, for a column. */
export function ratioPhrase(ratio: DensityRatio): string {
  const interval = ratioIntervalPhrase(ratio);
  return `${factorText(ratio.ratio)}${interval === "" ? "" : ` (${interval})`}`;
}

function ratioIntervalPhrase({ low, high }: DensityRatio): string {
  if (low !== undefined && high !== undefined) return `${factorText(low)} to ${factorText(high)}`;
  if (low !== undefined) return `above ${factorText(low)}`;
  return high === undefined ? "" : `below ${factorText(high)}`;
}

function densityText({ model, density }: AnalysedModel, settings: AnalysisSettings): string {
  if (density.result.kind === "none")
    return `${densityBoundPhrase(density) ?? "none"} (${noDensityPhrase(model, density, settings) ?? density.result.reason})`;
  const interval = density.interval === undefined ? "" : ` (${unbroken(intervalPhrase(density.interval))})`;
  return `${formatDensity(density.result.density)}${interval}`;
}

/** What the law expects of the two dates, as a sentence; `undefined` without both dates. */
export function expectationSentence({
  first,
  second,
  daysBetween,
  densityRatio,
  expectation,
}: ModelComparison): string | undefined {
  if (expectation === undefined || daysBetween === undefined) return undefined;
  const [later, earlier] = daysBetween >= 0 ? [first, second] : [second, first];
  const whose = expectation.source === "paper" ? "the paper’s" : "this collection’s";
  if (Math.round(daysBetween) === 0) return "Released on one day, the law expects nothing of their order.";
  const growth = daysBetween >= 0 ? expectation.densityRatio : 1 / expectation.densityRatio;
  const actual =
    densityRatio === undefined
      ? ""
      : ` ${later.model.name} has ${timesPhrase(daysBetween >= 0 ? densityRatio : 1 / densityRatio)}.`;
  return `The law expects ${timesPhrase(growth)} the density of ${earlier.model.name} after ${formatDays(Math.abs(daysBetween))} (${whose} doubling time of ${formatDays(expectation.doublingTimeDays)}): the same ability with ${formatPercent(100 / growth, 0)} of the parameters.${actual}`;
}

/** What may be claimed on one benchmark, as a sentence. */
export function claimSentence(claim: Claim, { first, second }: ModelComparison): string {
  const { verdict, noisePoints, differencePoints } = claim;
  const points = formatDecimal(Math.abs(differencePoints), 1);
  const scores = `${capitalised(benchmarkName(claim.benchmark))} ${formatPercent(claim.first.percent, 1)} against ${formatPercent(claim.second.percent, 1)}`;
  switch (verdict.kind) {
    case "first-higher":
    case "second-higher": {
      const { name } = (verdict.kind === "first-higher" ? first : second).model;
      return `${scores}: ${name} is higher by ${points} points; sampling errors explain up to ${formatDecimal(noisePoints ?? 0, 1)}, harness and prompts are not in them.`;
    }
    case "within-noise":
      return `${scores}: within noise; ${points} points, and sampling errors explain up to ${formatDecimal(noisePoints ?? 0, 1)}.`;
    case "not-comparable":
      return `${scores}: no verdict; ${listed(verdict.mismatches.map((mismatch) => mismatchPhrase(mismatch)))}.`;
  }
}

function mismatchPhrase({ property, first, second }: Mismatch): string {
  if (first === undefined && second === undefined) return `${property} not stated`;
  return `${property} ${first ?? "not stated"} against ${second ?? "not stated"}`;
}

/** "35 % of Mistral-7B-v0.1’s", "2.6 times Mistral-7B-v0.1’s". */
function sharePhrase(share: number, ofWhom: AnalysedModel): string {
  const whose = possessive(ofWhom);
  return share <= 1.5 ? `${formatPercent(100 * share, 0)} of ${whose}` : `${timesPhrase(share)} ${whose}`;
}

function possessive({ model }: AnalysedModel): string {
  return `${model.name}’s`;
}

/** "2.6 times". */
export function timesPhrase(factor: number): string {
  return `${factorText(factor)} times`;
}

function factorText(factor: number): string {
  return factor >= 0.1 && factor < 100 ? formatDecimal(factor, factor < 1 ? 2 : 1) : factor.toPrecision(2);
}

function apartPhrase(days: number): string {
  if (Math.round(days) === 0) return "the same day";
  return `${formatDays(Math.abs(days))} ${days > 0 ? "later" : "earlier"}`;
}
