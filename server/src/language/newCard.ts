import { yamlText } from "../cards/yaml/plainText.ts";
import { type NamedSize, namedSize } from "../rules/sizeInName.ts";

/** What a new card is known to be before anybody writes it. */
export interface NewCard {
  /** `undefined`: it is asked for first. */
  readonly name: string | undefined;
  /** Whether the name stands already, and the first stop is behind it. */
  readonly isNamed: boolean;
  readonly isMixture: boolean;
}

/**
 * A new card in the syntax of snippets, for the command and for completion. Its sizes are those that the
 * name says; no other number is made up. A stop that is passed over leaves a comment that says what is
 * wanted, or nothing.
 */
export function newCardSnippet({ name, isNamed, isMixture }: NewCard): string {
  const size = name === undefined ? undefined : namedSize(name);
  const { total, active } = countsIn(size);
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  const stop = (text = "") => (text === "" ? `$${next()}` : `\${${next()}:${escaped(text)}}`);
  const count = (known: number | undefined, wanted: string) =>
    stop(known === undefined ? `# ${wanted}` : countText(known));
  const nameText = name === undefined ? "" : yamlText(name);
  const mixture = isMixture || isNamedMixture(size);
  return [
    `name: ${isNamed ? escaped(nameText) : stop(nameText)}`,
    `organization: ${stop()}`,
    `family: ${stop()}`,
    `release_date: ${stop("# YYYY-MM-DD, the day the weights became public")}`,
    `kind: \${${next()}|base,instruct,pruned,distilled,merged|}`,
    ...(mixture ? ["architecture: moe"] : []),
    "parameters:",
    `  total: ${count(total, "all of them, in B or M")}`,
    ...(mixture ? [`  active: ${count(active, "those that work on one token")}`] : []),
    `  non_embedding: ${count(undefined, "without input and output embeddings")}`,
    ...(mixture ? [`  active_non_embedding: ${count(undefined, "of one token, without embeddings")}`] : []),
    "benchmarks:",
    ...["mmlu", "bbh", "math", "humaneval", "mbpp"].map((id) => `  ${id}: ${stop()}`),
    `sources: [${stop()}]`,
    "$0",
  ].join("\n");
}

/** Whether the name of a model says that it is a mixture of experts. */
function isNamedMixture(size: NamedSize | undefined): boolean {
  return size !== undefined && size.kind !== "size" && size.kind !== "effective";
}

/** The counts that a name states without doubt. */
function countsIn(size: NamedSize | undefined): {
  readonly total?: number;
  readonly active?: number;
} {
  switch (size?.kind) {
    case "size":
      return size.otherCount === undefined ? { total: size.count } : {};
    case "total-and-active":
      return { total: size.total, active: size.active };
    case "active":
    case "active-and-experts":
      return { active: size.active };
    // Experts share layers, and a size in memory is no count.
    case "experts":
    case "effective":
    case undefined:
      return {};
  }
}

/** As people write counts: 3B, 0.5B, 360M, 1.2T. */
function countText(count: number): string {
  const [factor, unit] = count >= 1e12 ? [1e12, "T"] : count >= 5e8 ? [1e9, "B"] : [1e6, "M"];
  return `${Number((count / factor).toPrecision(12))}${unit}`;
}

/** Text in a snippet that is no part of its syntax. */
function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}
