import type { AnalysisSettings } from "../analyseCollection.ts";
import type { Claim, Mismatch } from "../claims.ts";
import type { ModelComparison } from "../compareModels.ts";
import { benchmarkName } from "./benchmarkNames.ts";
import { formatDays, formatReleaseDate } from "./dates.ts";
import type { DetailRow } from "./detailRow.ts";
import { noDensityPhrase } from "./noDensity.ts";
import { formatDecimal, formatDensity, formatParameters, formatPercent } from "./numbers.ts";
import { listed } from "./sentences.ts";
import { intervalPhrase } from "./uncertainty.ts";

/** The comparison, fact by fact. */
export function comparisonRows(comparison: ModelComparison, settings: AnalysisSettings): DetailRow[] {
  const { first, second, parameterRatio, effectiveRatio, daysBetween } = comparison;
  const rows: DetailRow[] = [];
  const [firstSize, secondSize] = [first.density.actualSize, second.density.actualSize];
  if (firstSize !== undefined && secondSize !== undefined && parameterRatio !== undefined) {
    rows.push({
      label: "Parameters",
      value: against(
        formatParameters(firstSize.parameters),
        formatParameters(secondSize.parameters),
        parameterRatio,
      ),
    });
  }
  const [one, other] = [first.density.result, second.density.result];
  if (one.kind === "density" && other.kind === "density" && effectiveRatio !== undefined) {
    rows.push({
      label: "Effective parameters",
      value: against(
        formatParameters(one.effectiveParameters),
        formatParameters(other.effectiveParameters),
        effectiveRatio,
      ),
    });
  }
  rows.push(...densityRows(comparison, settings));
  const [firstDate, secondDate] = [first.model.releaseDate, second.model.releaseDate];
  if (firstDate !== undefined && secondDate !== undefined && daysBetween !== undefined) {
    rows.push({
      label: "Released",
      value: `${formatReleaseDate(firstDate)} against ${formatReleaseDate(secondDate)}: ${apartPhrase(daysBetween)}`,
    });
  }
  return rows;
}

function densityRows(
  { first, second, densityRatio, densityRatioUnderOtherMinima }: ModelComparison,
  settings: AnalysisSettings,
): DetailRow[] {
  const texts = [first, second].map(({ model, density }) => {
    if (density.result.kind === "none")
      return `none (${noDensityPhrase(model, density, settings) ?? density.result.reason})`;
    const interval = density.interval === undefined ? "" : ` (${intervalPhrase(density.interval)})`;
    return `${formatDensity(density.result.density)}${interval}`;
  });
  const joined = texts.join(" against ");
  if (densityRatio === undefined) return [{ label: "Density", value: joined }];
  const others = densityRatioUnderOtherMinima.flatMap((one) => (one === undefined ? [] : [timesPhrase(one)]));
  return [
    { label: "Density (95 %)", value: `${joined}: ${timesPhrase(densityRatio)}` },
    ...(others.length === 0 ? [] : [{ label: "Under the reference’s other minimum", value: listed(others) }]),
  ];
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
  const scores = `${benchmarkName(claim.benchmark)} ${formatPercent(claim.first.percent, 1)} against ${formatPercent(claim.second.percent, 1)}`;
  switch (verdict.kind) {
    case "first-higher":
    case "second-higher": {
      const { name } = (verdict.kind === "first-higher" ? first : second).model;
      return `${scores}: ${name} is higher by ${points} points; errors explain up to ${formatDecimal(noisePoints ?? 0, 1)}.`;
    }
    case "within-noise":
      return `${scores}: within noise; ${points} points, and errors explain up to ${formatDecimal(noisePoints ?? 0, 1)}.`;
    case "not-comparable":
      return `${scores}: no verdict; ${listed(verdict.mismatches.map((mismatch) => mismatchPhrase(mismatch)))}.`;
  }
}

function mismatchPhrase({ property, first, second }: Mismatch): string {
  if (first === undefined && second === undefined) return `${property} not stated`;
  return `${property} ${first ?? "not stated"} against ${second ?? "not stated"}`;
}

function against(first: string, second: string, share: number): string {
  return `${first} against ${second}: ${share <= 1.5 ? formatPercent(100 * share, 0) : timesPhrase(share)}`;
}

/** "2.6 times". */
export function timesPhrase(factor: number): string {
  return `${factor >= 0.1 && factor < 100 ? formatDecimal(factor, factor < 1 ? 2 : 1) : factor.toPrecision(2)} times`;
}

function apartPhrase(days: number): string {
  if (Math.round(days) === 0) return "the same day";
  return `${formatDays(Math.abs(days))} ${days > 0 ? "later" : "earlier"}`;
}
