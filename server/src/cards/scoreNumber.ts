import type { ScalarNode } from "./cardTree.ts";
import type { Report } from "./report.ts";
import { shown } from "./wording.ts";

export type ScoreUnit = "percent" | "fraction";

/** A score brought to percent. */
export interface ScoreNumber {
  readonly percent: number;
  /** Set by a percent sign, a unit on the score or a unit on the card; otherwise percent is assumed. */
  readonly hasUnit: boolean;
}

const spelling = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+))(?:e([+-]?\d+))?\s*(%)?$/i;
/** Longer texts are prose; the patterns below need not be tried on them. */
const longestText = 60;

/**
 * Reads a score or standard error: a number, or text such as "74.2" or "77.0%". A percent sign
 * overrules the unit.
 * @param label what the finding calls it
 * @param unit of the score or the card; `undefined`: none is written
 * @returns `undefined` when there is no number in range; a finding says why
 */
export function readScoreNumber(
  node: ScalarNode,
  label: string,
  unit: ScoreUnit | undefined,
  report: Report,
): ScoreNumber | undefined {
  const text = node.text.trim();
  const match = text.length > longestText ? null : spelling.exec(text);
  if (match === null) {
    reportUnreadable(node, text, label, report);
    return undefined;
  }
  const [, mantissa = "", exponent = "0", sign] = match;
  const isFraction = unit === "fraction" && sign === undefined;
  // Moving the decimal point is exact where multiplying is not: 0.57 x 100 is 56.99999999999999.
  const percent = Number(`${mantissa}e${Number(exponent) + (isFraction ? 2 : 0)}`);
  if (percent >= 0 && percent <= 100) return { percent, hasUnit: unit !== undefined || sign !== undefined };
  reportOutside(node, label, percent / 100, isFraction, report);
  return undefined;
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

function reportUnreadable(node: ScalarNode, text: string, label: string, report: Report): void {
  const written = `${label} ${shown(text)}`;
  const decimalComma = /^(\d+),(\d+)\s*(%?)$/.exec(text);
  const withError = /^(\d+(?:\.\d+)?)\s*%?\s*(?:±|\+\/-|\+-)\s*(\d+(?:\.\d+)?)\s*%?$/.exec(text);
  if (text.length > longestText) {
    report("score-unreadable", node.range, `${label} is a long text. Write a number, as 74.2.`);
  } else if (decimalComma !== null) {
    const newText = `${decimalComma[1]}.${decimalComma[2]}`;
    const fix = { title: `Write ${newText}`, range: node.range, newText };
    report("score-unreadable", node.range, `${written} has a comma for a decimal point. Write ${newText}.`, [
      fix,
    ]);
  } else if (withError !== null) {
    report(
      "score-unreadable",
      node.range,
      `${written} is a score and its error in one. Write \`{ score: ${withError[1]}, stderr: ${withError[2]} }\`.`,
    );
  } else if (/^(?:n\/?a|none|unknown|not reported|tb[ad]|\?+|-+|[\u2013\u2014]|\.nan)$/i.test(text)) {
    report("score-unreadable", node.range, `${written} is no score. Leave out what was not measured.`);
  } else {
    report("score-unreadable", node.range, `${written} cannot be read as a score. Write a number, as 74.2.`);
  }
}
