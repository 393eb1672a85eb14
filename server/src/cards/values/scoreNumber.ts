import type { Fix, SourceRange } from "../finding.ts";
import type { ScoreSubject } from "../findings/cardSubjects.ts";
import type { Report } from "../findings/findingReporter.ts";
import type { ScalarNode } from "../yaml/cardTree.ts";

export type ScoreUnit = "percent" | "fraction";

/** A score brought to percent. */
export interface ScoreNumber {
  readonly percent: number;
  /** Set by a percent sign, a unit on the score or a unit on the card; otherwise percent is assumed. */
  readonly hasUnit: boolean;
}

const spelling = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))(?:e([+-]?\d+))?\s*(%)?$/i;
const inexactNumber =
  /^(?:[~\u2248<>]=?|[\u2264\u2265]|about |around |ca\.? |over |under )\s*(\d+(?:\.\d+)?\s?%?)\+?$/i;
/** Longer texts are prose; the patterns below need not be tried on them. */
const longestText = 60;

/** Where a number stands. */
export interface ScorePlace {
  /** As the card writes it. */
  readonly benchmark: string;
  /** Whether it is the standard error of a score. */
  readonly isError: boolean;
  /** Of the score or the card; `undefined`: none is written. */
  readonly unit: ScoreUnit | undefined;
  /** Whether it is an entry of a map, and not a result by itself. */
  readonly isEntry: boolean;
}

/**
 * Reads a score or standard error: a number, or text such as "74.2" or "77.0%". A percent sign
 * overrules the unit.
 * @returns `undefined` when there is no number in range; a finding says why
 */
export function readScoreNumber(
  node: ScalarNode,
  place: ScorePlace,
  report: Report,
): ScoreNumber | undefined {
  const { benchmark, isError, unit } = place;
  const number = scoreIn(node.text.trim(), unit);
  if (number === undefined) {
    reportUnreadable(node, place, report);
    return undefined;
  }
  const { percent, hasSign } = number;
  if (isInRange(percent)) return { percent, hasUnit: unit !== undefined || hasSign };
  const facts = { benchmark, isError, written: node.text };
  const isFraction = unit === "fraction" && !hasSign;
  if (isFraction) reportFraction(node, facts, percent / 100, report);
  else report({ kind: "score-range", unit: "percent", ...facts }, node.range);
  return undefined;
}

function scoreIn(
  text: string,
  unit: ScoreUnit | undefined,
): { readonly percent: number; readonly hasSign: boolean } | undefined {
  const match = text.length > longestText ? null : spelling.exec(text);
  if (match === null) return undefined;
  const [, mantissa = "", exponent = "0", sign] = match;
  const isFraction = unit === "fraction" && sign === undefined;
  // Moving the decimal point is exact where multiplying is not: 0.57 x 100 is 56.99999999999999.
  const percent = Number(`${mantissa}e${Number(exponent) + (isFraction ? 2 : 0)}`);
  return { percent, hasSign: sign !== undefined };
}

function isInRange(percent: number): boolean {
  return percent >= 0 && percent <= 100;
}

/** A score with its standard error behind it, `41.2 ± 1.2`; a percent sign is said of both. */
export function scoreWithError(
  text: string,
): { readonly score: string; readonly stderr: string } | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)\s*(?:±|\+\/-|\+-)\s*(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const [, score = "", firstSign = "", stderr = "", secondSign = ""] = match;
  const sign = firstSign || secondSign;
  return { score: score + sign, stderr: stderr + sign };
}

/** Whether a text in the place of a score says that nothing was measured. */
export function isNotMeasured(text: string): boolean {
  return /^(?:n\/?a|none|unknown|not reported|tb[ad]|\?+|-+|[\u2013\u2014]|\.nan)$/i.test(text.trim());
}

/** A number above 1 in a fraction's place is the score in percent, if it can be. */
function reportFraction(
  { range }: ScalarNode,
  facts: Pick<ScoreSubject, "benchmark" | "isError" | "written">,
  percent: number,
  report: Report,
): void {
  const isPercent = percent > 1 && percent <= 100;
  const asFraction = isPercent ? Number((percent / 100).toPrecision(12)) : undefined;
  const subject = { kind: "score-range", unit: "fraction", ...facts, asFraction } as const;
  report(subject, range, asFraction === undefined ? [] : [writing(range, String(asFraction))]);
}

function writing(range: SourceRange, newText: string): Fix {
  return { title: `Write ${newText}`, range, newText };
}

function reportUnreadable(
  { text, range }: ScalarNode,
  { benchmark, isError, unit, isEntry }: ScorePlace,
  report: Report,
): void {
  const written = text.trim();
  const facts = { kind: "score-unreadable", benchmark, isError, written } as const;
  const decimalComma = /^(\d+),(\d+)\s*(%?)$/.exec(written);
  const withError = scoreWithError(written);
  const inexact = inexactNumber.exec(written.slice(0, longestText))?.[1];
  if (written.length > longestText) report({ ...facts, problem: "long" }, range);
  else if (decimalComma !== null) {
    const number = `${decimalComma[1]}.${decimalComma[2]}`;
    const fixes = isReadable(number, unit) ? [writing(range, number)] : [];
    report({ ...facts, problem: "decimal-comma", number }, range, fixes);
  } else if (withError !== undefined) {
    const { score, stderr } = withError;
    const isWhole = !isEntry && isReadable(score, unit) && isReadable(stderr, unit);
    const fixes = isWhole ? [writing(range, `{ score: ${score}, stderr: ${stderr} }`)] : [];
    report({ ...facts, problem: "with-error", score, stderr, isEntry }, range, fixes);
  } else if (inexact !== undefined && isReadable(inexact, unit)) {
    report({ ...facts, problem: "inexact", number: inexact }, range, [writing(range, inexact)]);
  } else report({ ...facts, problem: isNotMeasured(written) ? "not-measured" : "unreadable" }, range);
}

function isReadable(text: string, unit: ScoreUnit | undefined): boolean {
  const number = scoreIn(text, unit);
  return number !== undefined && isInRange(number.percent);
}
