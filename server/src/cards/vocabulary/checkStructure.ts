import type { ErrorObject } from "ajv";
import { validateModelCard } from "../../generated/validateModelCard.js";
import { quoted } from "../../text/suggestions.ts";
import type { TypeProblem, Wanted } from "../findings/cardSubjects.ts";
import type { Report } from "../findings/findingReporter.ts";
import { nearestValue } from "../values/valueSynonyms.ts";
import { type MapNode, type ScalarNode, type TreeNode, toPlain } from "../yaml/cardTree.ts";
import { yamlText } from "../yaml/plainText.ts";

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
  return words.map((word) => (/^\d+$/.test(word) ? `entry ${Number(word) + 1}` : quoted(word))).join(" ");
}

function reportError(error: ErrorObject, node: TreeNode, label: string, report: Report): void {
  const { keyword, params } = error as ErrorObject<string, Record<string, unknown>>;
  const { range } = node;
  const wanted = wantedBy(error);
  switch (keyword) {
    case "type":
      if (node.kind === "scalar" && error.schema === "string") {
        const allowed = error.parentSchema?.enum as readonly string[] | undefined;
        // In quotes it would be as wrong.
        if (allowed === undefined) reportUnquoted(node, label, report);
        else reportEnum(allowed, node, label, report);
      } else {
        const subject = { kind: "wrong-type", problem: "type", label, found: found(node), wanted } as const;
        report(subject, range, onlyItem(node));
      }
      return;
    case "enum":
      reportEnum(error.schema as readonly string[], node, label, report);
      return;
    case "minimum":
    case "exclusiveMinimum":
    case "maximum": {
      const written = node.kind === "scalar" ? node.text : "";
      const facts = { problem: "limit", label, written, bound: keyword, limit: params.limit } as const;
      report({ kind: "wrong-value", ...facts }, range);
      return;
    }
    case "minItems":
    case "minProperties":
      if (!holdsUnreadable(node)) report({ kind: "wrong-value", problem: "empty", label, wanted }, range);
      return;
    default:
      report({ kind: "wrong-value", problem: "unreadable", label, wanted }, range);
  }
}

/** Then it is not empty, and there is a finding on what it holds. */
function holdsUnreadable(node: TreeNode): boolean {
  return node.kind === "map" && [...node.entries.values()].some(({ value }) => value.kind === "unreadable");
}

/** A list of one value is that value in brackets too many. */
function onlyItem(node: TreeNode) {
  const [item, another] = node.kind === "list" ? node.items : [];
  // Of a list with dashes the value alone would stand on another line.
  const isInBrackets = item?.range.start === node.range.start + 1 && item.range.end + 1 === node.range.end;
  if (!isInBrackets || item?.kind !== "scalar" || another !== undefined || typeof item.value !== "string")
    return [];
  const newText = yamlText(item.text.trim());
  const plain = /^\d{4}-\d{2}(?:-\d{2})?$/.test(item.text.trim()) ? item.text.trim() : newText;
  return [{ title: `Write ${quoted(plain)}`, range: node.range, newText: plain }];
}

/** `name: 3` is a number to YAML, whatever a person sees. */
function reportUnquoted({ value, text, range }: ScalarNode, label: string, report: Report): void {
  const newText = JSON.stringify(text.trim());
  const facts = { label, written: text, isNumber: typeof value === "number", quoted: newText };
  report({ kind: "wrong-type", problem: "unquoted", ...facts }, range, [
    { title: `Write ${quoted(newText)}`, range, newText },
  ]);
}

function reportEnum(allowed: readonly string[], node: TreeNode, label: string, report: Report): void {
  const kind = "wrong-value";
  const { range } = node;
  const written = node.kind === "scalar" ? node.text.trim() : "";
  const meant = nearestValue(label, written, allowed);
  if (label === "kind" && /^(?:moe|mixture.of.experts)$/i.test(written)) {
    report({ kind, problem: "architecture", written, allowed }, range);
    return;
  }
  // Under another unit scores may be out of range, so whoever offers a fix has to try it.
  const isToBeTried = meant === undefined || label.split(" ").at(-1) === "unit";
  const fixes = isToBeTried ? [] : [{ title: `Write ${meant}`, range, newText: meant }];
  report({ kind, problem: "not-allowed", label, written, allowed, meant }, range, fixes);
}

function found(node: TreeNode): Extract<TypeProblem, { problem: "type" }>["found"] {
  if (node.kind !== "scalar") return node.kind;
  return typeof node.value === "string" ? "text" : { written: node.text };
}

/** What the schema wants, with its first example. */
function wantedBy({ schema, parentSchema }: ErrorObject): Wanted {
  const [example] = (parentSchema?.examples as readonly unknown[] | undefined) ?? [];
  return { type: typeof schema === "string" ? schema : undefined, example };
}
