import type { ErrorObject } from "ajv";
import { validateModelCard } from "../../generated/validateModelCard.js";
import { alternatives, shown } from "../../text/suggestions.ts";
import type { Report } from "../findingReporter.ts";
import { nearestValue } from "../values/valueSynonyms.ts";
import { type MapNode, type ScalarNode, type TreeNode, toPlain } from "../yaml/cardTree.ts";

/** Values that have readers of their own, which know more about a wrong spelling than the schema. */
const ownReaders =
  /^\/(?:release_date|training_tokens|parameters(?:\/(?:total|active|non_embedding|active_non_embedding))?|benchmarks\/[^/]+(?:\/\d+)?(?:\/(?:score|stderr))?)$/;

/**
 * Checks a card against the schema and rephrases what is wrong: one finding per value, in words for
 * people. Missing keys and the spelling of dates, counts, bits and scores are the business of others.
 */
export function checkStructure(card: MapNode, report: Report): void {
  if (validateModelCard(toPlain(card))) return;
  const judged = new Set<string>();
  for (const error of validateModelCard.errors ?? []) {
    const { instancePath, keyword } = error;
    const path = instancePath.split("/").slice(1).map(unescapePointer);
    const node = nodeAt(card, path);
    const isForReader =
      (ownReaders.test(instancePath) && node?.kind === "scalar") ||
      /^\/quantization(?:\/bits)?$/.test(instancePath);
    if (node === undefined || node.kind === "unreadable" || isForReader || isOfKeys(keyword)) continue;
    if (judged.has(instancePath)) continue;
    judged.add(instancePath);
    reportError(error, node, labelOf(path), report);
  }
}

/** Missing keys, one of several that would do among them. */
function isOfKeys(keyword: string): boolean {
  return keyword === "required" || keyword === "anyOf";
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

function nodeAt(root: TreeNode, path: readonly string[]): TreeNode | undefined {
  let node: TreeNode | undefined = root;
  for (const segment of path) {
    if (node?.kind === "map") node = node.entries.get(segment)?.value;
    else if (node?.kind === "list") node = node.items[Number(segment)];
    else return undefined;
  }
  return node;
}

/** "parameters total", "mmlu entry 2 shots". */
function labelOf(path: readonly string[]): string {
  const words = path[0] === "benchmarks" && path.length > 1 ? path.slice(1) : path;
  return words.map((word) => (/^\d+$/.test(word) ? `entry ${Number(word) + 1}` : shown(word))).join(" ");
}

function reportError(error: ErrorObject, node: TreeNode, label: string, report: Report): void {
  const { keyword, params } = error as ErrorObject<string, Record<string, unknown>>;
  const written = node.kind === "scalar" ? shown(node.text) : "";
  switch (keyword) {
    case "type":
      if (node.kind === "scalar" && error.schema === "string") {
        const allowed = error.parentSchema?.enum as readonly string[] | undefined;
        // In quotes it would be as wrong.
        if (allowed === undefined) reportUnquoted(node, label, report);
        else reportEnum(allowed, node, label, report);
      } else report("wrong-type", node.range, `${label} is ${described(node)}. Write ${expected(error)}.`);
      return;
    case "enum":
      reportEnum(error.schema as readonly string[], node, label, report);
      return;
    case "minimum":
      report("wrong-value", node.range, `${label} is ${written}; it cannot be below ${params.limit}.`);
      return;
    case "exclusiveMinimum":
      report("wrong-value", node.range, `${label} is ${written}; it must be above ${params.limit}.`);
      return;
    case "maximum":
      report("wrong-value", node.range, `${label} is ${written}; it cannot be above ${params.limit}.`);
      return;
    case "minItems":
    case "minProperties":
      if (!holdsUnreadable(node))
        report("wrong-value", node.range, `${label} is empty. Write ${expected(error)}.`);
      return;
    default:
      report("wrong-value", node.range, `${label} cannot be read. Write ${expected(error)}.`);
  }
}

/** Then it is not empty, and there is a finding on what it holds. */
function holdsUnreadable(node: TreeNode): boolean {
  return node.kind === "map" && [...node.entries.values()].some(({ value }) => value.kind === "unreadable");
}

/** `name: 3` is a number to YAML, whatever a person sees. */
function reportUnquoted({ value, text, range }: ScalarNode, label: string, report: Report): void {
  const newText = JSON.stringify(text.trim());
  const kind = typeof value === "number" ? "a number" : "not text";
  report(
    "wrong-type",
    range,
    `${label}: ${shown(text)} is ${kind} to YAML. Write it in quotes: ${shown(newText)}.`,
    [{ title: `Write ${shown(newText)}`, range, newText }],
  );
}

function reportEnum(allowed: readonly string[], node: TreeNode, label: string, report: Report): void {
  const written = node.kind === "scalar" ? node.text.trim() : "";
  const meant = nearestValue(label, written, allowed);
  if (label === "kind" && /^(?:moe|mixture.of.experts)$/i.test(written)) {
    report(
      "wrong-value",
      node.range,
      `${shown(written)} is an architecture, not a way of making weights. Write \`architecture: moe\` and, as kind, ${alternatives(allowed)}.`,
    );
    return;
  }
  const advice = meant === undefined ? `Write ${alternatives(allowed)}.` : `Write ${meant}.`;
  // Under another unit scores may be out of range, so whoever offers a fix has to try it.
  const isToBeTried = meant === undefined || label.split(" ").at(-1) === "unit";
  report(
    "wrong-value",
    node.range,
    `${shown(written)} is no ${label} that cards know. ${advice}`,
    isToBeTried ? [] : [{ title: `Write ${meant}`, range: node.range, newText: meant }],
  );
}

function described(node: TreeNode): string {
  switch (node.kind) {
    case "list":
      return "a list";
    case "map":
      return "a map";
    case "scalar":
      return typeof node.value === "string" ? "text" : shown(node.text);
    case "unreadable":
      return "unreadable";
  }
}

/** What the schema wants, in words with its first example. */
function expected({ schema, parentSchema }: ErrorObject): string {
  const [example] = (parentSchema?.examples as readonly unknown[] | undefined) ?? [];
  const shownExample = `\`${yamlOf(example)}\``;
  const asExample = example === undefined ? "" : `, as ${shownExample}`;
  switch (schema) {
    case "boolean":
      return "true or false";
    case "integer":
      return `a whole number${asExample}`;
    case "number":
      return `a number${asExample}`;
    case "string":
      return `text${asExample}`;
    case "array":
      return `a list${asExample}`;
    default:
      // The words keep other people's numbers from reading as what is to be written.
      return example === undefined ? "it" : `it, for example, as ${shownExample}`;
  }
}

/** A value in YAML's flow style. */
function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${yamlOf(inner)}`);
  return `{ ${entries.join(", ")} }`;
}
