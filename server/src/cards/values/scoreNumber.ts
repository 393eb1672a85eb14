import { shown } from "../../text/suggestions.ts";
import type { Report } from "../findingReporter.ts";
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
  /** What findings call it. */
  readonly label: string;
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
  { label, unit, isEntry }: ScorePlace,
  report: Report,
): ScoreNumber | undefined {
  const text = node.text.trim();
  const number = scoreIn(text, unit);
  if (number === undefined) {
    reportUnreadable(node, text, { label, unit, isEntry }, report);
    return undefined;
  }
  const { percent, hasSign } = number;
  if (isInRange(percent)) return { percent, hasUnit: unit !== undefined || hasSign };
  reportOutside(node, label, percent / 100, unit === "fraction" && !hasSign, report);
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

function reportOutside(
  node: ScalarNode,
  label: string,
  percent: number,
  isFraction: boolean,
  report: Report,
): void {
  const written = `${label} ${shown(node.text)}`;
  if (!isFraction) {
    report("score-range", node.range, `${written} is outside 0 to 100 percent. Write the score in percent.`);
    return;
  }
  const asFraction = Number((percent / 100).toPrecision(12));
  const advice =
    percent > 1 && percent <= 100
      ? ` Write ${asFraction}, or say \`unit: percent\`.`
      : " Write the score as a fraction.";
  const fixes =
    percent > 1 && percent <= 100
      ? [{ title: `Write ${asFraction}`, range: node.range, newText: String(asFraction) }]
      : [];
  report(
    "score-range",
    node.range,
    `${written} is outside 0 to 1, and the unit is fraction.${advice}`,
    fixes,
  );
}

function reportUnreadable(
  node: ScalarNode,
  text: string,
  { label, unit, isEntry }: ScorePlace,
  report: Report,
): void {
  const written = `${label} ${shown(text)}`;
  const decimalComma = /^(\d+),(\d+)\s*(%?)$/.exec(text);
  const withError = scoreWithError(text);
  const inexact = inexactNumber.exec(text.slice(0, longestText))?.[1];
  if (text.length > longestText) {
    report("score-unreadable", node.range, `${label} is a long text. Write a number, as 74.2.`);
  } else if (decimalComma !== null) {
    const newText = `${decimalComma[1]}.${decimalComma[2]}`;
    const fix = { title: `Write ${newText}`, range: node.range, newText };
    const message = `${written} has a comma for a decimal point. Write ${newText}.`;
    report("score-unreadable", node.range, message, isReadable(newText, unit) ? [fix] : []);
  } else if (withError !== undefined) {
    const { score, stderr } = withError;
    const map = `{ score: ${score}, stderr: ${stderr} }`;
    const advice = isEntry ? `\`score: ${score}\` and \`stderr: ${stderr}\`` : `\`${map}\``;
    const isWhole = !isEntry && isReadable(score, unit) && isReadable(stderr, unit);
    const fix = { title: `Write ${map}`, range: node.range, newText: map };
    const message = `${written} is a score and its error in one. Write ${advice}.`;
    report("score-unreadable", node.range, message, isWhole ? [fix] : []);
  } else if (inexact !== undefined && isReadable(inexact, unit)) {
    const fix = { title: `Write ${inexact}`, range: node.range, newText: inexact };
    const message = `${written} is not exact. Write ${inexact}.`;
    report("score-unreadable", node.range, message, [fix]);
  } else if (isNotMeasured(text)) {
    report("score-unreadable", node.range, `${written} is no score. Leave out what was not measured.`);
  } else {
    report("score-unreadable", node.range, `${written} cannot be read as a score. Write a number, as 74.2.`);
  }
}

function isReadable(text: string, unit: ScoreUnit | undefined): boolean {
  const number = scoreIn(text, unit);
  return number !== undefined && isInRange(number.percent);
}
