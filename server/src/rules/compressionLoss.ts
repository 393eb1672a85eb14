import type { CollectionRule, RuleFinding } from "./rule.ts";

/** Differences below this are rounding. */
const leastLoss = 0.02;

/** Pruning, distilling and quantising should raise density; often they lower it. */
export const compressionLoss: CollectionRule = (card, { parentsOf, analysed }) => {
  const { kind, weightBits } = card.model;
  const way =
    weightBits !== undefined
      ? "quantised"
      : kind === "pruned"
        ? "pruned"
        : kind === "distilled"
          ? "distilled"
          : undefined;
  const own = analysed(card)?.density.result;
  if (way === undefined || own?.kind !== "density") return [];
  return parentsOf(card).flatMap((parent): RuleFinding[] => {
    const before = parent && parent.id !== card.id ? analysed(parent)?.density.result : undefined;
    if (parent === undefined || before?.kind !== "density") return [];
    const loss = 1 - own.density / before.density;
    if (loss < leastLoss) return [];
    const facts = { parent: parent.model.name, density: own.density, parentDensity: before.density };
    return [{ part: "name", subject: { kind: "compression-loss", way, ...facts } }];
  });
};
