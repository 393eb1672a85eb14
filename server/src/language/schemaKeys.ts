import { benchmarkById, resolveBenchmark } from "../cards/vocabulary/benchmarkRegistry.ts";
import { scoreRange } from "../density/credibleSize.ts";
import type { Reference, ReferenceCurve } from "../density/reference.ts";
import { modelCardSchema } from "../generated/shippedData.ts";
import { formatCount, formatPercent } from "../text/numbers.ts";
import { listed } from "../text/sentences.ts";

/** What the schema says of a key. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const cardSchema = modelCardSchema as SchemaNode;

/** A node with what it refers to filled in; its own words win. */
function resolved(node: SchemaNode, root: SchemaNode): SchemaNode {
  const name = node.$ref?.replace("#/$defs/", "");
  const target = name === undefined ? undefined : root.$defs?.[name];
  return target === undefined ? node : { ...resolved(target, root), ...node };
}

/**
 * The schema's node for a path of keys, such as ["benchmarks", "mmlu", "shots"]; places in lists are
 * left out of the path.
 * @param root of the schema, that of cards unless another is meant
 */
export function schemaNodeAt(path: readonly string[], root = cardSchema): SchemaNode | undefined {
  let node: SchemaNode = root;
  for (const key of path) {
    const { properties, additionalProperties } = node;
    const next = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
    const open = typeof additionalProperties === "object" ? additionalProperties : undefined;
    const child = next ?? open;
    if (child === undefined) return undefined;
    node = resolved(child, root);
  }
  return node;
}

/** Keys that a map at a path can hold, in the schema's order. */
export function schemaKeysAt(path: readonly string[]): readonly (readonly [string, SchemaNode])[] {
  const properties = schemaNodeAt(path)?.properties ?? {};
  return Object.entries(properties).map(([key, node]) => [key, resolved(node, cardSchema)]);
}

/** The documentation of a key as sentences, short; `undefined` for keys outside the format. */
export function keySentences(
  path: readonly string[],
  root = cardSchema,
): { title: string; text: string } | undefined {
  const node = schemaNodeAt(path, root);
  return node?.title === undefined ? undefined : { title: node.title, text: node.description ?? "" };
}

/** Whether a path is that of one benchmark's results. */
export function isBenchmarkPath(path: readonly string[]): boolean {
  return path.length === 2 && path[0] === "benchmarks";
}

/** What a benchmark measures, how the reference measures it, and between which scores it says anything. */
export function benchmarkSentences(
  key: string,
  reference: Reference,
): { readonly title: string; readonly lines: readonly string[] } | undefined {
  const known = resolveBenchmark(key);
  if (known === undefined) return undefined;
  const protocol = reference.protocols.get(known.id);
  const curve = reference.curves.get(known.id);
  const expected = [
    ...(protocol?.shots === undefined ? [] : [`${protocol.shots} shots`]),
    ...(protocol?.chainOfThought === undefined
      ? []
      : [protocol.chainOfThought ? "chain of thought" : "no chain of thought"]),
    ...(protocol?.harness === undefined ? [] : [protocol.harness]),
  ];
  const facts = [
    ...(known.items === undefined ? [] : [`${formatCount(known.items)} questions`]),
    ...(known.chancePercent === undefined ? [] : [`guessing gives ${formatPercent(known.chancePercent, 0)}`]),
    ...(known.published === undefined ? [] : [`published ${known.published}`]),
  ];
  return {
    title: known.name,
    lines: [
      `${known.measures}.`,
      ...(known.meanOf.length > 0
        ? [`The mean of ${listed(known.meanOf.map((id) => benchmarkById(id)?.name ?? id))}.`]
        : []),
      ...(facts.length > 0 ? [`${facts.join("; ")}.`.replace(/^./, (letter) => letter.toUpperCase())] : []),
      ...(expected.length > 0 ? [`${reference.name} expects ${listed(expected)}.`] : []),
      curve === undefined
        ? `${reference.name} has no curve for it, so it gives no density.`
        : rangeLine(reference, curve),
      ...(known.note === undefined ? [] : [known.note]),
    ],
  };
}

function rangeLine({ name, trainingTokens }: Reference, curve: ReferenceCurve): string {
  const { above, upTo } = scoreRange(curve, trainingTokens);
  return `${name} reads sizes off scores above ${formatPercent(Math.max(0, above), 1)}, up to ${formatPercent(upTo, 1)}.`;
}
