import { formatDensity, formatPercent } from "../text/numbers.ts";
import type { CollectionRule, RuleFinding } from "./rule.ts";

/** Differences below this are rounding. */
const leastLoss = 0.02;

/** Pruning, distilling and quantising should raise density; often they lower it. */
export const compressionLoss: CollectionRule = (card, { parentsOf, analysed }) => {
  const { kind, weightBits } = card.model;
  const way =
    weightBits !== undefined
      ? "Quantised"
      : kind === "pruned"
        ? "Pruned"
        : kind === "distilled"
          ? "Distilled"
          : undefined;
  const own = analysed(card)?.density.result;
  if (way === undefined || own?.kind !== "density") return [];
  return parentsOf(card).flatMap((parent): RuleFinding[] => {
    const before = parent && parent.id !== card.id ? analysed(parent)?.density.result : undefined;
    if (parent === undefined || before?.kind !== "density") return [];
    const loss = 1 - own.density / before.density;
    if (loss < leastLoss) return [];
    const message = `${way} from ${parent.model.name}, it is less dense: ${formatDensity(own.density)} against ${formatDensity(before.density)}, ${formatPercent(loss * 100, 0)} less.`;
    return [{ code: "compression-loss", about: "name", message }];
  });
};
