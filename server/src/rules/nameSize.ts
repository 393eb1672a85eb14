import { alternatives } from "../cards/wording.ts";
import type { Model, ParameterCounts } from "../density/model.ts";
import { formatParameters } from "../trend/wording/numbers.ts";
import type { CardRule, RuleFinding } from "./rule.ts";
import { namedSize } from "./sizeInName.ts";

/** Names round, and some count embeddings and some do not. */
const tolerance = 0.15;

/**
 * Compares the size in the name with the nearest of the card's counts, since names count in several
 * ways: a tenth of the parameters may be embeddings, and a mixture may be named after its active part.
 */
export const nameSize: CardRule = ({ model }) => doubtedSize(model);

/** What is doubtful about a model's counts beside the size in its name. */
export function doubtedSize({
  name,
  parameters,
}: Pick<Model, "name" | "parameters">): readonly RuleFinding[] {
  const named = namedSize(name);
  if (named === undefined) return [];
  switch (named.kind) {
    case "size": {
      const readings = [named.count, named.otherCount ?? named.count];
      const isDifferent = readings.every(
        (count) => differs(count, countsOf(parameters)) && !isWithoutEmbeddings(count, parameters),
      );
      return isDifferent ? [mismatch(named.text, "", parameters)] : [];
    }
    case "total-and-active": {
      const total = differs(named.total, [parameters.total, parameters.nonEmbedding]);
      // Active parts are named in whole billions.
      const rounding = named.active % 1e9 === 0 ? 0.5e9 : 0;
      const active = differs(named.active, [parameters.active, parameters.activeNonEmbedding], rounding);
      const meaning = `, ${formatParameters(named.total)} in total of which ${formatParameters(named.active)} are active`;
      return total || active ? [mismatch(named.text, meaning, parameters)] : [];
    }
    case "active-and-experts": {
      const meaning = `, ${formatParameters(named.active)} active parameters, so the total lies between them and ${formatParameters(named.product)}`;
      const isActiveDifferent = differs(named.active, [parameters.active, parameters.activeNonEmbedding]);
      // Experts share layers, and several hold more than the part that one token passes.
      const isTotalElsewhere = [parameters.total, parameters.nonEmbedding].some(
        (count) =>
          count !== undefined && (count <= named.active * (1 + tolerance) || count >= named.product * 0.99),
      );
      return isActiveDifferent || isTotalElsewhere ? [mismatch(named.text, meaning, parameters)] : [];
    }
    case "experts": {
      const total = parameters.total ?? parameters.nonEmbedding;
      if (total === undefined || (total > named.expert && total <= named.product * 1.01)) return [];
      const meaning = `, so the total lies between ${formatParameters(named.expert)} and ${formatParameters(named.product)}`;
      return [mismatch(named.text, meaning, parameters)];
    }
    case "effective":
      return effectiveSize(named.text, named.count, parameters);
  }
}

function countsOf(counts: ParameterCounts): (number | undefined)[] {
  return [counts.total, counts.nonEmbedding, counts.active, counts.activeNonEmbedding];
}

/** Whether there are counts, and none is near: within the tolerance, or within what rounding takes. */
function differs(named: number, counts: readonly (number | undefined)[], rounding = 0): boolean {
  const known = counts.filter((count) => count !== undefined);
  const near = Math.max(tolerance * named, rounding);
  return known.length > 0 && known.every((count) => Math.abs(count - named) > near);
}

/** Of a small model up to half of the parameters can be embeddings, which the only count leaves out. */
function isWithoutEmbeddings(named: number, { total, nonEmbedding }: ParameterCounts): boolean {
  return (
    total === undefined && nonEmbedding !== undefined && nonEmbedding < named && nonEmbedding > named / 2
  );
}

function mismatch(text: string, meaning: string, counts: ParameterCounts): RuleFinding {
  return {
    code: "name-size",
    about: "parameters",
    message: `The name says ${text}${meaning}; the card says ${described(counts)}. One of them is wrong, or another model is meant.`,
  };
}

function effectiveSize(text: string, count: number, counts: ParameterCounts): readonly RuleFinding[] {
  if (!countsOf(counts).some((given) => given !== undefined && !differs(count, [given]))) return [];
  const message = `${text} in the name is a size in memory; the model has more parameters. Write the full count, unless ${described(counts)} is that.`;
  return [{ code: "name-effective-size", about: "parameters", message }];
}

function described({ total, nonEmbedding, active, activeNonEmbedding }: ParameterCounts): string {
  const parts: readonly (readonly [number | undefined, string])[] = [
    [total, "in total"],
    [nonEmbedding, "non-embedding"],
    [active, "active"],
    [activeNonEmbedding, "active non-embedding"],
  ];
  return alternatives(
    parts.flatMap(([count, words]) => (count === undefined ? [] : [`${formatParameters(count)} ${words}`])),
  ).replace(" or ", " and ");
}
