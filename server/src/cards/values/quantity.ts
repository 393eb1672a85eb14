import type { Counted, QuantitySubject } from "../findings/cardSubjects.ts";
import { type QuantityMistake, quantityMistake } from "./quantityMistakes.ts";

/** A count, or why the text is none. */
export type QuantityReading =
  | { readonly kind: "count"; readonly count: number }
  | ({ readonly kind: "problem" } & QuantityMistake);

/** Below this a bare number is more likely to be in billions than a count. */
const smallestBareCount = 1e6;
const largestCount = { parameters: 1e15, tokens: 1e18 } as const;

const units = [
  { name: /^(?:k|thousand)$/i, exponent: 3 },
  { name: /^(?:m|million)$/i, exponent: 6 },
  { name: /^(?:bn?|billion)$/i, exponent: 9 },
  { name: /^(?:t|trillion)$/i, exponent: 12 },
] as const;

/** How large counts of each sort are written, from the likeliest unit on. */
const usualUnits = {
  parameters: [
    { letter: "B", word: "billion" },
    { letter: "M", word: "million" },
  ],
  tokens: [
    { letter: "T", word: "trillion" },
    { letter: "B", word: "billion" },
  ],
} as const;

/** Longer texts are prose; the patterns below need not be tried on them. */
const longestText = 80;

const trailingWords = /\s*(?:parameters?|params?|tokens?)(?:\s*\(dense\))?$/i;
const grouped = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:_\d{3})+$/;
const bare = /^(?:\d+(?:\.\d+)?|\.\d+)(?:e\+?\d+)?$/i;
const withUnit = /^(\d+(?:\.\d+)?|\.\d+)\s*(k|m|bn?|t|thousand|million|billion|trillion)$/i;

/**
 * Reads a count of parameters or tokens: `7.61B`, `350M`, `7.61e9`, `7610000000`, `7_610_000_000`,
 * `176,000,000,000`, `7B parameters`. Nothing is guessed: `7` is a problem, not seven billion.
 */
export function readQuantity(text: string, counted: Counted): QuantityReading {
  if (text.length > longestText) return { kind: "problem", ...quantityMistake(text, counted) };
  const words = text.trim().replace(trailingWords, "");
  const [, mantissa = "", unitName = ""] = withUnit.exec(words) ?? [];
  const unit = units.find(({ name }) => name.test(unitName));
  // Moving the decimal point is exact where multiplying is not: 4.35 x 1e12 is 4349999999999.9995.
  if (unit !== undefined) return checkSize(Number(`${mantissa}e${unit.exponent}`), words, counted);
  if (grouped.test(words)) return checkBare(Number(words.replaceAll(/[,_]/g, "")), words, counted);
  if (bare.test(words)) return checkBare(Number(words), words, counted);
  return { kind: "problem", ...quantityMistake(words, counted) };
}

function checkBare(count: number, written: string, counted: Counted): QuantityReading {
  if (count === 0 || count >= smallestBareCount) return checkSize(count, written, counted);
  const kind = "quantity-too-small";
  if (count >= 1000 || !/^[\d.]+$/.test(written))
    return problem({ kind, problem: "below-million", written, counted });
  // 350 is more often millions than billions, 7 never is.
  const [larger, smaller] = usualUnits[counted];
  const likely = count < 100 ? [larger] : [smaller, larger];
  const units = likely.map(({ letter, word }) => ({ word, proposal: written + letter }));
  const proposals = units.map(({ proposal }) => proposal);
  return problem({ kind, problem: "no-unit", written, counted, units }, proposals);
}

function checkSize(count: number, written: string, counted: Counted): QuantityReading {
  if (count > 0 && count <= largestCount[counted]) return { kind: "count", count };
  return problem(
    count === 0
      ? { kind: "quantity-too-small", problem: "zero", written, counted }
      : { kind: "quantity-too-large", written, counted },
  );
}

function problem(subject: QuantitySubject, proposals: readonly string[] = []): QuantityReading {
  return { kind: "problem", subject, proposals };
}
