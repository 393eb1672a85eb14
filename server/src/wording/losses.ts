import type { LossDensity } from "../density/benchmarkDensity.ts";
import {
  lossOfInfiniteModel,
  lossStep,
  parametersOfLoss,
  validatedLosses,
} from "../density/effectiveParameters.ts";
import type { DensitySettings } from "../density/settings.ts";
import { formatParameterLimit, formatParameters, formatTokens, noBreakSpace } from "../text/numbers.ts";
import { sentence } from "../text/sentences.ts";
import { benchmarkName } from "./benchmarkNames.ts";

/** A loss in nats per token as people print it: 0.168. */
export function formatLoss(loss: number): string {
  return String(Number(loss.toPrecision(4)));
}

type LossReading = Pick<LossDensity, "benchmark" | "loss" | "effectiveSize">;

/** What a flag says of the size that one loss stands for, as one sentence. */
export function lossFlagSentence(
  flag: "extrapolated" | "imprecise" | "below-floor" | "saturated",
  reading: LossReading,
  settings: DensitySettings,
): string {
  const { reference, trainingTokens } = settings;
  const { benchmark, loss, effectiveSize } = reading;
  const curve = reference.curves.get(benchmark);
  const size = effectiveSize?.kind === "size" ? effectiveSize.parameters : undefined;
  switch (flag) {
    case "extrapolated":
      return `Extrapolated: ${size === undefined ? "" : `${formatParameters(size)} effective parameters; `}the score fit ends at ${formatParameterLimit(reference.largestFittedParameters)}.`;
    case "imprecise": {
      const less =
        curve?.kind === "laws"
          ? parametersOfLoss(curve.lossLaw, loss * (1 - lossStep), trainingTokens)
          : undefined;
      const step = `${lossStep * 100}${noBreakSpace}% less loss on ${benchmarkName(benchmark)}`;
      if (less === undefined || size === undefined) return `Imprecise: ${step} has no finite size.`;
      return `Imprecise: ${step} means ${Math.round((less / size - 1) * 100)}${noBreakSpace}% more effective parameters.`;
    }
    case "below-floor":
      return sentence(`below the floor: ${lossOutOfRangePhrase(reading, settings)}`);
    case "saturated":
      return sentence(`above the ceiling: ${lossOutOfRangePhrase(reading, settings)}`);
  }
}

/** Why a loss has no size: "loss 0.02 on MMLU, below 0.11, the least that the reference is valid for". */
export function lossOutOfRangePhrase(
  { benchmark, loss, effectiveSize }: LossReading,
  { reference, trainingTokens }: DensitySettings,
): string {
  const written = `loss ${formatLoss(loss)} on ${benchmarkName(benchmark)}`;
  const curve = reference.curves.get(benchmark);
  if (curve?.kind !== "laws") return `${written}, which ${reference.name} has no loss law for`;
  const { least, greatest } = validatedLosses(curve, trainingTokens);
  if (effectiveSize?.kind === "none" && effectiveSize.reason === "below-floor")
    return `${written}, not below ${formatLoss(greatest)}, the greatest that the reference is valid for`;
  const unreachable = lossOfInfiniteModel(curve.lossLaw, trainingTokens);
  return loss <= unreachable
    ? `${written}, and after ${formatTokens(trainingTokens)} tokens no finite reference model gets below ${formatLoss(unreachable)}`
    : `${written}, below ${formatLoss(least)}, the least that the reference is valid for`;
}

/** What a loss means, on hover: the size it stands for, and that a score counts before it. */
export function lossSentence(
  { benchmark, loss, effectiveSize }: LossReading,
  isCounted: boolean,
  settings: DensitySettings,
): string {
  const { name, curves } = settings.reference;
  const curve = curves.get(benchmark);
  if (curve?.kind !== "laws")
    return `The reference ${name} has no loss law for ${benchmarkName(benchmark)}, so this loss gives no density.`;
  const meaning =
    effectiveSize?.kind === "size"
      ? `${formatLoss(loss)} nats per token is the loss of a reference model of ${formatParameters(effectiveSize.parameters)} parameters.`
      : sentence(lossOutOfRangePhrase({ benchmark, loss, effectiveSize }, settings));
  return isCounted ? meaning : `${meaning} It is shown beside the score, which counts.`;
}
