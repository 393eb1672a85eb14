import type { ErrorObject } from "ajv";
import { type Document, isMap, isNode, isScalar, type ParsedNode, parseDocument } from "yaml";
import type { Validator } from "../../generated/validator.d.ts";
import { nearest } from "../../text/suggestions.ts";
import type { Fix, SourceRange } from "../finding.ts";
import { tooDeepAt } from "./parseYaml.ts";
import { schemaProblem } from "./schemaProblems.ts";

/** What is wrong with a settings or reference file, and where. */
export interface FileProblem {
  /** A part of a sentence: "denominator must be equal to one of the allowed values: paper, total". */
  readonly message: string;
  readonly range: SourceRange;
  readonly fixes: readonly Fix[];
}

/** Data that fits its schema, or every reason why it does not. */
export type YamlFileReading =
  | { readonly kind: "data"; readonly data: unknown; readonly document: Document.Parsed }
  | { readonly kind: "invalid"; readonly problems: readonly FileProblem[] };

/** Reads a file that is not a card: one YAML document, checked against its schema. Never throws. */
export function readYamlFile(text: string, validate: Validator): YamlFileReading {
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return invalid("it is nested too deeply to be read", { start: deep, end: deep + 1 });
  const document = parseDocument(text, { prettyErrors: false });
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined) {
    const [position, end] = syntaxError.pos;
    const start = Math.max(0, Math.min(position, text.length - 1));
    return invalid(`it is not valid YAML: ${syntaxError.message}`, { start, end: Math.max(end, start + 1) });
  }
  let data: unknown;
  try {
    data = document.toJS() ?? {};
  } catch {
    return invalid("its aliases expand to too much data", { start: 0, end: firstLineEnd(text) });
  }
  if (validate(data)) return { kind: "data", data, document };
  const seen = new Set<string>();
  const problems = (validate.errors ?? []).flatMap((error) => {
    const message = schemaProblem(error);
    if (message === undefined || seen.has(message)) return [];
    seen.add(message);
    return [{ message, range: rangeOfError(error, document, text), fixes: fixesOf(error, document) }];
  });
  return { kind: "invalid", problems };
}

/** Where the value at a path of keys stands; the nearest map around it when it is not there. */
export function rangeAt(document: Document, path: readonly (string | number)[]): SourceRange | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = isNode(node) ? node.range : undefined;
    if (range) return { start: range[0], end: range[1] };
  }
  return undefined;
}

/** Where a key of the map at a path stands. */
export function keyRangeAt(
  document: Document,
  path: readonly string[],
  key: string,
): SourceRange | undefined {
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap<ParsedNode>(map)) return undefined;
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}

/** Path of an ajv error as keys. */
function pathOf({ instancePath }: ErrorObject): string[] {
  return instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function rangeOfError(error: ErrorObject, document: Document, text: string): SourceRange {
  const path = pathOf(error);
  const { additionalProperty } = error.params as { additionalProperty?: string };
  const key = path.at(-1);
  const range =
    additionalProperty !== undefined
      ? keyRangeAt(document, path, additionalProperty)
      : error.keyword === "required" && key !== undefined
        ? keyRangeAt(document, path.slice(0, -1), key)
        : rangeAt(document, path);
  return range ?? { start: 0, end: firstLineEnd(text) };
}

/** A misspelt choice or key is put right. */
function fixesOf(error: ErrorObject, document: Document): Fix[] {
  const path = pathOf(error);
  const { allowedValues } = error.params as { allowedValues?: readonly unknown[] };
  const written: unknown = document.getIn(path);
  const range = rangeAt(document, path);
  if (allowedValues === undefined || typeof written !== "string" || range === undefined) return [];
  const newText = nearest(written, allowedValues.map(String));
  return newText === undefined ? [] : [{ title: `Write ${newText}`, range, newText }];
}

function firstLineEnd(text: string): number {
  const newline = text.search(/\r?\n/);
  return newline === -1 ? text.length : newline;
}

function invalid(message: string, range: SourceRange): YamlFileReading {
  return { kind: "invalid", problems: [{ message, range, fixes: [] }] };
}

/** Problems as a command line prints them, and as an editor marks them. */
export function problemsOf(located: readonly FileProblem[]): {
  readonly problems: readonly string[];
  readonly located: readonly FileProblem[];
} {
  return { problems: located.map(({ message }) => message), located };
}
