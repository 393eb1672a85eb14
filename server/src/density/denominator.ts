import type { Model, ParameterCounts } from "./model.ts";
import type { InferenceHardware } from "./reference.ts";

/** What an effective size is divided by. See ARCHITECTURE.md, "Denominators". */
export const denominators = ["paper", "non-embedding", "total", "active"] as const;
export type Denominator = (typeof denominators)[number];

/** Why an actual size is not what the denominator asks for. */
export type SizeFlag = "total-parameters-used" | "active-parameters-unknown";

/** The actual size a density divides by, in parameters, with what is doubtful about it. */
export interface ActualSize {
  readonly parameters: number;
  readonly flags: readonly SizeFlag[];
}

/** Weights are stored at 16 bits unless a card says otherwise; equation 7 scales k1 by bits / 16. */
const unquantisedBits = 16;

/** k2 / k1: compute time over memory time of one parameter, equations 5 and 6 of Xiao et al. (2025). */
export function computeToMemoryRatio(hardware: InferenceHardware): number {
  if (hardware.computeToMemoryRatio !== undefined) return hardware.computeToMemoryRatio;
  const memorySeconds = hardware.bytesPerParameter / hardware.bytesPerSecond;
  const computeSeconds = (2 * hardware.inputTokens) / hardware.flopsPerSecond;
  return computeSeconds / memorySeconds;
}

/** A mixture of experts says so, or activates fewer parameters than it has. */
export function isMixtureOfExperts(model: Model): boolean {
  if (model.architecture !== undefined) return model.architecture === "mixture-of-experts";
  const { total, active, nonEmbedding, activeNonEmbedding } = model.parameters;
  return isLess(active, total) || isLess(activeNonEmbedding, nonEmbedding);
}

/** The actual size under a denominator; `undefined` when the card does not give enough counts. */
export function actualSize(
  model: Model,
  denominator: Denominator,
  hardware: InferenceHardware,
): ActualSize | undefined {
  switch (denominator) {
    case "paper":
      return inferenceTimeSize(model, hardware);
    case "non-embedding":
      return nonEmbeddingSize(model.parameters);
    case "total":
      return model.parameters.total === undefined
        ? undefined
        : { parameters: model.parameters.total, flags: [] };
    case "active":
      return isMixtureOfExperts(model) ? activeSize(model.parameters) : nonEmbeddingSize(model.parameters);
  }
}

/**
 * Inference-time size, equation 7: (N k1 b/16 + N_A k2) / (k1 + k2). For dense, unquantised models
 * it is N, the non-embedding count.
 */
function inferenceTimeSize(model: Model, hardware: InferenceHardware): ActualSize | undefined {
  const stored = nonEmbeddingSize(model.parameters);
  if (stored === undefined) return undefined;
  const computed = isMixtureOfExperts(model) ? activeSize(model.parameters) : stored;
  if (computed === undefined) return undefined;
  const ratio = computeToMemoryRatio(hardware);
  const memoryShare = (model.weightBits ?? unquantisedBits) / unquantisedBits;
  const isPlain = memoryShare === 1 && computed.parameters === stored.parameters;
  return {
    parameters: isPlain
      ? stored.parameters
      : (stored.parameters * memoryShare + computed.parameters * ratio) / (1 + ratio),
    flags: [...new Set([...stored.flags, ...computed.flags])],
  };
}

function nonEmbeddingSize(counts: ParameterCounts): ActualSize | undefined {
  if (counts.nonEmbedding !== undefined) return { parameters: counts.nonEmbedding, flags: [] };
  if (counts.total !== undefined) return { parameters: counts.total, flags: ["total-parameters-used"] };
  return undefined;
}

function activeSize(counts: ParameterCounts): ActualSize | undefined {
  if (counts.activeNonEmbedding !== undefined) return { parameters: counts.activeNonEmbedding, flags: [] };
  if (counts.active !== undefined && counts.total !== undefined && counts.nonEmbedding !== undefined) {
    // Embeddings take part in every token, so they are in the active count as they are in the total.
    const parameters = counts.active - (counts.total - counts.nonEmbedding);
    if (parameters > 0) return { parameters, flags: [] };
  }
  if (counts.active !== undefined) return { parameters: counts.active, flags: ["total-parameters-used"] };
  const all = nonEmbeddingSize(counts);
  return all && { parameters: all.parameters, flags: [...all.flags, "active-parameters-unknown"] };
}

function isLess(some: number | undefined, all: number | undefined): boolean {
  return some !== undefined && all !== undefined && some < all;
}
