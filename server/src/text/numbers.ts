/** How numbers are written, everywhere: command line, lens, hover, panel and figure. */

/** Between a number and its unit; lines never break there. */
export const noBreakSpace = "\u00a0";

/** Words that no line break comes between: the two ends of an interval, a date. */
export function unbroken(words: string): string {
  return words.replaceAll(" ", noBreakSpace);
}

/** The sign of a negative number. */
export const minus = "\u2212";

const superscriptDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number in superscript digits, for exponents. */
export function superscript(whole: number): string {
  return [...String(whole)]
    .map((character) => (character === "-" ? "⁻" : (superscriptDigits[Number(character)] ?? character)))
    .join("");
}

/** A number with a fixed count of decimals, thousands separated by commas, and a true minus sign. */
export function formatDecimal(value: number, decimals: number): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
  return value < 0 && /[1-9]/.test(digits) ? minus + digits : digits;
}

/** A whole number: 2,000. */
export function formatCount(count: number): string {
  return formatDecimal(count, 0);
}

/** Scientific notation: 1.2 × 10⁻⁹. */
function formatScientific(value: number, significantFigures: number): string {
  const [mantissa = "", exponent = "0"] = value.toExponential(significantFigures - 1).split("e");
  return `${mantissa}${noBreakSpace}×${noBreakSpace}10${superscript(Number(exponent))}`;
}

const leastPlainDensity = 1e-4;
const greatestPlainDensity = 1e5;

/** A density: two decimals from 0.1 (0.77, 4.81), two significant figures below (0.040). */
export function formatDensity(density: number): string {
  if (density >= greatestPlainDensity) return formatScientific(density, 3);
  if (density >= 0.1) return formatDecimal(density, 2);
  return density >= leastPlainDensity ? density.toPrecision(2) : formatScientific(density, 2);
}

/** Beyond this exponent a power of two is written as a power. */
const greatestPlainExponent = 13;

/** A power of two on a density axis: 1/32, 1, 16. */
export function formatPowerOfTwo(exponent: number): string {
  if (Math.abs(exponent) > greatestPlainExponent) return `2${superscript(exponent)}`;
  return exponent < 0 ? `1/${2 ** -exponent}` : String(2 ** exponent);
}

/** US dollars: $20, $2.50, $0.075. */
export function formatDollars(dollars: number, significantFigures = 3): string {
  return `$${plainDollars(dollars, significantFigures)}`;
}

const leastPlainDollars = 1e-4;
const greatestPlainDollars = 1e6;

function plainDollars(dollars: number, significantFigures: number): string {
  if (dollars < leastPlainDollars || dollars >= greatestPlainDollars)
    return formatScientific(dollars, significantFigures);
  if (dollars >= 1000) return formatDecimal(dollars, 0);
  // Tenths of a dollar are written as cents.
  return String(Number(dollars.toPrecision(significantFigures))).replace(/\.\d$/, "$&0");
}

const parameterUnits = [
  { factor: 1e12, symbol: "T" },
  { factor: 1e9, symbol: "B" },
  { factor: 1e6, symbol: "M" },
  { factor: 1e3, symbol: "K" },
] as const;

/** A parameter count in three significant figures: 2.44 B, 46.4 B, 402 B, 350 M. */
export function formatParameters(parameters: number): string {
  // Rounded first, so that 999.6 M becomes 1.00 B.
  const rounded = Number(parameters.toPrecision(3));
  if (rounded >= 1e15) return formatScientific(rounded, 3);
  const unit = parameterUnits.find(({ factor }) => rounded >= factor);
  if (unit === undefined) return String(rounded);
  return `${(rounded / unit.factor).toPrecision(3)}${noBreakSpace}${unit.symbol}`;
}

/** A limit that is a round number by definition: 4 B, 830 M. */
export function formatParameterLimit(parameters: number): string {
  return formatParameters(parameters).replace(/(\.\d*?)0+(?=\u00a0)/, (_, kept: string) =>
    kept === "." ? "" : kept,
  );
}

/** Training tokens as a multiple of a power of a thousand: 5 × 10¹². */
export function formatTokens(tokens: number): string {
  const rounded = Number(tokens.toPrecision(3));
  const exponent = rounded >= 1000 ? Math.floor(Math.log10(rounded) / 3 + 1e-9) * 3 : 0;
  const mantissa = String(Number((rounded / 10 ** exponent).toPrecision(3)));
  return exponent === 0 ? mantissa : `${mantissa}${noBreakSpace}×${noBreakSpace}10${superscript(exponent)}`;
}

/** Percent with a space: 95 %, 41.0 %. */
export function formatPercent(percent: number, decimals: number): string {
  return `${formatDecimal(percent, decimals)}${noBreakSpace}%`;
}

/** A p value with its sign: "p = 0.27", "p = 0.004", "p < 0.001". */
export function formatPValue(pValue: number, significanceLevel: number): string {
  if (pValue < 0.001) return "p < 0.001";
  if (pValue < 0.01) return `p = ${pValue.toFixed(3)}`;
  // A value that decides must not look like the level it is compared with.
  const decimals = [2, 3, 4].find((count) => Number(pValue.toFixed(count)) !== significanceLevel);
  return `p = ${pValue.toFixed(decimals ?? 4)}`;
}

const countWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A count in words up to nine, in digits above. */
export function countInWords(count: number): string {
  return countWords[count] ?? formatCount(count);
}

/** A count with its noun: "1 model", "47 models". */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A count in words with its noun: "one record", "nine records". */
export function countedInWords(count: number, noun: string): string {
  return `${countInWords(count)} ${noun}${count === 1 ? "" : "s"}`;
}
