import { signNumber } from "../../text/lookAlikes.ts";
import { countInWords, formatParameters } from "../../text/numbers.ts";
import { alternatives, quoted } from "../../text/suggestions.ts";
import type {
  CardSubject,
  KeyProblem,
  RequiredKey,
  TypeProblem,
  ValueProblem,
  Wanted,
} from "./cardSubjects.ts";
import { syntaxMessage } from "./syntaxMessages.ts";
import {
  averageAloneMessage,
  averageMessage,
  bitsMessage,
  countsMessage,
  dateMessage,
  monthMessage,
  quantityMessage,
  scoreMessage,
  unitDoubtMessage,
} from "./valueMessages.ts";

type Subjects = { readonly [Kind in CardSubject["kind"]]: Extract<CardSubject, { kind: Kind }> };

/** For every finding on a card alone, the words that are made of its facts. */
export const cardMessages: { [Kind in keyof Subjects]: (subject: Subjects[Kind]) => string } = {
  syntax: syntaxMessage,
  "second-document": () =>
    "What follows a line ... is not read. Start the next card with a line --- instead.",
  "not-a-map": ({ isBlank }) =>
    `${isBlank ? "There is no card here." : "This is no card yet."} A card is keys with values, as \`name: Qwen2.5-7B\`.`,
  "top-level-list": () =>
    "This is a list, and a card is a map of keys with values. For several cards in one file write a line --- between them and no dashes before their names.",
  nesting: () => "Lists and maps are nested more than 100 levels deep here. A card needs four.",
  "card-size": ({ limit }) =>
    `This card has more than ${limit === "length" ? "256 KiB of text" : "30,000 words and signs"}, so it is not read. A line --- starts the next card.`,
  "file-size": () => "This file has more than 16 million characters, so none of its cards is read. Split it.",
  encoding: ({ problem }) =>
    problem === "utf-16"
      ? "This file looks like UTF-16. Save it as UTF-8."
      : "Something here is not UTF-8; the file may be in Latin-1 or another old encoding. Save it as UTF-8 and look at the sign again.",
  "merge-conflict": () =>
    "A merge conflict is not resolved here, so the card is not read. Keep one side and delete the lines of <, = and >.",
  "look-alike": ({ written, sign, meant }) =>
    meant === ""
      ? `${quoted(written)} holds ${signNumber(sign)}, a sign that is not seen, so it is not what it looks like. Delete it.`
      : `${quoted(written)} holds ${quoted(sign)} (${signNumber(sign)}), which looks like ${quoted(meant)} and is another sign. Write ${quoted(meant)}.`,
  "alias-unknown": ({ anchor, isMarkup }) =>
    `*${quoted(anchor)} repeats a value marked &${quoted(anchor)}, but this card marks none before it. ${isMarkup ? "If it is text, put it in quotes." : "Write the value itself; marks do not reach over ---."}`,
  "alias-size": () =>
    "Aliases repeat each other until this card has too many values to be read. Write the values themselves.",
  "duplicate-key": ({ key }) =>
    `${quoted(key)} is written twice; programmes disagree on which one counts, so neither is used. ${key === "name" ? "If another card starts here, write a line --- before it." : "Keep one."}`,
  "comma-number": ({ groups, number }) =>
    `In braces a comma separates entries, so YAML reads ${groups.join(",")} as ${countInWords(groups.length)} of them. Write ${number}.`,
  "missing-key": ({ key, isEmpty, misspelt }) =>
    misspelt === undefined
      ? `${key} is ${isEmpty ? "empty" : "missing"}. ${whatToWrite[key]}`
      : `${key} is missing, and ${quoted(misspelt)} is not a key of the card format. Write ${key}.`,
  "not-indented": ({ holder, first, last, isHolding }) => {
    const lines = first === last ? quoted(first) : `the lines from ${quoted(first)} to ${quoted(last)}`;
    return isHolding
      ? `${quoted(first)} is not indented like the lines of ${quoted(holder)} above, so it is not read. Indent ${lines} as they are.`
      : `${quoted(holder)} is empty, because what is below it is not indented. Indent ${lines} by two spaces.`;
  },
  "empty-value": ({ key }) => `${quoted(key)} has no value; the card reads as if it were not there.`,
  "wrong-type": typeMessage,
  "wrong-value": valueMessage,
  "unknown-key": keyMessage,
  "kind-missing": () =>
    "No kind: counted as base. Write `kind: base`, or instruct, pruned, distilled or merged.",
  "quantity-unreadable": quantityMessage,
  "quantity-too-small": quantityMessage,
  "quantity-too-large": quantityMessage,
  "quantity-range": quantityMessage,
  "quantity-shorthand": quantityMessage,
  "quantity-unknown": quantityMessage,
  "counts-inconsistent": countsMessage,
  "multiplied-experts": ({ total, spelling }) =>
    `${formatParameters(total)} is ${spelling} multiplied out. Experts share layers, so the real total is lower.`,
  "total-size": ({ total }) =>
    `No non-embedding size: ${formatParameters(total)} in total is used, so the density is understated.`,
  "total-missing": () =>
    "Neither total nor non_embedding is written, so most densities cannot be computed. Write total as well.",
  "active-missing": () =>
    "No active size of this mixture of experts: all parameters count as active. Write active as well.",
  "architecture-open": ({ total, active, written }) =>
    `${formatParameters(active)} of ${formatParameters(total)} are active. If this is a mixture of experts, write \`architecture: moe\`. If it is dense, they are the parameters without embeddings: write \`non_embedding: ${quoted(written)}\`. Until then there is no density.`,
  "price-unit": (subject) => {
    if (subject.problem === "currency")
      return `A price in ${quoted(subject.written)} is not read. Write it in US dollars, at the rate of its day, or leave it out.`;
    const [first] = subject.proposals;
    const units: Readonly<Record<string, string>> = {
      "6": "one token",
      "3": "a thousand tokens",
      "-6": "a million million tokens, or in millionths of a dollar",
      "-3": "a thousand million tokens, or in thousandths of a dollar",
    };
    const meant =
      first === undefined
        ? "Check it."
        : `If it is of ${units[first.exponent]}, that is ${first.newText} for a million.`;
    return `${quoted(subject.written)} is no price of a million tokens that anybody asks, so it is not used. ${meant}`;
  },
  "quantization-bits": bitsMessage,
  "date-unreadable": dateMessage,
  "date-impossible": dateMessage,
  "month-date": monthMessage,
  "score-unreadable": scoreMessage,
  "score-range": scoreMessage,
  "score-unit": unitDoubtMessage,
  "duplicate-benchmark": ({ key, first }) =>
    `${quoted(key)} is the same benchmark as ${quoted(first)} above, so neither score is used. Keep one, or write both results as a list under one key.`,
  "scores-misplaced": misplacedMessage,
  "unknown-benchmark": ({ key, meant, isOtherScale }) =>
    isOtherScale
      ? `${quoted(key)} is not in the registry of benchmarks, and its value is no score from 0 to 100, so it is kept and not read.`
      : `${quoted(key)} is not in the registry of benchmarks; its score is shown and gives no density.${meant === undefined ? "" : ` If ${meant} is meant, write that.`}`,
  "average-mismatch": averageMessage,
  "average-alone": averageAloneMessage,
  "more-findings": ({ count }) => `${count} further findings on this card are not shown.`,
};

