import type { Model } from "../density/model.ts";
import type { CollectionRule } from "./rule.ts";

/** Added tokens and rounding change a count by less than this share. */
const tolerance = 0.05;
/** Sizes of the integers that packed weights are stored in. */
const containerBits = [32, 16, 8] as const;

/**
 * Quantising and instruct tuning keep the number of parameters. A smaller count beside quantised weights is
 * often that of the stored integers, each of which packs several weights.
 */
export const countsOfBase: CollectionRule = (card, { parentsOf }) => {
  const { model } = card;
  const [parent, another] = parentsOf(card);
  if (parent === undefined || another !== undefined || model.baseModels.length > 1) return [];
  const keepsCounts = model.kind === "instruct" || (isUnchanged(model) && model.weightBits !== undefined);
  const [own, base] = [model.parameters.total, parent.model.parameters.total];
  if (!keepsCounts || own === undefined || base === undefined) return [];
  if (Math.abs(own / base - 1) <= tolerance) return [];
  const way = model.weightBits === undefined ? "tuned" : "quantised";
  const packed = isPacked(own, parent.model, model.weightBits);
  return [
    {
      part: "parameters",
      subject: { kind: "counts-of-base", way, parent: parent.model.name, own, base, isPacked: packed },
    },
  ];
};

/** Whether the way the weights were made leaves their number as it was. */
function isUnchanged({ kind }: Model): boolean {
  return kind === undefined || kind === "base" || kind === "instruct";
}

/** Between all weights packed and all but the embeddings, in integers of a usual size. */
function isPacked(own: number, { parameters }: Model, bits: number | undefined): boolean {
  const { total, nonEmbedding } = parameters;
  if (bits === undefined || total === undefined) return false;
  return containerBits.some((container) => {
    const share = bits / container;
    const packed = nonEmbedding ?? total * 0.75;
    return share < 1 && own >= total * share * 0.9 && own <= (packed * share + total - packed) * 1.1;
  });
}
