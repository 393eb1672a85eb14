import { formatDate, monthNames } from "../../text/dates.ts";
import { formatDecimal, formatParameters } from "../../text/numbers.ts";
import { listed } from "../../text/sentences.ts";
import { alternatives, quoted } from "../../text/suggestions.ts";
import { benchmarkById } from "../vocabulary/benchmarkRegistry.ts";
import type {
  CardSubject,
  CountsProblem,
  DateSubject,
  QuantitySubject,
  ScoreSubject,
} from "./cardSubjects.ts";

type Of<Kind extends CardSubject["kind"]> = Extract<CardSubject, { kind: Kind }>;

const exampleCounts = { parameters: "7.61B", tokens: "18T" } as const;

/** Says why a text is no count, and what to write. */
export function quantityMessage(subject: QuantitySubject): string {
  const { written, counted } = subject;
  switch (subject.kind) {
    case "quantity-unreadable":
      if (subject.problem !== "unreadable")
        return `${misspellings[subject.problem](written)} Write ${subject.proposals.join(" or ")}.`;
      return `${quoted(written)} cannot be read as a number of ${counted}. Write a number with a unit, such as ${counted === "tokens" ? "18T" : "7.61B or 350M"}.`;
    case "quantity-too-small":
      if (subject.problem === "no-unit") return unitMessage(written, counted, subject.units);
      return subject.problem === "zero"
        ? notACount(written, counted)
        : `${written} is less than a million ${counted}. Write a unit, such as ${exampleCounts[counted]}, or the number in full.`;
    case "quantity-too-large":
      return notACount(written, counted);
    case "quantity-range":
      return `${written} is several numbers of ${counted}; a card describes one model. Write one card for each, with a line --- between them.`;
    case "quantity-shorthand":
      return shorthandMessage(subject);
    case "quantity-unknown": {
      const consequence = counted === "parameters" ? ", and without it there is no density" : "";
      return `${quoted(written)} is no number of ${counted}${consequence}. When it is known, write it with a unit, such as ${exampleCounts[counted]}.`;
    }
  }
}

const misspellings = {
  underscore: (text: string) => `The underscore in ${text} is not a decimal point.`,
  "letter-p": (text: string) => `The p in ${text} is not a decimal point.`,
  comma: (text: string) => `The comma in ${text} could part thousands or decimals.`,
  gigabyte: (text: string) => `G is not a unit of counts in ${text}.`,
  inexact: (text: string) => `${text} is not exact.`,
  separators: (text: string) => `${text} has other separators than cards.`,
  noted: (text: string) => `${text} has a note beside the number, which belongs into notes.`,
} as const;

function notACount(written: string, counted: QuantitySubject["counted"]): string {
  return `${quoted(written)} cannot be a number of ${counted}. Write a count with a unit, such as ${exampleCounts[counted]}.`;
}

function unitMessage(
  written: string,
  counted: QuantitySubject["counted"],
  units: readonly { readonly word: string; readonly proposal: string }[],
): string {
  const meanings = [written, ...units.map(({ word }) => `${written} ${word}`)];
  return `${written} could mean ${alternatives(meanings)} ${counted}. Write ${alternatives(units.map(({ proposal }) => proposal))}.`;
}

function shorthandMessage(subject: Extract<QuantitySubject, { kind: "quantity-shorthand" }>): string {
  const { written } = subject;
  switch (subject.problem) {
    case "experts":
      return `${written} names ${subject.experts} experts of ${subject.size} billion, but the experts share layers, so the total is lower than the product. Write the counts themselves: \`{ total: …, active: … }\`.`;
    case "active-and-experts":
      return `${written} names ${subject.active} billion active parameters and ${subject.experts} experts. Write the counts themselves: \`{ total: …, active: ${subject.active}B }\`.`;
    case "effective":
      return `${written} stands for "effective ${subject.size}B", a size in memory; the model has more parameters. Write the full count.`;
    case "named-counts": {
      const entries = subject.counts.map(({ key, text }) => `${key}: ${text}`).join(", ");
      const place = subject.isEntry ? "Write each under its own key" : "Write";
      return `${quoted(written)} names several counts. ${place}: \`{ ${entries} }\`.`;
    }
    case "total-and-active": {
      const { total, active, isEntry } = subject;
      const advice = isEntry
        ? `\`total: ${total}\` and \`active: ${active}\``
        : `\`{ total: ${total}, active: ${active} }\``;
      return `${isEntry ? quoted(written) : written} names two counts, total and active. Write ${advice}.`;
    }
  }
}

