import { availableBasis, type BasisScore, countedScore, isMeanOfScores } from "../density/basisScore.ts";
import type { DensityBound } from "../density/benchmarkDensity.ts";
import type { ModelDensity } from "../density/capabilityDensity.ts";
import { scoreRange } from "../density/credibleSize.ts";
import type { BenchmarkId, Model } from "../density/model.ts";
import { chanceOf } from "../density/scoreError.ts";
import type { DensitySettings } from "../density/settings.ts";
import { formatDensity, formatPercent } from "../text/numbers.ts";
import { listed } from "../text/sentences.ts";
import { basisName, benchmarkName } from "./benchmarkNames.ts";
import { lossOutOfRangePhrase } from "./losses.ts";

/** Why a model has no density, as a phrase; `undefined` when it has one. */
export function noDensityPhrase(
  model: Model,
  density: ModelDensity,
  settings: DensitySettings,
): string | undefined {
  if (density.result.kind === "density") return undefined;
  switch (density.result.reason) {
    case "no-size":
      return settings.denominator === "total" ? "no total parameter count" : "no parameter count";
    case "no-basis-score":
      return noScorePhrase(model, density.basisScore, settings);
    case "near-chance":
      return nearChancePhrase(density, settings);
    case "out-of-range":
      return outOfRangePhrase(density, settings);
  }
}

/** A density known from one side, in few words: "at most 0.35", "at least 5.5"; `undefined` without a bound. */
export function boundPhrase(bound: DensityBound | undefined): string | undefined {
  if (bound === undefined) return undefined;
  return `${bound.side === "at-most" ? "at most" : "at least"} ${formatDensity(bound.density)}`;
}

/** The bound of a model without a density, in few words. */
export function densityBoundPhrase({ result }: ModelDensity): string | undefined {
  return result.kind === "none" ? boundPhrase(result.bound) : undefined;
}

/** A score as the card writes it: 0.412, 41.2. */
export function formatCardScore(percent: number): string {
  return String(Number(percent.toPrecision(6)));
}

/** A score beside the limit it misses, with as many decimals as keep the two apart. */
export function percentBeside(score: number, limit: number): { score: string; limit: string } {
  const decimals = [1, 2, 3].find((count) => score.toFixed(count) !== limit.toFixed(count)) ?? 4;
  return { score: formatPercent(score, decimals), limit: formatPercent(limit, decimals) };
}

function noScorePhrase(model: Model, score: BasisScore, settings: DensitySettings): string {
  const { reference, basis } = settings;
  if (score.kind === "unit-doubted") return unitDoubtPhrase(model, score.benchmarks, settings);
  if (score.kind === "loss")
    return `a loss on ${benchmarkName(basis)}, which the reference ${reference.name} has no loss law for`;
  if (score.kind !== "missing")
    return `the reference ${reference.name} has no curve for ${benchmarkName(basis)}`;
  if (!isMeanOfScores(basis, reference) && basis !== availableBasis)
    return `no ${benchmarkName(basis)} score`;
  const needed = reference.composite.of.length;
  const missing = score.benchmarks.length;
  const names = listed(score.benchmarks.map(benchmarkName));
  return missing === needed
    ? `none of the ${needed} scores: ${names}`
    : `${needed - missing} of ${needed} scores: ${names} missing`;
}

/** Scores whose unit is in doubt, as the card writes them: "HumanEval 0.412 may be a fraction". */
function unitDoubtPhrase(model: Model, doubted: readonly BenchmarkId[], settings: DensitySettings): string {
  const scores = doubted.flatMap((id) => {
    const score = countedScore(settings.reference, id, model.scores.get(id) ?? []);
    return score === undefined ? [] : [{ id, percent: score.percent }];
  });
  const written = listed(scores.map(({ id, percent }) => `${benchmarkName(id)} ${formatCardScore(percent)}`));
  if (scores.some(({ percent }) => percent > 1)) return `${written}: fraction or percent?`;
  return scores.length === 1 ? `${written} may be a fraction` : `${written} may be fractions`;
}

/** Which score cannot be told from guessing. */
function nearChancePhrase(density: ModelDensity, settings: DensitySettings): string {
  const { basisScore, effectiveSize, benchmarks, losses } = density;
  if (basisScore.kind === "available") {
    const parts = [...basisScore.of, ...basisScore.losses];
    const names = [...benchmarks, ...losses].flatMap(({ benchmark, effectiveSize: size }) =>
      size?.kind === "none" &&
      size.reason !== "saturated" &&
      parts.some((part) => part.benchmark === benchmark)
        ? [benchmarkName(benchmark)]
        : [],
    );
    return `${listed([...new Set(names)])} near chance`;
  }
  if (
    basisScore.kind === "loss" ||
    (effectiveSize?.kind === "none" && effectiveSize.reason === "below-floor")
  )
    return outOfRangePhrase(density, settings);
  const name = basisName(settings.basis, settings.reference);
  const score = "percent" in basisScore ? ` ${formatPercent(basisScore.percent, 1)}` : "";
  const chance = chanceOf(settings.basis, settings);
  return chance === undefined
    ? `${name}${score}, whose lower end lies below the reference’s floor`
    : `${name}${score}, too near the ${formatPercent(chance, 0)} that guessing earns`;
}

function outOfRangePhrase({ basisScore, effectiveSize }: ModelDensity, settings: DensitySettings): string {
  if (basisScore.kind === "loss") {
    return lossOutOfRangePhrase(
      { benchmark: settings.basis, loss: basisScore.loss, effectiveSize },
      settings,
    );
  }
  const curve = settings.reference.curves.get(settings.basis);
  const range = curve && scoreRange(curve, settings.trainingTokens);
  const name = basisName(settings.basis, settings.reference);
  if (!("percent" in basisScore) || range === undefined) return `${name} outside the range of the reference`;
  const isBelow = effectiveSize?.kind === "none" && effectiveSize.reason === "below-floor";
  const { score, limit } = percentBeside(basisScore.percent, isBelow ? range.above : range.upTo);
  return isBelow
    ? `${name} ${score}, not above the floor of ${limit}`
    : `${name} ${score}, above the ceiling of ${limit}`;
}
