import type { BenchmarkDensity, LossDensity } from "../density/benchmarkDensity.ts";
import type { ModelDensity } from "../density/capabilityDensity.ts";
import { scoreRange } from "../density/credibleSize.ts";
import type { DensityFlag } from "../density/densityFlags.ts";
import { type EffectiveSize, invertCurve } from "../density/effectiveParameters.ts";
import { doubtsOfBasis, doubtsOfScore } from "../density/measurementDoubts.ts";
import type { BenchmarkId } from "../density/model.ts";
import type { DensitySettings } from "../density/settings.ts";
import { formatDate, formatMonth } from "../text/dates.ts";
import {
  counted,
  formatCount,
  formatParameterLimit,
  formatParameters,
  formatPercent,
  formatTokens,
  noBreakSpace,
} from "../text/numbers.ts";
import { listed, sentence } from "../text/sentences.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { basisName, benchmarkName } from "./benchmarkNames.ts";
import { doubtSentence } from "./doubts.ts";
import { formatLoss, lossFlagSentence } from "./losses.ts";
import { formatCardScore, noDensityPhrase, percentBeside } from "./noDensity.ts";

/** A flag in a word or two, for columns. */
export const flagLabels: Readonly<Record<DensityFlag, string>> = {
  extrapolated: "extrapolated",
  imprecise: "imprecise",
  "below-floor": "below the floor",
  saturated: "above the ceiling",
  "total-parameters-used": "total parameters: understated",
  "active-parameters-unknown": "active parameters unknown: understated",
  "unit-doubted": "fraction or percent?",
  "month-only": "month only",
  "kind-missing": "kind missing",
  "near-chance": "near chance",
  "protocol-differs": "other protocol",
  "harness-differs": "other harness",
  "instruct-on-base-reference": "instruct on a base reference",
  "available-basis": "not all scores",
  "from-loss": "from a loss",
};

/** What a flag says of a model: the fact and the number behind it, as one sentence. */
export function flagSentence(
  flag: DensityFlag,
  { model, density }: Pick<AnalysedModel, "model" | "density">,
  settings: DensitySettings,
): string {
  const { basisScore, effectiveSize } = density;
  switch (flag) {
    case "near-chance":
      return density.result.kind === "none" && density.result.reason === "near-chance"
        ? `Near chance: ${noDensityPhrase(model, density, settings)}.`
        : doubtSentence(flag, doubtsOfBasis(basisScore, settings));
    case "protocol-differs":
    case "harness-differs":
      return doubtSentence(flag, doubtsOfBasis(basisScore, settings));
    case "available-basis":
      return availableSentence(density, settings);
    case "from-loss":
      return fromLossSentence(density);
    case "instruct-on-base-reference":
      return "Instruct weights on a reference of base models: tuning alone can move a score by 32 points either way.";
    case "unit-doubted":
      return sentence(noDensityPhrase(model, density, settings) ?? flagLabels[flag]);
    case "total-parameters-used": {
      const used = model.parameters.total ?? model.parameters.active;
      return used === undefined
        ? sentence(flagLabels[flag])
        : `Total parameters: ${formatParameters(used)} with embeddings is used, so the density is understated.`;
    }
    case "active-parameters-unknown": {
      const all = model.parameters.nonEmbedding ?? model.parameters.total;
      return `Active parameters unknown: all ${all === undefined ? "" : `${formatParameters(all)} `}count as active, so the density is understated.`;
    }
    case "month-only":
      return model.releaseDate === undefined
        ? sentence(flagLabels[flag])
        : `Month only: ${formatMonth(model.releaseDate.epochDay)} counts as ${formatDate(model.releaseDate.epochDay)}, ±${noBreakSpace}15 days.`;
    case "kind-missing":
      return "Kind missing: the card does not say how the weights were made; they count as base.";
    case "extrapolated":
    case "imprecise":
    case "below-floor":
    case "saturated": {
      if (basisScore.kind === "loss") {
        const { loss } = basisScore;
        return lossFlagSentence(flag, { benchmark: settings.basis, loss, effectiveSize }, settings);
      }
      const percent = "percent" in basisScore ? basisScore.percent : undefined;
      const name = basisName(settings.basis, settings.reference);
      return scoreFlagSentence(flag, { id: settings.basis, name, percent, effectiveSize }, settings);
    }
  }
}

/** What a flag says of one benchmark's density, as one sentence. */
export function benchmarkFlagSentence(
  flag: DensityFlag,
  { benchmark, score, effectiveSize }: BenchmarkDensity,
  settings: DensitySettings,
): string {
  switch (flag) {
    case "near-chance": {
      const doubts = doubtsOfScore(benchmark, score, settings).filter((doubt) => doubt.flag === flag);
      return doubts.length > 0
        ? doubtSentence(flag, doubts)
        : `Near chance: ${benchmarkName(benchmark)} ${formatPercent(score.percent, 1)}; its lower end cannot be told from guessing.`;
    }
    case "protocol-differs":
    case "harness-differs":
      return doubtSentence(flag, doubtsOfScore(benchmark, score, settings));
    case "extrapolated":
    case "imprecise":
    case "below-floor":
    case "saturated": {
      const name = benchmarkName(benchmark);
      return scoreFlagSentence(
        flag,
        { id: benchmark, name, percent: score.percent, effectiveSize },
        settings,
      );
    }
    case "unit-doubted":
      return `${benchmark} ${formatCardScore(score.percent)}: fraction or percent?`;
    default:
      return sentence(flagLabels[flag]);
  }
}

