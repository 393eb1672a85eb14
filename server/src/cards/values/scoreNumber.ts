import type { Fix, SourceRange } from "../finding.ts";
import type { ScoreSubject } from "../findings/cardSubjects.ts";
import type { Report } from "../findings/findingReporter.ts";
import type { ScalarNode } from "../yaml/cardTree.ts";
import { separatedNumbers } from "./groupedDigits.ts";
import { type NotedScore, notedScore, resultOf } from "./scoreNotes.ts";

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
  /** Whether it has to lie between nothing and all right; ratings and costs of unregistered benchmarks need not. */
  readonly isLimited: boolean;
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

/** Whether a text is a plain number, alone or before a unit, that is no share of right answers. */
export function isNoShare(text: string, unit: ScoreUnit | undefined): boolean {
  const written = text.trim().replaceAll("\u2212", "-");
  if (written.length > longestText || written.endsWith("%")) return false;
  const match = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)\s*(\S.*)?$/iu.exec(written);
  if (match === null) return false;
  const [, number = "", rest] = match;
  if (rest === undefined) {
    const read = scoreIn(number, unit === "fraction" && Number(number) > 1 ? "percent" : unit);
    return read !== undefined && !isInRange(read.percent);
  }
  // 8.1/10, 35 ms, 5.3 (lower is better), and no note that says more of a share.
  return (
    notedScore(written)?.note !== "counts" &&
    /^(?:\/\s*\d+(?:\.\d+)?$|[a-z\u00b5$\u20ac]|\(?(?:lower|higher) is better|[\u2193])/iu.test(rest)
  );
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

function reportUnreadable(node: ScalarNode, place: ScorePlace, report: Report): void {
  const { text, range } = node;
  const { benchmark, isError, unit, isEntry, isLimited } = place;
  const written = text.trim();
  const facts = { kind: "score-unreadable", benchmark, isError, written } as const;
  const [sign = ""] = /%$/.exec(written) ?? [];
  const separated = separatedNumbers(written.replace(/\s*%$/, ""));
  const noted = notedScore(written.slice(0, longestText));
  const withError = scoreWithError(written);
  const inexact = inexactNumber.exec(written.slice(0, longestText))?.[1];
  if (written.length > longestText) report({ ...facts, problem: "long" }, range);
  else if (separated.length > 0) {
    const isGuess = separated.length > 1;
    const fixes = separated
      .filter((number) => !isLimited || isReadable(number, unit))
      .map((number) => ({ ...writing(range, number + sign), ...(isGuess && { isGuess }) }));
    report({ ...facts, problem: "separators", numbers: separated }, range, fixes);
  } else if (withError !== undefined) {
    const { score, stderr } = withError;
    const isWhole = !isEntry && isReadable(score, unit) && isReadable(stderr, unit);
    const fixes = isWhole ? [writing(range, `{ score: ${score}, stderr: ${stderr} }`)] : [];
    report({ ...facts, problem: "with-error", score, stderr, isEntry }, range, fixes);
  } else if (inexact !== undefined && isReadable(inexact, unit)) {
    report({ ...facts, problem: "inexact", number: inexact }, range, [writing(range, inexact)]);
  } else if (noted !== undefined && isReadable(noted.written, noted.note === "counts" ? "percent" : unit)) {
    reportNoted(node, noted, place, report);
  } else report({ ...facts, problem: isNotMeasured(written) ? "not-measured" : "unreadable" }, range);
}

/** A number with a note: whatever a result has a key for is kept in it. */
function reportNoted(
  { text, range }: ScalarNode,
  noted: NotedScore,
  { benchmark, isError, unit, isEntry }: ScorePlace,
  report: Report,
): void {
  const facts = { kind: "score-unreadable", benchmark, isError, written: text.trim() } as const;
  const result = resultOf(noted, unit === "fraction" ? "%" : "");
  const number = noted.written + (noted.note === "counts" && unit === "fraction" ? "%" : "");
  const newText = isEntry ? number : result;
  // What the note says may matter, so whoever drops it has to look.
  const isGuess =
    noted.note === "words" ||
    (noted.note === "counts" && !noted.isExact) ||
    (noted.note === "interval" && noted.stderr === undefined) ||
    (isEntry && newText !== result);
  report({ ...facts, problem: "noted", note: noted.note, newText }, range, [
    { ...writing(range, newText), ...(isGuess && { isGuess }) },
  ]);
}

function isReadable(text: string, unit: ScoreUnit | undefined): boolean {
  const number = scoreIn(text, unit);
  return number !== undefined && isInRange(number.percent);
}