/** What a finding on a card alone says. */
export function cardMessage(subject: CardSubject): string {
  return messageOf(subject.kind, subject);
}

function messageOf<Kind extends keyof Subjects>(kind: Kind, subject: Subjects[Kind]): string {
  return cardMessages[kind](subject);
}

function misplacedMessage(subject: Subjects["scores-misplaced"]): string {
  const key = quoted(subject.key);
  switch (subject.problem) {
    case "group":
      return `Benchmarks are not grouped, so ${quoted(subject.first)} and what else stands below ${key} is not read. Move the lines out of ${key}.`;
    case "modes":
      return `${key} has a result for each of several modes, which is not read. Several results are a list: write \`${subject.list}\`.`;
    case "top":
      return `${key} is a benchmark and is not read here. Scores stand below benchmarks.`;
    case "misspelt":
      return `${key} is not a key of the card format, so no score is read. Write benchmarks.`;
    case "name":
      return `${key} is ${subject.id} with words about the way of measuring, and is not read so. Write \`${subject.entry}\`.`;
  }
}

const whatToWrite: Readonly<Record<RequiredKey, string>> = {
  name: "Write the model's name, as `name: Qwen2.5-7B`.",
  release_date: "Write the day the weights became public, as `release_date: 2024-09-19`.",
  parameters: "Write how many parameters the model has, as `parameters: 7.61B`.",
  score: "Write the number, as `score: 70.4`.",
  loss: "Write the number, as `loss: 0.168`.",
};

