import type { Scalar } from "yaml";
import type { LackingColon } from "../findings/cardSubjects.ts";
import { resolveBenchmark } from "../vocabulary/benchmarkRegistry.ts";
import { knownKeys } from "../vocabulary/knownKeys.ts";

/** The entry that a text without a colon, as YAML knows it, is meant to be. */
export interface MeantEntry {
  readonly key: string;
  readonly value: string;
  readonly lacks: LackingColon;
  /** In braces a comma inside a text leaves words as well, and nothing says that these are a key and a value. */
  readonly isGuess: boolean;
}

/** Reads a text without a colon as a key and a value; `undefined` when it is one word. */
export function meantEntry(written: string): MeantEntry | undefined {
  const fullWidth = withFullWidthColon(written);
  if (fullWidth !== undefined) {
    return fullWidth.value === "" ? undefined : { ...fullWidth, lacks: "narrow-colon", isGuess: false };
  }
  const named = benchmarkAndScore(written);
  if (named !== undefined) return { ...named, lacks: "colon", isGuess: false };
  const [, key, gap, value] = /^([^\s:]+)(:|\s+)(?!\/\/)(.+)$/.exec(written) ?? [];
  if (key === undefined || value === undefined) return undefined;
  const isGlued = gap === ":";
  return {
    key,
    value: value.trim(),
    lacks: isGlued ? "space" : "colon",
    isGuess: !isGlued && !isKnownKey(key),
  };
}

/** A benchmark whose name is several words, and its score. */
function benchmarkAndScore(written: string): { readonly key: string; readonly value: string } | undefined {
  const [, key, value] = /^([^:]+\S)\s+([\d.]+%?)$/.exec(written) ?? [];
  const isName = key !== undefined && /\s/.test(key) && resolveBenchmark(key) !== undefined;
  return isName && value !== undefined ? { key, value } : undefined;
}

/** Whether it is a key of the format, in whichever map, or a benchmark. */
export function isKnownKey(key: string): boolean {
  return Object.values(knownKeys).some((keys) => keys.includes(key)) || resolveBenchmark(key) !== undefined;
}

/**
 * Whether a key without a value is a whole entry that has lost its colon. In braces `total:7B` and
 * `total 7B` are keys, and no error. So is what follows a comma inside a text there: only a known key, or a
 * number behind a word, is taken for an entry.
 */
export function hasLostColon({ type, source = "" }: Scalar, isFlow: boolean): boolean {
  if (type !== "PLAIN") return false;
  if (/^[^\s:]+:[^\s/]/.test(source) || withFullWidthColon(source) !== undefined) return true;
  const [, key, value = ""] = /^([a-z_][^\s:]*)[ \t]+(\S[^\n\r]*)$/i.exec(isFlow ? source : "") ?? [];
  return key !== undefined && (isKnownKey(key) || /(?:^|\s)[<>~]?\d[\d.]*[%kmbt]?$/i.test(value));
}

/**
 * Reads a line whose colon is the full-width one of Chinese and Japanese keyboards, which YAML takes for
 * a letter.
 * @returns `undefined` when there is another colon, or none, before it
 */
export function withFullWidthColon(
  line: string,
): { readonly key: string; readonly value: string } | undefined {
  const [, key, value] = /^([^\s:\uFF1A]+)\s*\uFF1A\s*(.*)$/.exec(line) ?? [];
  return key === undefined || value === undefined ? undefined : { key, value: value.trim() };
}
