import type { Font } from "../text/text.ts";

/**
 * Advance widths in thousandths of the font size: the larger of Inter's and Helvetica's, so that
 * text set in either fits the room it was given.
 */
const widthClasses: readonly (readonly [number, string])[] = [
  [230, "'’"],
  [255, "jil"],
  [285, " \u00a0.,:;!|I/\\·"],
  [365, '()[]{}"-ftr'],
  [410, "*"],
  [440, "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁻"],
  [500, "1`"],
  [560, "?J^_cksvxyzL"],
  [600, "7aeFnhuo"],
  [645, "025bdgpqR34689T$#E"],
  [680, "+=<>~×−±BSVXYZKAP&"],
  [745, "CDHUN"],
  [785, "GOQ"],
  [820, "w…"],
  [890, "Mm%"],
  [955, "W→"],
  [1015, "@"],
];

const widths: ReadonlyMap<string, number> = new Map(
  widthClasses.flatMap(([width, characters]) =>
    [...characters].map((character): [string, number] => [character, width]),
  ),
);

const letterWidth = 640;
/** Cyrillic and Greek capitals, Arabic, Indic and the like are wider than most Latin letters. */
const otherWidth = 800;
const fullWidth = 1050;
const emojiWidth = 1350;
const boldFactor = 1.07;
const mediumFactor = 1.03;

/** Estimates a line's width in pixels without a font: slightly generous. */
export function estimateTextWidth(text: string, { size, weight }: Font): number {
  let sum = 0;
  for (const character of text) sum += widths.get(character) ?? unlistedWidth(character);
  const factor = weight === 650 ? boldFactor : weight === 500 ? mediumFactor : 1;
  return (sum / 1000) * size * factor;
}

function unlistedWidth(character: string): number {
  if (/[\p{M}\p{Cf}\p{Cc}]/u.test(character)) return 0;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)) return emojiWidth;
  if (/[\u1100-\u11ff\u2e80-\uffdf\u{20000}-\u{3ffff}]/u.test(character)) return fullWidth;
  return /\p{Script=Latin}/u.test(character) ? letterWidth : otherWidth;
}
