import { distance } from "fastest-levenshtein";
import { shown } from "../../text/suggestions.ts";
import type { FindingCode } from "../finding.ts";

/** Two counts in one text, each as a card writes it. */
export interface NamedCounts {
  readonly total: string;
  readonly active: string;
}

/** Why a text is no count, and texts that would be one. */
export interface QuantityMistake {
  readonly code: FindingCode;
  readonly message: string;
  readonly proposals: readonly string[];
  /** The counts of a text that holds two. */
  readonly counts?: NamedCounts;
}

interface Spelling {
  readonly pattern: RegExp;
  readonly explain: (match: RegExpExecArray, counted: string) => QuantityMistake;
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
    explain: ([text, experts, size]) =>
      shorthand(
        `${text} names ${experts} experts of ${size} billion, but the experts share layers, so the total is lower than the product. Write the counts themselves: \`{ total: …, active: … }\`.`,
      ),
  },
  {
    pattern: new RegExp(`^${number}b-a${number}b$`, "i"),
    explain: totalAndActive,
  },
  {
    pattern: new RegExp(`^${number}b-(\\d+)e$`, "i"),
    explain: ([text, active, experts]) =>
      shorthand(
        `${text} names ${active} billion active parameters and ${experts} experts. Write the counts themselves: \`{ total: …, active: ${active}B }\`.`,
      ),
  },
  {
    pattern: new RegExp(`^e${number}b$`, "i"),
    explain: ([text, size]) =>
      shorthand(
        `${text} stands for "effective ${size}B", a size in memory; the model has more parameters. Write the full count.`,
      ),
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
    explain: ([text, whole, decimals]) =>
      corrected(`The underscore in ${text} is not a decimal point.`, `${whole}.${decimals}B`),
  },
  {
    pattern: /^(\d+)p(\d+)b$/i,
    explain: ([text, whole, decimals]) =>
      corrected(`The p in ${text} is not a decimal point.`, `${whole}.${decimals}B`),
  },
  {
    pattern: /^(\d+),(\d+)\s*([kmbt])$/i,
    explain: ([text, whole, rest, letter]) =>
      corrected(
        `The comma in ${text} could part thousands or decimals.`,
        `${whole}.${rest}${letter}`,
        ...(rest?.length === 3 ? [`${whole}${rest}${letter}`] : []),
      ),
  },
  {
    pattern: new RegExp(`^${number}\\s*g$`, "i"),
    explain: ([text, size]) => corrected(`G is not a unit of counts in ${text}.`, `${size}B`),
  },
  {
    pattern: new RegExp(
      `^(?:[~≈><≤≥]|about |around |ca\\.? |over |under )\\s*(${number}\\s*[kmbt])\\+?$`,
      "i",
    ),
    explain: ([text, size = ""]) => corrected(`${text} is not exact.`, size),
  },
  {
    pattern: new RegExp(`^(${number}\\s*[kmbt])\\+$`, "i"),
    explain: ([text, size = ""]) => corrected(`${text} is not exact.`, size),
  },
];

/** Says what a text that is no count was probably meant to be. */
export function quantityMistake(text: string, counted: string): QuantityMistake {
  if (text.length <= 20 && distance(text.toLowerCase(), "unknown") <= 2) return unknown([text], counted);
  if (text.length <= 40) {
    for (const { pattern, explain } of spellings) {
      const match = pattern.exec(text);
      if (match !== null) return explain(match, counted);
    }
  }
  return unreadable(text, counted);
}

function unreadable(text: string, counted: string): QuantityMistake {
  return {
    code: "quantity-unreadable",
    message: `${shown(text)} cannot be read as a number of ${counted}. Write a number with a unit, such as ${counted === "tokens" ? "18T" : "7.61B or 350M"}.`,
    proposals: [],
  };
}

function unknown([text = ""]: readonly string[], counted: string): QuantityMistake {
  const consequence = counted === "parameters" ? ", and without it there is no density" : "";
  return {
    code: "quantity-unknown",
    message: `${shown(text)} is no number of ${counted}${consequence}. When it is known, write it with a unit, such as ${counted === "tokens" ? "18T" : "7.61B"}.`,
    proposals: [],
  };
}

function totalAndActive([text = "", total, active]: readonly string[], counted: string): QuantityMistake {
  if (counted !== "parameters") return unreadable(text, counted);
  const counts = { total: `${total}B`, active: `${active}B` };
  const proposal = `{ total: ${counts.total}, active: ${counts.active} }`;
  const message = `${text} names two counts, total and active. Write \`${proposal}\`.`;
  return { ...shorthand(message, proposal), counts };
}

function shorthand(message: string, ...proposals: readonly string[]): QuantityMistake {
  return { code: "quantity-shorthand", message, proposals };
}

function range([text = ""]: readonly string[], counted: string): QuantityMistake {
  return {
    code: "quantity-range",
    message: `${text} is several numbers of ${counted}; a card describes one model. Write one card for each, with a line --- between them.`,
    proposals: [],
  };
}

function corrected(problem: string, ...proposals: readonly string[]): QuantityMistake {
  return {
    code: "quantity-unreadable",
    message: `${problem} Write ${proposals.join(" or ")}.`,
    proposals,
  };
}
