import { isMap, isPair, isScalar, type Node, type Pair, type Scalar } from "yaml";
import { ownText } from "../../text/ownText.ts";
import { quoted } from "../../text/suggestions.ts";
import type { SourceRange } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
import { columnOf } from "./indentation.ts";
import { hasLostColon, meantEntry } from "./meantEntry.ts";
import type { SyntaxErrors } from "./syntaxErrors.ts";

/** A key of a map. */
export interface KeyReading {
  readonly key: string;
  readonly keyRange: SourceRange;
  /** `false`: the value has a finding already. */
  readonly isValueReadable: boolean;
}

/** What stands in one entry of the syntax tree. */
export interface EntryReading {
  /** Keys in the order of the text. The entry's value belongs to the last. */
  readonly keys: readonly KeyReading[];
  /** Following entries that YAML took for a part of this one's value. */
  readonly following: readonly Pair[];
}

/** What keys are read with. */
export interface KeyContext {
  readonly text: string;
  readonly errors: SyntaxErrors;
  readonly report: Report;
  /** Whether the map stands in braces. */
  readonly isFlow: boolean;
}

/**
 * Reads the key of an entry, repairing the three mistakes of typing that YAML answers with errors
 * about other lines: a line without a colon (which YAML joins to the next key), a colon without a
 * space, and a second colon in a value (which takes in the lines after it).
 */
export function readEntry(pair: Pair, context: KeyContext): EntryReading {
  const { key, value } = pair;
  if (!isScalar(key)) {
    const { range } = key as { range?: readonly number[] };
    const place = { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
    context.report({ kind: "wrong-type", problem: "key-of-other-type" }, place);
    return { keys: [], following: [] };
  }
  const lines = keyLines(key, context);
  const hasNoColon =
    value === null &&
    (context.errors.take(startOf(key), "MISSING_CHAR") || hasLostColon(key, context.isFlow));
  const withoutColon = hasNoColon ? lines : lines.slice(0, -1);
  const keys = withoutColon.map((line) => keyWithoutColon(line, context));
  const keyRange = lines.at(-1);
  if (hasNoColon || keyRange === undefined) return { keys, following: [] };
  const name =
    lines.length > 1 ? context.text.slice(keyRange.start, keyRange.end) : (key.source ?? String(key.value));
  const following = behindSecondColon(name, keyRange, value, context);
  const last = { key: name, keyRange, isValueReadable: following === undefined };
  return { keys: [...keys, last], following: following ?? [] };
}

function startOf({ range }: { readonly range?: readonly number[] | null }): number {
  return range?.[0] ?? 0;
}

/** The lines a key goes over: more than one when lines without a colon precede it. */
function keyLines(key: Scalar, { text, errors }: KeyContext): SourceRange[] {
  const whole = { start: startOf(key), end: key.range?.[1] ?? 0 };
  if (key.type !== "PLAIN" || !text.slice(whole.start, whole.end).includes("\n")) return [whole];
  const lines = linesOf(whole, text);
  const column = columnOf(whole.start, text);
  // Lines at other columns belong to other maps, so their keys cannot be told apart.
  const areAligned = lines.every(({ start }) => columnOf(start, text) === column);
  return areAligned && errors.take(whole.start, "MULTILINE_IMPLICIT_KEY") ? lines : [whole];
}

function linesOf({ start, end }: SourceRange, text: string): SourceRange[] {
  return [...text.slice(start, end).matchAll(/\S[^\n\r]*/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].trimEnd().length,
  }));
}

function keyWithoutColon(line: SourceRange, { text, report, isFlow }: KeyContext): KeyReading {
  const written = ownText(text.slice(line.start, line.end));
  const meant = meantEntry(written);
  if (meant === undefined) {
    report({ kind: "syntax", problem: "no-colon", written }, line);
    return { key: written, keyRange: line, isValueReadable: false };
  }
  const { key, value, lacks, isGuess } = meant;
  const newText = `${key}: ${value}`;
  const fix = { title: `Write ${quoted(newText)}`, range: line, newText };
  report({ kind: "syntax", problem: "entry", written, key, value, lacks }, line, [
    isFlow && isGuess ? { ...fix, isGuess } : fix,
  ]);
  return { key, keyRange: line, isValueReadable: false };
}

/**
 * `notes: see: this` makes YAML read a map where text was meant, and the entries after it as parts
 * of that map.
 * @returns those entries; `undefined` when there is no second colon
 */
function behindSecondColon(
  key: string,
  keyRange: SourceRange,
  value: unknown,
  { text, errors, report }: KeyContext,
): Pair[] | undefined {
  if (!isMap(value)) return undefined;
  const start = startOf(value);
  const newline = text.indexOf("\n", start);
  const line = text.slice(start, newline === -1 ? text.length : newline).trimEnd();
  // Without a colon on the line it is the next line that continues the value: not to be repaired.
  const isOnLine = /:(?:\s|$)/.test(line);
  if (!isOnLine || !errors.take(start, "BLOCK_AS_IMPLICIT_KEY")) return undefined;
  const range = { start, end: start + line.length };
  report({ kind: "syntax", problem: "second-colon", key: ownText(key) }, range);
  const column = columnOf(keyRange.start, text);
  const following: Pair[] = [];
  for (let inner: unknown = value; isMap(inner); inner = inner.items[0]?.value) {
    errors.take(startOf(inner), "BLOCK_AS_IMPLICIT_KEY");
    errors.take(startOf(inner), "MULTILINE_IMPLICIT_KEY");
    following.push(...inner.items.slice(1).filter(isPair));
  }
  // Lines further in belong to the key, and are not read as its value is not.
  return following.filter((pair) => columnOf(startOf(pair.key as Node), text) === column);
}
