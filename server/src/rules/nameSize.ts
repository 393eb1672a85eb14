import type { NameMeaning } from "../cards/findings/collectionSubjects.ts";
import type { Model, ParameterCounts } from "../density/model.ts";
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
        (count) => differs(count, countsOf(parameters)) && !isBesideEmbeddings(count, parameters),
      );
      return isDifferent ? [mismatch(named.text, { meaning: "size" }, parameters)] : [];
    }
    case "total-and-active": {
      const total = differs(named.total, [parameters.total, parameters.nonEmbedding]);
      const meaning = { meaning: named.kind, total: named.total, active: named.active };
      return total || isOtherActive(named.active, parameters)
        ? [mismatch(named.text, meaning, parameters)]
        : [];
    }
    case "active":
      return isOtherActive(named.active, parameters)
        ? [mismatch(named.text, { meaning: named.kind, active: named.active }, parameters)]
        : [];
    case "active-and-experts": {
      // Others name the total so, and give the active part in the card.
      const isTotal = parameters.active !== undefined && !differs(named.active, [parameters.total]);
      if (isTotal && parameters.active < named.active) return [];
      const meaning = { meaning: named.kind, active: named.active, product: named.product };
      // Experts share layers, and several hold more than the part that one token passes.
      const isTotalElsewhere = [parameters.total, parameters.nonEmbedding].some(
        (count) =>
          count !== undefined && (count <= named.active * (1 + tolerance) || count >= named.product * 0.99),
      );
      return isTotalElsewhere || isOtherActive(named.active, parameters)
        ? [mismatch(named.text, meaning, parameters)]
        : [];
    }
    case "experts": {
      const total = parameters.total ?? parameters.nonEmbedding;
      if (total === undefined || (total > named.expert && total <= named.product * 1.01)) return [];
      const meaning = { meaning: named.kind, expert: named.expert, product: named.product };
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

/** Whether active counts are given, and another one is named; names round them to whole billions. */
function isOtherActive(named: number, { active, activeNonEmbedding }: ParameterCounts): boolean {
  return differs(named, [active, activeNonEmbedding], named % 1e9 === 0 ? 0.95e9 : 0);
}

/**
 * Whether embeddings explain the difference: they are left out of the only count, or of the name only,
 * or counted once of twice.
 */
function isBesideEmbeddings(named: number, { total, nonEmbedding }: ParameterCounts): boolean {
  if (total !== undefined && nonEmbedding !== undefined) return nonEmbedding <= named && named <= total;
  if (nonEmbedding !== undefined) return nonEmbedding < named && nonEmbedding > named / (named < 2e8 ? 5 : 2);
  return total !== undefined && named < total && total - named <= mostEmbeddings(total) * total;
}

/** Share of the parameters that can be embeddings: of a small model half, of one of some billions a quarter. */
function mostEmbeddings(total: number): number {
  if (total < 2e9) return 0.5;
  return total < 1e10 ? 0.25 : tolerance;
}

function mismatch(written: string, meaning: NameMeaning, counts: ParameterCounts): RuleFinding {
  return { part: "parameters", subject: { kind: "name-size", written, counts, ...meaning } };
}

function effectiveSize(written: string, count: number, counts: ParameterCounts): readonly RuleFinding[] {
  const isCount = countsOf(counts).some((given) => given !== undefined && !differs(count, [given]));
  return isCount ? [{ part: "parameters", subject: { kind: "name-effective-size", written, counts } }] : [];
}
