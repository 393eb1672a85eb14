import { benchmarkById, resolveBenchmark } from "../cards/vocabulary/benchmarkRegistry.ts";
import type { CardSummary } from "../collection/cardSummary.ts";
import { CollectionError } from "../collection/loadCollection.ts";
import { countedScore } from "../density/basisScore.ts";
import { scoreRange } from "../density/credibleSize.ts";
import { actualSize, isMixtureOfExperts } from "../density/denominator.ts";
import { fewestLadderSizes, fitLadder } from "../density/fitLadder.ts";
import type { BenchmarkId, Model } from "../density/model.ts";
import { defaultReferenceName, shippedReference, shippedReferenceFile } from "../references/references.ts";
import { formatDecimal, formatParameters } from "../text/numbers.ts";
import type { FittedReference } from "./writers/fitJson.ts";

/** One size of the family with its score on the benchmark. */
interface Rung {
  readonly name: string;
  readonly parameters: number;
  readonly scorePercent: number;
}

/**
 * A reference whose one curve is a ladder through a family's dense base models.
 * @throws CollectionError in words for the person when the benchmark is not known or the sizes do not do
 */
export function fitFamily(
  family: string,
  benchmarkName: string,
  cards: readonly CardSummary[],
): FittedReference {
  const id = resolveBenchmark(benchmarkName)?.id;
  if (id === undefined) throw new CollectionError(`"${benchmarkName}" is not in the registry of benchmarks.`);
  const rungs = cards
    .flatMap(({ model }) => (model === undefined ? [] : rungOf(model, family, id)))
    .sort((first, second) => first.parameters - second.parameters);
  const chance = benchmarkById(id)?.chancePercent;
  const fit = fitLadder(rungs, family, chance ?? 0);
  const listedRungs = rungs
    .map(({ name, scorePercent }) => `${name} ${formatDecimal(scorePercent, 1)}`)
    .join(", ");
  if (fit.kind === "refused") {
    throw new CollectionError(
      fit.reason === "too-few-sizes"
        ? `A ladder needs ${fewestLadderSizes} sizes of a family; dense base models of ${family} with a ${id} score: ${listedRungs || "none"}.`
        : `No ladder that rises with size fits the ${id} scores of ${family}: ${listedRungs}.`,
    );
  }
  const standard = shippedReferenceFile(defaultReferenceName);
  const { ladder, residualPoints, residualDegreesOfFreedom } = fit.curve;
  const { above, upTo } = scoreRange(fit.curve, standard.training_tokens);
  return {
    reference: {
      name: `${family.toLowerCase().replaceAll(/[^a-z0-9.]+/g, "-")}-ladder-${id}`,
      provenance: `Calibrated on the family ${family}, not on losses: S(N) = d + c / (1 + (N / n50)^-k) through ${listedRungs}. A density says how large a ${family} model would earn the score; training tokens (D0) play no part.`,
      attribution: `Calibrated on the sizes of ${family}; densities are relative to that family`,
      training_tokens: standard.training_tokens,
      largest_fitted_parameters: rungs.at(-1)?.parameters ?? 0,
      curves: {
        [id]: {
          ladder,
          calibrated_on: family,
          validated_scores: { above, up_to: upTo },
          ...(residualPoints !== undefined && { residual: residualPoints }),
          ...(residualDegreesOfFreedom !== undefined && {
            residual_degrees_of_freedom: residualDegreesOfFreedom,
          }),
        },
      },
      composite: { id, of: [id] },
      hardware: standard.hardware,
    },
    notes: [
      `Calibrated on ${rungs.length} models of ${family}: ${listedRungs}.`,
      ...(fit.ceiling === "held-at-100"
        ? ["The scores do not say where the ladder ends; its ceiling is held at 100."]
        : []),
      ...(chance === undefined ? [`What guessing earns on ${id} is not known; the floor is 0.`] : []),
      `Valid from ${formatDecimal(above, 1)} to ${formatDecimal(upTo, 1)} percent; the largest model has ${formatParameters(rungs.at(-1)?.parameters ?? 0)} parameters.`,
    ],
  };
}

function rungOf(model: Model, family: string, id: BenchmarkId): Rung[] {
  const reference = shippedReference(defaultReferenceName);
  if (reference === undefined || model.family?.toLowerCase() !== family.toLowerCase()) return [];
  const isPlain = (model.kind ?? "base") === "base" && model.weightBits === undefined;
  if (!isPlain || isMixtureOfExperts(model)) return [];
  const score = countedScore(reference, id, model.scores.get(id) ?? []);
  const size = actualSize(model, "non-embedding", reference.hardware);
  if (score === undefined || score.unitDoubted || size === undefined) return [];
  return [{ name: model.name, parameters: size.parameters, scorePercent: score.percent }];
}
