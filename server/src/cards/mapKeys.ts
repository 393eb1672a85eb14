import { isMap, isScalar, type Pair, type Scalar } from "yaml";
import type { SourceRange } from "./finding.ts";
import type { Report } from "./report.ts";
import type { SyntaxErrors } from "./syntaxErrors.ts";
import { shown } from "./wording.ts";

/** The key of one entry of a map. */
export interface KeyReading {
  readonly key: string;
  readonly keyRange: SourceRange;
  /** `false`: the value has a finding already. */
  readonly isValueReadable: boolean;
}

/** What a key is read with. */
export interface KeyContext {
  readonly text: string;
  readonly errors: SyntaxErrors;
  readonly report: Report;
}

/**
 * Reads a key, repairing the three mistakes of typing that YAML answers with errors about other
 * lines: a line without a colon (which YAML joins to the next key), a colon without a space, and a
 * second colon in a value. None of them changes the meaning of another key.
 * @returns `undefined` when there is no key with a colon
 */
export function readKey(pair: Pair, context: KeyContext): KeyReading | undefined {
  const { key, value } = pair;
  if (!isScalar(key)) {
    const { range } = key as { range?: readonly number[] };
    const place = { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
    context.report("wrong-type", place, "A key is text, not a list, a map or an alias.");
    return undefined;
  }
  const lines = keyLines(key, context);
  const hasNoColon = value === null && context.errors.take(startOf(key), "MISSING_CHAR");
  for (const line of hasNoColon ? lines : lines.slice(0, -1)) reportMissingColon(line, context);
  const keyRange = lines.at(-1);
  if (hasNoColon || keyRange === undefined) return undefined;
  const name =
    lines.length > 1 ? context.text.slice(keyRange.start, keyRange.end) : (key.source ?? String(key.value));
  return { key: name, keyRange, isValueReadable: !hasSecondColon(name, value, context) };
}

function startOf({ range }: { readonly range?: readonly number[] | null }): number {
  return range?.[0] ?? 0;
}

/** The lines a key goes over: more than one when lines without a colon precede it. */
function keyLines(key: Scalar, { text, errors }: KeyContext): SourceRange[] {
  const whole = { start: startOf(key), end: key.range?.[1] ?? 0 };
  const lines = key.type === "PLAIN" ? linesOf(whole, text) : [whole];
  const column = columnOf(whole.start, text);
  // Lines at other columns belong to other maps, so their keys cannot be told apart.
  const areAligned = lines.every(({ start }) => columnOf(start, text) === column);
  return lines.length > 1 && areAligned && errors.take(whole.start, "MULTILINE_IMPLICIT_KEY")
    ? lines
    : [whole];
}

function linesOf({ start, end }: SourceRange, text: string): SourceRange[] {
  return [...text.slice(start, end).matchAll(/[^\s][^\n\r]*/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].trimEnd().length,
  }));
}

function columnOf(offset: number, text: string): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

function reportMissingColon(line: SourceRange, { text, report }: KeyContext): void {
  const written = text.slice(line.start, line.end);
  const [, key = "", gap = "", value = ""] = /^([^\s:]+)(:|\s+)(?!\/\/)(.+)$/.exec(written) ?? [];
  if (key === "") {
    report(
      "syntax",
      line,
      `${shown(written)} has no colon, so it is not read. Write a key, a colon and a value.`,
    );
    return;
  }
  const problem = gap === ":" ? "has no space after the colon" : "has no colon";
  const corrected = `${key}: ${value.trim()}`;
  report("syntax", line, `${shown(written)} ${problem}, so it is not read. Write \`${shown(corrected)}\`.`, [
    { title: `Write ${shown(corrected)}`, range: line, newText: corrected },
  ]);
}

/** `notes: see: this` makes YAML read a map where text was meant. */
function hasSecondColon(key: string, value: unknown, { text, errors, report }: KeyContext): boolean {
  if (!isMap(value) || !errors.take(startOf(value), "BLOCK_AS_IMPLICIT_KEY")) return false;
  for (let inner: unknown = value.items[0]?.value; isMap(inner); inner = inner.items[0]?.value) {
    errors.take(startOf(inner), "BLOCK_AS_IMPLICIT_KEY");
  }
  const start = startOf(value);
  const newline = text.indexOf("\n", start);
  const line = text.slice(start, newline === -1 ? text.length : newline).trimEnd();
  const range = { start, end: start + line.length };
  const quoted = `"${line.replaceAll(/["\\]/g, "\\$&")}"`;
  report(
    "syntax",
    range,
    `A second colon makes YAML read a map under ${shown(key)}. If it is text, put it in quotes; if it is a map, start it on the next line.`,
    [{ title: "Put the text in quotes", range, newText: quoted }],
  );
  return true;
}
