import { distance } from "fastest-levenshtein";
import type { Counted, QuantitySubject } from "../findings/cardSubjects.ts";
import { separatedNumbers } from "./groupedDigits.ts";
import { namedCounts, notedCount } from "./quantityNotes.ts";

/** Why a text is no count, and texts that would be one. */
export interface QuantityMistake {
  readonly subject: QuantitySubject;
  readonly proposals: readonly string[];
}

interface Spelling {
  readonly pattern: RegExp;
  readonly explain: (match: RegExpExecArray, counted: Counted) => QuantityMistake;
}

const number = String.raw`(\d+(?:\.\d+)?|\.\d+)`;
const unit = "(?:k|m|bn?|t)?";

/** Spellings that people use for sizes, in the order in which they are tried. */
const spellings: readonly Spelling[] = [
  {
    pattern:
      /^(?:undisclosed|not (?:disclosed|known|stated|public)|n\/?a|none|tb[ad]|\?+|-+|[\u2013\u2014]|\.nan)$/i,
    explain: unknown,
  },
  {
    pattern: new RegExp(`^(\\d+)\\s*[x×]\\s*${number}\\s*b(?:illion)?$`, "i"),
    explain: ([written, experts = "", size = ""], counted) =>
      mistake({ kind: "quantity-shorthand", problem: "experts", written, counted, experts, size }),
  },
  {
    pattern: new RegExp(`^${number}b-a${number}b$`, "i"),
    explain: totalAndActive,
  },
  {
    pattern: new RegExp(`^${number}b-(\\d+)e$`, "i"),
    explain: ([written, active = "", experts = ""], counted) =>
      mistake({
        kind: "quantity-shorthand",
        problem: "active-and-experts",
        written,
        counted,
        active,
        experts,
      }),
  },
  {
    pattern: new RegExp(`^e${number}b$`, "i"),
    explain: ([written, size = ""], counted) =>
      mistake({ kind: "quantity-shorthand", problem: "effective", written, counted, size }),
  },
  {
    pattern: new RegExp(`^${number}\\s*${unit}\\s*(?:-|–|—|to|\\.\\.+|~)\\s*${number}\\s*${unit}$`, "i"),
    explain: range,
  },
  {
    pattern: new RegExp(`^${number}\\s*${unit}(?:(?:,\\s+|\\s*[/;]\\s*)${number}\\s*${unit})+$`, "i"),
    explain: range,
  },
  {
    pattern: /^(\d+)_(\d+)$/,
    explain: ([text, whole, decimals], counted) =>
      misspelt("underscore", text, counted, `${whole}.${decimals}B`),
  },
  {
    pattern: /^(\d+)p(\d+)b$/i,
    explain: ([text, whole, decimals], counted) =>
      misspelt("letter-p", text, counted, `${whole}.${decimals}B`),
  },
  {
    pattern: /^(\d+),(\d+)\s*([kmbt])$/i,
    explain: ([text, whole, rest, letter], counted) =>
      misspelt(
        "comma",
        text,
        counted,
        `${whole}.${rest}${letter}`,
        ...(rest?.length === 3 ? [`${whole}${rest}${letter}`] : []),
      ),
  },
  {
    pattern: new RegExp(`^${number}\\s*g$`, "i"),
    explain: ([text, size], counted) => misspelt("gigabyte", text, counted, `${size}B`),
  },
  {
    pattern: new RegExp(
      `^(?:[~≈><≤≥]|about |around |ca\\.? |over |under )\\s*(${number}\\s*[kmbt])\\+?$`,
      "i",
    ),
    explain: ([text, size = ""], counted) => misspelt("inexact", text, counted, size),
  },
  {
    pattern: new RegExp(`^(${number}\\s*[kmbt])\\+$`, "i"),
    explain: ([text, size = ""], counted) => misspelt("inexact", text, counted, size),
  },
];

/** What a text that is no count was probably meant to be. */
export function quantityMistake(written: string, counted: Counted): QuantityMistake {
  if (written.length <= 20 && distance(written.toLowerCase(), "unknown") <= 2)
    return unknown([written], counted);
  if (written.length <= 40) {
    for (const { pattern, explain } of spellings) {
      const match = pattern.exec(written);
      if (match !== null) return explain(match, counted);
    }
  }
  return noted(written, counted) ?? unreadable(written, counted);
}

/** Counts with words beside them, and digits with other separators. */
function noted(written: string, counted: Counted): QuantityMistake | undefined {
  const counts = counted === "parameters" ? namedCounts(written) : undefined;
  if (counts !== undefined) {
    const subject = { kind: "quantity-shorthand", problem: "named-counts", written, counted } as const;
    return mistake({ ...subject, counts, isEntry: false });
  }
  const count = notedCount(written);
  if (count !== undefined) return misspelt("noted", written, counted, count);
  const [, digits = "", unit = ""] = /^([^a-z]*\d)\s*([kmbt]?)$/i.exec(written) ?? [];
  const numbers = separatedNumbers(digits).map((number) => number + unit);
  const whole = unit === "" ? numbers.filter((number) => Number(number) >= 1e6) : numbers;
  return whole.length === 0 ? undefined : misspelt("separators", written, counted, ...whole);
}

function mistake(subject: QuantitySubject, ...proposals: readonly string[]): QuantityMistake {
  return { subject, proposals };
}

function unreadable(written: string, counted: Counted): QuantityMistake {
  return mistake({ kind: "quantity-unreadable", problem: "unreadable", written, counted });
}

function unknown([written = ""]: readonly string[], counted: Counted): QuantityMistake {
  return mistake({ kind: "quantity-unknown", written, counted });
}

function range([written = ""]: readonly string[], counted: Counted): QuantityMistake {
  return mistake({ kind: "quantity-range", written, counted });
}

function totalAndActive([written = "", ...counts]: readonly string[], counted: Counted): QuantityMistake {
  if (counted !== "parameters") return unreadable(written, counted);
  const [total, active] = counts.map((count) => `${count}B`);
  const subject = { kind: "quantity-shorthand", problem: "total-and-active", written, counted } as const;
  return mistake({ ...subject, total: total ?? "", active: active ?? "", isEntry: false });
}

function misspelt(
  problem: "underscore" | "letter-p" | "comma" | "gigabyte" | "inexact" | "separators" | "noted",
  written: string,
  counted: Counted,
  ...proposals: readonly string[]
): QuantityMistake {
  return mistake({ kind: "quantity-unreadable", problem, written, counted, proposals }, ...proposals);
}
