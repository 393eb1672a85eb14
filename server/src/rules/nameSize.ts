import { alternatives } from "../cards/wording.ts";
import type { Model, ParameterCounts } from "../density/model.ts";
import { formatParameters } from "../trend/wording/numbers.ts";
import type { CardRule, RuleFinding } from "./rule.ts";

/** Names round, and some count embeddings and some do not. */
const tolerance = 0.15;

/** What the name of a model says about its size. Counts in parameters. */
export type NamedSize =
  | { readonly kind: "size"; readonly text: string; readonly count: number }
  /** 35B-A3B: total and active. */
  | {
      readonly kind: "total-and-active";
      readonly text: string;
      readonly total: number;
      readonly active: number;
    }
  /** 17B-16E: active parameters and experts. */
  | { readonly kind: "active-and-experts"; readonly text: string; readonly active: number }
  /** 8x22B: experts that share layers, so the total is below the product. */
  | { readonly kind: "experts"; readonly text: string; readonly expert: number; readonly product: number }
  /** E4B: size in memory. */
  | { readonly kind: "effective"; readonly text: string; readonly count: number };

const number = String.raw`(\d+(?:\.\d+)?)`;
const before = "(?<![a-z0-9.])";
const after = "(?![a-z0-9])";
const experts = new RegExp(`${before}(\\d+)[x×]${number}b${after}`, "i");
const totalAndActive = new RegExp(`${before}${number}b-a${number}b${after}`, "i");
const activeAndExperts = new RegExp(`${before}${number}b-(\\d+)e${after}`, "i");
const effective = new RegExp(`${before}e${number}b${after}`, "i");
const size = new RegExp(`${before}${number}([bm])${after}`, "i");
/** "0.5T tokens" in a name is training data, and a longer text is no name. */
const longestName = 200;

/** Reads the size out of a name; `undefined` when it gives none. */
export function namedSize(name: string): NamedSize | undefined {
  const words = name.slice(0, longestName);
  const many = experts.exec(words);
  if (many !== null) {
    const expert = billions(many[2]);
    return { kind: "experts", text: many[0], expert, product: expert * Number(many[1]) };
  }
  const both = totalAndActive.exec(words);
  if (both !== null) {
    return { kind: "total-and-active", text: both[0], total: billions(both[1]), active: billions(both[2]) };
  }
  const sparse = activeAndExperts.exec(words);
  if (sparse !== null) return { kind: "active-and-experts", text: sparse[0], active: billions(sparse[1]) };
  const memory = effective.exec(words);
  if (memory !== null) return { kind: "effective", text: memory[0], count: billions(memory[1]) };
  const plain = size.exec(words);
  if (plain === null) return undefined;
  const factor = plain[2]?.toLowerCase() === "m" ? 1e6 : 1e9;
  return { kind: "size", text: plain[0], count: Number(plain[1]) * factor };
}

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
    case "size":
      return differs(named.count, countsOf(parameters)) && !isWithoutEmbeddings(named.count, parameters)
        ? [mismatch(named.text, "", parameters)]
        : [];
    case "total-and-active": {
      const total = differs(named.total, [parameters.total, parameters.nonEmbedding]);
      const active = differs(named.active, [parameters.active, parameters.activeNonEmbedding]);
      const meaning = `, ${formatParameters(named.total)} in total of which ${formatParameters(named.active)} are active`;
      return total || active ? [mismatch(named.text, meaning, parameters)] : [];
    }
    case "active-and-experts": {
      const meaning = `, ${formatParameters(named.active)} active parameters and several experts`;
      const isDifferent = differs(named.active, [parameters.active, parameters.activeNonEmbedding]);
      // Several experts hold more than the part that one token passes.
      const isActiveAlone = [parameters.total, parameters.nonEmbedding].some(
        (count) => count !== undefined && count <= named.active * (1 + tolerance),
      );
      return isDifferent || isActiveAlone ? [mismatch(named.text, meaning, parameters)] : [];
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

function billions(digits: string | undefined): number {
  return Number(digits) * 1e9;
}

function countsOf(counts: ParameterCounts): (number | undefined)[] {
  return [counts.total, counts.nonEmbedding, counts.active, counts.activeNonEmbedding];
}

/** Whether there are counts, and none is near. */
function differs(named: number, counts: readonly (number | undefined)[]): boolean {
  const known = counts.filter((count) => count !== undefined);
  return known.length > 0 && known.every((count) => Math.abs(count / named - 1) > tolerance);
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