/** How many models lie beyond the reference's fit, with the sizes; `undefined` when none does. */
export function extrapolationSentence({ models, trend, settings }: CollectionAnalysis): string | undefined {
  const sizes = models.flatMap(({ excluded, density }) =>
    excluded === undefined && density.flags.includes("extrapolated") && density.result.kind === "density"
      ? [density.result.effectiveParameters]
      : [],
  );
  if (sizes.length === 0) return undefined;
  const limit = formatParameterLimit(settings.reference.largestFittedParameters);
  const largest = formatParameters(sizes.reduce((most, size) => Math.max(most, size), 0));
  return `Extrapolated: ${sizes.length} of ${counted(trend.points.length, "model")}, up to ${largest} effective parameters; the score fit ends at ${limit}.${tokenSentence(settings)}`;
}

/** That D0 lies beyond the reference's runs, as a sentence with a space before it; empty where it does not. */
function tokenSentence({ reference, trainingTokens }: DensitySettings): string {
  const { largestRunTokens: end } = reference;
  return end === undefined || trainingTokens < 2 * end
    ? ""
    : ` In tokens all are: the loss runs end at ${formatTokens(end)}, D₀ is ${formatCount(Math.round(trainingTokens / end))} times that.`;
}

/** Which scores a density on the basis `available` is the mean of. */
function availableSentence(
  { basisScore, benchmarks, losses }: ModelDensity,
  { reference }: DensitySettings,
): string {
  const countedOf = (
    measured: readonly (BenchmarkDensity | LossDensity)[],
    parts: readonly { readonly benchmark: BenchmarkId }[],
  ) =>
    measured.filter(
      ({ benchmark, effectiveSize }) =>
        effectiveSize?.kind === "size" && parts.some((part) => part.benchmark === benchmark),
    );
  const counted =
    basisScore.kind === "available"
      ? [...countedOf(benchmarks, basisScore.of), ...countedOf(losses, basisScore.losses)]
      : [];
  const names = listed(counted.map(({ benchmark }) => benchmarkName(benchmark)));
  return `Available basis: ${counted.length} of ${reference.composite.of.length} scores${names === "" ? "" : ` (${names})`}; compare with models that have the same ones.`;
}

/** That a loss stands for a score, and what that leaves open. */
function fromLossSentence({ basisScore }: ModelDensity): string {
  const whose =
    basisScore.kind === "loss"
      ? `a loss of ${formatLoss(basisScore.loss)} nats per token`
      : `losses for ${basisScore.kind === "available" ? listed(basisScore.losses.map(({ benchmark }) => benchmarkName(benchmark))) : "scores"}`;
  return `From ${whose}, where no score is: nats per token depend on the tokenizer, and the error of a loss is not known.`;
}

/** One score seen through one curve. */
interface ScoreReading {
  readonly id: BenchmarkId;
  readonly name: string;
  readonly percent: number | undefined;
  readonly effectiveSize: EffectiveSize | undefined;
}

function scoreFlagSentence(
  flag: "extrapolated" | "imprecise" | "below-floor" | "saturated",
  { id, name, percent, effectiveSize }: ScoreReading,
  settings: DensitySettings,
): string {
  const size = effectiveSize?.kind === "size" ? effectiveSize.parameters : undefined;
  if (flag === "extrapolated") {
    const limit = formatParameterLimit(settings.reference.largestFittedParameters);
    return size === undefined
      ? `Extrapolated: the score fit ends at ${limit}.`
      : `Extrapolated: ${formatParameters(size)} effective parameters; the score fit ends at ${limit}.`;
  }
  const curve = settings.reference.curves.get(id);
  if (curve === undefined || percent === undefined) return sentence(flagLabels[flag]);
  switch (flag) {
    case "imprecise": {
      const onePointMore = invertCurve(curve, percent + 1, settings.trainingTokens);
      if (onePointMore === undefined || size === undefined)
        return `Imprecise: one point more on ${name} has no finite size.`;
      const growth = Math.round((onePointMore / size - 1) * 100);
      return `Imprecise: one point more on ${name} means ${growth}${noBreakSpace}% more effective parameters.`;
    }
    case "below-floor": {
      const { score, limit } = percentBeside(percent, scoreRange(curve, settings.trainingTokens).above);
      return `Below the floor: ${name} ${score}; the reference starts above ${limit}.`;
    }
    case "saturated": {
      const { score, limit } = percentBeside(percent, scoreRange(curve, settings.trainingTokens).upTo);
      return `Above the ceiling: ${name} ${score}; the reference is valid up to ${limit}.`;
    }
  }
}
