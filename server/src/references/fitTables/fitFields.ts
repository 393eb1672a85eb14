import { cardMessage } from "../../cards/findings/cardMessages.ts";
import type { Counted } from "../../cards/findings/cardSubjects.ts";
import { readQuantity } from "../../cards/values/quantity.ts";
import { quoted } from "../../text/suggestions.ts";

/** What a field says, or why it says nothing. */
export type FieldReading<Value> =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

const number = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:e([+-]?\d+))?$/i;

/** A count of parameters or tokens, such as 0.83B, 8.3e8 or, under "N (B)", 0.83. */
export function readCount(text: string, unit: string, counted: Counted): FieldReading<number> {
  if (/^\d+,\d+$/.test(text)) return { problem: commaProblem(text) };
  const reading = readQuantity(unit !== "" && number.test(text) ? `${text}${unit}` : text, counted);
  return reading.kind === "count" ? { value: reading.count } : { problem: cardMessage(reading.subject) };
}

/** @param meaning what the number is, as a message says it */
export function readPositive(text: string, meaning: string): FieldReading<number> {
  const value = numberOf(text);
  if (value === undefined) return { problem: notANumber(text) };
  return value > 0 ? { value } : { problem: `${text} cannot be: ${meaning} must be above 0` };
}

/** A score in percent, and whether its unit is written, by a percent sign or in the header. */
export function readScore(
  text: string,
  unit: string,
): FieldReading<{ readonly percent: number; readonly unitStated: boolean }> {
  const hasSign = text.endsWith("%");
  const isFraction = unit.toLowerCase() === "fraction" && !hasSign;
  const percent = numberOf(hasSign ? text.slice(0, -1).trim() : text, isFraction ? 2 : 0);
  if (percent === undefined) return { problem: notANumber(text) };
  if (percent < 0 || percent > 100)
    return {
      problem: isFraction
        ? `${text} is outside 0 to 1, and the column says fraction`
        : `${text} is outside 0 to 100 percent`,
    };
  return { value: { percent, unitStated: unit !== "" || hasSign } };
}

/** Whether a field says yes. */
export function readFlag(text: string): FieldReading<boolean> {
  if (/^(?:true|yes|1|x)$/i.test(text)) return { value: true };
  if (/^(?:false|no|0)$/i.test(text)) return { value: false };
  return { problem: `${quoted(text)} is neither true nor false` };
}

/** Moving the decimal point is exact where multiplying is not: 0.57 x 100 is 56.99999999999999. */
function numberOf(text: string, places = 0): number | undefined {
  const [, mantissa, exponent = "0"] = number.exec(text) ?? [];
  if (mantissa === undefined) return undefined;
  // A zero has no sign, whatever a program writes.
  const value = Number(`${mantissa}e${Number(exponent) + places}`) + 0;
  return Number.isFinite(value) ? value : undefined;
}

function notANumber(text: string): string {
  if (/^-?\d+,\d+\s*%?$/.test(text)) return commaProblem(text);
  if (/^(?:nan|n\/?a|null|none|inf(?:inity)?|[-\u2013\u2014?]+)$/i.test(text))
    return `${text} is not a number. Leave the field empty if it was not measured`;
  return `${quoted(text)} is not a number`;
}

function commaProblem(text: string): string {
  return `${text} has a comma for a decimal point. Write ${text.replace(",", ".")}`;
}