/** Says how two counts contradict each other. */
export function countsMessage(subject: CountsProblem): string {
  switch (subject.problem) {
    case "embeddings":
      return `Embeddings of vocab_size and hidden_size are ${formatParameters(subject.embedding)}, more than the total of ${formatParameters(subject.total)}. Correct one of them.`;
    case "part": {
      const { part, partCount, whole, wholeCount, maySwap } = subject;
      return `${part} is ${formatParameters(partCount)}, more than ${whole} with ${formatParameters(wholeCount)}. ${maySwap ? "They may be swapped." : "One of them is wrong."}`;
    }
    case "dense":
      return `architecture is dense, but only ${formatParameters(subject.active)} of ${formatParameters(subject.total)} parameters are active. Write \`architecture: moe\`, or leave active out.`;
  }
}

/** Says what is missing of quantised weights. */
export function bitsMessage({ problem, written, precision }: Of<"quantization-bits">): string {
  const text = quoted(written);
  const problems = {
    nothing: "No number of bits is written",
    quoted: `"${text}" in quotes is text, not a number of bits`,
    "bare-number": `Nothing says that ${text} is a number of bits`,
    "no-number": `${text} is not a number of bits`,
  } as const;
  if (precision === "full")
    return `${written === "" ? "The method" : text} says that the weights are not quantised. Leave the key out.`;
  const advice =
    precision === undefined
      ? "Write them, for example as `quantization: { bits: 4 }`"
      : `Write \`quantization: { bits: ${precision.bits} }\``;
  return `${problems[problem]}, and without it quantised weights have no density. ${advice}, or leave the key out for weights of 16 or 32 bits.`;
}

/** Says why a text is no date, and what to write. */
export function dateMessage(subject: DateSubject): string {
  const { written } = subject;
  if (subject.kind === "date-impossible")
    return `${written} is not in the calendar: ${whyImpossible(subject.year, subject.month)}`;
  const { isYear, proposals, part } = subject;
  if (part === "not-released")
    return `${quoted(written)} is no date. Without one the model is not in the trend; write the day once its weights are public.`;
  if (part === "part-of-year")
    return `${quoted(written)} is a part of a year. The nearest month will do: write year and month, as 2024-09.`;
  if (part === "month")
    return `${quoted(written)} has no day. Year and month will do: write ${proposals[0] ?? "2024-09"}.`;
  if (isYear) return `${written} is only a year. Write at least the month, as ${written}-06.`;
  const [first] = proposals;
  if (proposals.length > 1)
    return `${quoted(written)} could be two days: day and month may be either way round. Write ${alternatives(proposals)}.`;
  return first === undefined
    ? `${quoted(written)} cannot be read as a date. Write year, month and day, as 2024-09-19, or year and month.`
    : `${quoted(written)} is not a date as cards write it. Write ${first}.`;
}

