import { alternatives, shown } from "../../text/suggestions.ts";
import type { FindingCode } from "../finding.ts";
import { type QuantityMistake, quantityMistake } from "./quantityMistakes.ts";

/** What is counted; the words and the usual unit differ. */
export type Counted = "parameters" | "tokens";

/** A count, or why the text is none. `proposals` are texts that would be counts. */
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
  parameters: {
    units: [
      ["B", "billion"],
      ["M", "million"],
    ],
    example: "7.61B",
  },
  tokens: {
    units: [
      ["T", "trillion"],
      ["B", "billion"],
    ],
    example: "18T",
  },
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

function checkBare(count: number, text: string, counted: Counted): QuantityReading {
  if (count === 0 || count >= smallestBareCount) return checkSize(count, text, counted);
  const { units, example } = usualUnits[counted];
  if (count >= 1000 || !/^[\d.]+$/.test(text)) {
    return problem(
      "quantity-too-small",
      `${text} is less than a million ${counted}. Write a unit, such as ${example}, or the number in full.`,
    );
  }
  // 350 is more often millions than billions, 7 never is.
  const likely = count < 100 ? units.slice(0, 1) : units.toReversed();
  const meanings = [text, ...likely.map(([, word]) => `${text} ${word}`)];
  const proposals = likely.map(([letter]) => text + letter);
  return problem(
    "quantity-too-small",
    `${text} could mean ${alternatives(meanings)} ${counted}. Write ${alternatives(proposals)}.`,
    proposals,
  );
}

function checkSize(count: number, text: string, counted: Counted): QuantityReading {
  if (count > 0 && count <= largestCount[counted]) return { kind: "count", count };
  return problem(
    count === 0 ? "quantity-too-small" : "quantity-too-large",
    `${shown(text)} cannot be a number of ${counted}. Write a count with a unit, such as ${usualUnits[counted].example}.`,
  );
}

function problem(code: FindingCode, message: string, proposals: readonly string[] = []): QuantityReading {
  return { kind: "problem", code, message, proposals };
}