function typeMessage(subject: TypeProblem): string {
  switch (subject.problem) {
    case "key-of-other-type":
      return "A key is text, not a list, a map or an alias.";
    case "merged-no-map":
      return "<< copies the entries of a map. Write an alias of a map.";
    case "unquoted": {
      const { label, written, isNumber, quoted: inQuotes } = subject;
      return `${label}: ${quoted(written)} is ${isNumber ? "a number" : "not text"} to YAML. Write it in quotes: ${quoted(inQuotes)}.`;
    }
    case "type":
      return `${subject.label} is ${described(subject.found)}. Write ${expected(subject.wanted)}.`;
  }
}

function described(found: Extract<TypeProblem, { problem: "type" }>["found"]): string {
  if (typeof found !== "string") return quoted(found.written);
  return { list: "a list", map: "a map", text: "text", unreadable: "unreadable" }[found];
}

const bounds = {
  minimum: "it cannot be below",
  exclusiveMinimum: "it must be above",
  maximum: "it cannot be above",
} as const;

function valueMessage(subject: ValueProblem): string {
  switch (subject.problem) {
    case "limit": {
      const { label, written, bound, limit } = subject;
      return `${label} is ${quoted(written)}; ${bounds[bound]} ${limit}.`;
    }
    case "empty":
      return `${subject.label} is empty. Write ${expected(subject.wanted)}.`;
    case "unreadable":
      return `${subject.label} cannot be read. Write ${expected(subject.wanted)}.`;
    case "not-allowed": {
      const { label, written, allowed, meant } = subject;
      return `${quoted(written)} is no ${label} that cards know. Write ${meant ?? alternatives(allowed)}.`;
    }
    case "architecture":
      return `${quoted(subject.written)} is an architecture, not a way of making weights. Write \`architecture: moe\` and, as kind, ${alternatives(subject.allowed)}.`;
    case "loss":
      return `${quoted(subject.benchmark)} loss is ${subject.loss}; even guessing gives less than ${subject.most} nats per token. Write the loss per token, not of the whole answer; of a perplexity, its natural logarithm.`;
  }
}

/** What the schema wants, in words with its first example. */
function expected({ type, example }: Wanted): string {
  const asExample = example === undefined ? "" : `, as \`${yamlOf(example)}\``;
  switch (type) {
    case "boolean":
      return "true or false";
    case "integer":
      return `a whole number${asExample}`;
    case "number":
      return `a number${asExample}`;
    case "string":
      return `text${asExample}`;
    case "array":
      return `a list${asExample}`;
    default:
      // The words keep other people's numbers from reading as what is to be written.
      return example === undefined ? "it" : `it, for example, as \`${yamlOf(example)}\``;
  }
}

/** A value in YAML's flow style. */
function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${yamlOf(inner)}`);
  return `{ ${entries.join(", ")} }`;
}

function keyMessage(subject: { readonly key: string } & KeyProblem): string {
  const { key } = subject;
  switch (subject.problem) {
    case "of-card": {
      const { holder, isFlow } = subject;
      const place = isFlow ? `outside the braces of ${holder}` : "at the start of the line";
      return `${key} is a key of the card, not of ${holder}, so it is not read here. Write it ${place}.`;
    }
    case "count": {
      const { count, value } = subject;
      return `${quoted(key)} is not read here. Counts stand below parameters: write \`${count}: ${value === undefined ? "…" : quoted(value)}\` there.`;
    }
    case "unknown": {
      const { meant, isThere } = subject;
      const advice = meant === undefined ? "" : ` ${meant} is ${isThere ? "there already" : "one"}.`;
      return `${quoted(key) || "An empty key"} is not a key of the card format; it is kept and not read.${advice}`;
    }
  }
}