function whyImpossible(year: number, month: number): string {
  const name = monthNames[month - 1];
  if (name === undefined) return "months go from 01 to 12.";
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${name} ${year} has ${days} days.`;
}

/** Says how a date without a day counts. */
export function monthMessage({ epochDay }: Of<"month-date">): string {
  return `Month only: drawn at ${formatDate(epochDay)}, ± 15 days.`;
}

/** Says why a score or its error is no number in range, and what to write. */
export function scoreMessage(subject: ScoreSubject): string {
  const label = `${quoted(subject.benchmark)}${subject.isError ? " stderr" : ""}`;
  const written = `${label} ${quoted(subject.written)}`;
  if (subject.kind === "score-range") {
    if (subject.unit === "percent")
      return `${written} is outside 0 to 100 percent. Write the score in percent.`;
    const { asFraction } = subject;
    const advice =
      asFraction === undefined
        ? "Write the score as a fraction."
        : `Write ${asFraction}, or say \`unit: percent\`.`;
    return `${written} is outside 0 to 1, and the unit is fraction. ${advice}`;
  }
  switch (subject.problem) {
    case "long":
      return `${label} is a long text. Write a number, as 74.2.`;
    case "separators": {
      const [number = "", other] = subject.numbers;
      if (other === undefined && /^\d+,\d+\s*%?$/.test(subject.written))
        return `${written} has a comma for a decimal point. Write ${number}.`;
      return other === undefined
        ? `${written} has other separators than a full stop for decimals. Write ${number}.`
        : `${written} could be ${number} or ${other}: three digits behind a comma may be thousands or decimals. Write the one that is meant.`;
    }
    case "noted": {
      const what = {
        counts: "counts right answers instead of a share",
        protocol: "says beside the number how it was measured",
        interval: "has an interval beside the number",
        words: "has a note beside the number",
      }[subject.note];
      return `${written} ${what}. Write ${subject.newText.startsWith("{") ? `\`${subject.newText}\`` : subject.newText}${subject.note === "words" ? ", and put the note into notes" : ""}.`;
    }
    case "with-error": {
      const { score, stderr, isEntry } = subject;
      const advice = isEntry
        ? `\`score: ${score}\` and \`stderr: ${stderr}\``
        : `\`{ score: ${score}, stderr: ${stderr} }\``;
      return `${written} is a score and its error in one. Write ${advice}.`;
    }
    case "inexact":
      return `${written} is not exact. Write ${subject.number}.`;
    case "not-measured":
      return `${written} is no score. Leave out what was not measured.`;
    case "unreadable":
      return `${written} cannot be read as a score. Write a number, as 74.2.`;
  }
}

/** Says what a score of 1 or below may be. */
export function unitDoubtMessage({ key, written, asPercent, others }: Of<"score-unit">): string {
  const asFractions = others === undefined ? " or, if all are, `unit: fraction`" : "";
  return `${quoted(key)} ${quoted(written)} reads as ${quoted(written)} %${comparison(others)}. If it is a fraction, write ${asPercent}${asFractions}. If it is percent, confirm it with \`unit: percent\`.`;
}

/** "; the other scores are 31.5 to 64.9" */
function comparison(others: Of<"score-unit">["others"]): string {
  if (others === undefined) return "";
  const { count, lowest, highest } = others;
  if (count === 1) return `; the other score is ${lowest}`;
  return lowest === highest
    ? `; the other scores are ${lowest}`
    : `; the other scores are ${lowest} to ${highest}`;
}

/** Says what a given average should be. */
export function averageMessage({ key, written, lowest, highest }: Of<"average-mismatch">): string {
  const mean =
    highest - lowest < 0.005
      ? formatDecimal(lowest, 2)
      : `${formatDecimal(lowest, 2)} to ${formatDecimal(highest, 2)}`;
  return `${quoted(key)} ${quoted(written)} is not the mean of the five scores, which is ${mean}. The mean of the scores counts; leave this line out.`;
}

/** Says which scores a given average must be the mean of. */
export function averageAloneMessage({ key, meanOf }: Of<"average-alone">): string {
  const names = listed(meanOf.map((id) => benchmarkById(id)?.name ?? id));
  return `${quoted(key)} must be the mean of ${names} and of nothing else. With all five scores on the card it is computed.`;
}
