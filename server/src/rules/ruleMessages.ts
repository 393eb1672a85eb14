import type {
  CardDifference,
  CardPlace,
  EvaluationDateProblem,
  NameMeaning,
  ProtocolDifference,
  RuleSubject,
  SuppressionProblem,
} from "../cards/findings/collectionSubjects.ts";
import { benchmarkById } from "../cards/vocabulary/benchmarkRegistry.ts";
import type { ParameterCounts, ReleaseDate } from "../density/model.ts";
import { formatDate, formatMonth, formatReleaseDate } from "../text/dates.ts";
import {
  counted,
  countInWords,
  formatCount,
  formatDecimal,
  formatDensity,
  formatParameters,
  formatPercent,
} from "../text/numbers.ts";
import { capitalised, listed } from "../text/sentences.ts";
import { alternatives, quoted } from "../text/suggestions.ts";
import { benchmarkName } from "../wording/benchmarkNames.ts";

type Subjects = { readonly [Kind in RuleSubject["kind"]]: Extract<RuleSubject, { kind: Kind }> };

/** For every finding of a rule, the words that are made of its facts. */
export const ruleMessages: { [Kind in keyof Subjects]: (subject: Subjects[Kind]) => string } = {
  "duplicate-name": ({ name, other, furtherCount }) =>
    `${name} is also the name of the card at ${placeName(other)}${furtherCount > 0 ? `, and of ${furtherCount} more` : ""}. None of them is in the trend until the names differ.`,
  "cards-disagree": ({ name, other, difference }) =>
    `${name} at ${placeName(other)} is the same model and says otherwise: ${differenceOf(difference)}. Keep one card, or give variants different names.`,
  "name-size": (subject) =>
    `The name says ${subject.written}${meaningOf(subject)}; the card says ${countsOf(subject.counts)}. One of them is wrong, or another model is meant.`,
  "name-effective-size": ({ written, counts }) =>
    `${written} in the name is a size in memory; the model has more parameters. Write the full count, unless ${countsOf(counts)} is that.`,
  "embedding-share": ({ total, nonEmbedding, largest }) => {
    if (nonEmbedding === total)
      return `total and non_embedding are both ${formatParameters(total)}, so the model would have no embeddings. Write the one that is known.`;
    const share = 1 - nonEmbedding / total;
    const doubt =
      share > largest
        ? `above ${formatPercent(largest * 100, 0)} is not plausible for this size`
        : "less than any model has";
    return `${formatParameters(nonEmbedding)} of ${formatParameters(total)} are non-embedding, so embeddings are ${formatPercent(share * 100, 1)} of all parameters; ${doubt}. Check both counts.`;
  },
  "date-future": ({ date, today }) =>
    `${formatReleaseDate(date)} lies after today, ${formatDate(today)}. A card is dated by the day its weights became public.`,
  "date-early": ({ date, firstYear }) =>
    `${formatReleaseDate(date)} lies before ${firstYear}, the year of the first transformers. Write the day the weights became public.`,
  "date-before-parent": ({ date, parent, parentDate }) =>
    `${formatReleaseDate(date)} lies before ${formatReleaseDate(parentDate)}, when its base model ${parent} appeared. One of the dates is wrong.`,
  "date-in-name": ({ word, named, date }) =>
    `${formatReleaseDate(date)} lies before ${formatReleaseDate(named)}, which the name says (${quoted(word)}). Write the day these weights became public, not that of a sibling.`,
  "price-date": (subject) =>
    subject.problem === "future"
      ? `The price is dated ${formatDate(subject.epochDay)}, after today, ${formatDate(subject.today)}. Write the day it was asked.`
      : `The price is dated ${formatDate(subject.epochDay)}, before the model of ${formatReleaseDate(subject.releaseDate)} was there. One of the dates is wrong.`,
  "date-of-evaluation": (subject) =>
    `${evaluationProblem(subject)} A card is dated by the day its weights became public, not by an evaluation or an upload.`,
  "score-below-chance": ({ benchmark, percent, chancePercent }) =>
    `${benchmarkById(benchmark)?.name ?? benchmark} ${formatPercent(percent, 1)} is below the ${formatPercent(chancePercent, 0)} that guessing gives. It may be another scale, or answers were not recognised.`,
  "stderr-doubtful": ({ benchmark, stated, expected }) =>
    `The stderr of ${benchmarkName(benchmark)}, ${formatDecimal(stated, stated > 0 && stated < 0.01 ? 4 : 2)} points, ${standardErrorDoubt(stated, expected)} Write the standard error of the mean in the unit of the score, or leave it out.`,
  "score-above-frontier": ({ density, epochDay, densest }) =>
    `Density ${formatDensity(density)} is ${(density / densest.density).toFixed(1)} times that of every model until ${formatDate(epochDay)}; ${densest.name} has ${formatDensity(densest.density)}. A typing error in size, date or scores is likelier, or questions that were in the training data.`,
  "results-differ": ({ benchmark, first, second }) =>
    `${benchmarkName(benchmark)} is ${formatPercent(first, 1)} and ${formatPercent(second, 1)}, and nothing says how the two were measured differently, so the order decides which counts. Write shots, cot or harness with each, or keep one.`,
  "score-copied": ({ count, percent }) =>
    `All ${count} scores are ${formatPercent(percent, 1)}. Write the score of each benchmark, and leave out what was not measured.`,
  "protocol-differs": ({ benchmark, reference, differences }) => {
    const { is, should } = protocolWords(differences);
    return `${benchmarkName(benchmark)} was measured with ${listed(is)}; ${reference} expects ${listed(should)}. The density is less certain than its digits.`;
  },
  "instruct-as-base": ({ word, isStated }) =>
    `The name says \`${word}\`, and the card ${isStated ? "says kind: base" : "counts as base, having no kind"}. Write \`kind: instruct\`, or give the scores of the base model under its own name.`,
  "kind-in-name": ({ word, named, isStated }) =>
    `The name says \`${quoted(word)}\`, and the card ${isStated ? "says kind: base" : "counts as base, having no kind"}. Write \`kind: ${named}\`, or give the base model under its own name.`,
  "quantized-in-name": ({ word, bits, stated }) => {
    const says = `The name says \`${quoted(word)}\``;
    if (stated !== undefined)
      return `${says}, the card ${formatDecimal(stated, 1)} bits per weight. One of them is wrong.`;
    const advice =
      bits === undefined ? "`quantization` with its bits" : `\`quantization: { bits: ${bits} }\``;
    return `${says}, and the card has no quantization, so it counts at full precision. Write ${advice}, or give the scores of the full weights under their own name.`;
  },
  "base-model-unknown": ({ name, meant }) =>
    `No card of this collection is named ${quoted(name)}, so dates and densities are not compared.${meant === undefined ? "" : ` If ${quoted(meant)} is meant, write that.`}`,
  "checkpoint-alone": ({ run, meant }) =>
    `No other card is of the training run ${quoted(run)}, so this one counts as a model of its own.${meant === undefined ? "" : ` If ${quoted(meant)} is meant, write that.`}`,
  "base-model-cycle": ({ name, way }) =>
    way.length === 1
      ? `${quoted(name)} names itself as its base model. Name the model its weights were made from, or leave the key out.`
      : `${way.map(quoted).join(", made from ")}, made from ${quoted(name)}: a circle. One of these base models is wrong.`,
  "benchmark-before-model": ({ benchmark, publishedDay, source, months, date }) =>
    `${benchmark} was published in ${formatMonth(publishedDay)} (${source}), ${counted(months, "month")} before ${formatReleaseDate(date)}, so its questions may be in the training data.`,
  "source-missing": () =>
    "No source: nobody can check these scores. Write `sources:` with the address they were read from.",
  "source-not-url": ({ written, address }) =>
    `${quoted(written)} is not an address that can be opened. ${address === undefined ? "Write an address that starts with https://." : `Write ${address}.`}`,
  "counts-of-base": ({ way, parent, own, base, isPacked }) =>
    `${way === "tuned" ? "Tuning" : "Quantising"} does not change how many parameters there are: ${parent} has ${formatParameters(base)}, this card ${formatParameters(own)}. ${isPacked ? "That looks like a count of stored integers, each of which packs several weights. Write the count of the base model." : "Write the same counts, or correct base_model."}`,
  "compression-loss": ({ way, parent, density, parentDensity }) =>
    `${capitalised(way)} from ${parent}, it is less dense: ${formatDensity(density)} against ${formatDensity(parentDensity)}, ${formatPercent((1 - density / parentDensity) * 100, 0)} less.`,
  "suppression-unused": suppressionMessage,
};

/** What a finding of a rule says. */
export function ruleMessage(subject: RuleSubject): string {
  return messageOf(subject.kind, subject);
}

function standardErrorDoubt(stated: number, expected: Subjects["stderr-doubtful"]["expected"]): string {
  if (expected === undefined) return "would make the score certain.";
  const than = stated > expected.points ? "more than three times" : "less than a third of";
  return `is ${than} the ${formatDecimal(expected.points, 2)} points that ${formatCount(expected.questions)} questions give.`;
}

function messageOf<Kind extends keyof Subjects>(kind: Kind, subject: Subjects[Kind]): string {
  return ruleMessages[kind](subject);
}

/** "line 3", "other.modelcard.yaml:3" */
function placeName({ file, line }: CardPlace): string {
  return file === undefined ? `line ${line}` : `${file}:${line}`;
}

function differenceOf(difference: CardDifference): string {
  switch (difference.of) {
    case "release-date":
      return `released ${formatReleaseDate(difference.own)} here, ${formatReleaseDate(difference.other)} there`;
    case "score":
      return `${benchmarkName(difference.benchmark)} ${formatPercent(difference.own, 1)} here, ${formatPercent(difference.other, 1)} there`;
    default:
      return `${formatParameters(difference.own)} ${countWords[difference.of]} here, ${formatParameters(difference.other)} there`;
  }
}

const countWords = {
  total: "in total",
  nonEmbedding: "non-embedding",
  active: "active",
  activeNonEmbedding: "active non-embedding",
} as const;

/** "3B in total and 2.8B non-embedding" */
function countsOf(counts: ParameterCounts): string {
  const keys = ["total", "nonEmbedding", "active", "activeNonEmbedding"] as const;
  return alternatives(
    keys.flatMap((key) => {
      const count = counts[key];
      return count === undefined ? [] : [`${formatParameters(count)} ${countWords[key]}`];
    }),
  ).replace(" or ", " and ");
}

/** What the size in a name stands for, behind the size. */
function meaningOf(subject: NameMeaning): string {
  switch (subject.meaning) {
    case "size":
      return "";
    case "total-and-active":
      return `, ${formatParameters(subject.total)} in total of which ${formatParameters(subject.active)} are active`;
    case "active":
      return `, ${formatParameters(subject.active)} active parameters`;
    case "active-and-experts":
      return `, ${formatParameters(subject.active)} active parameters, so the total lies between them and ${formatParameters(subject.product)}`;
    case "experts":
      return `, so the total lies between ${formatParameters(subject.expert)} and ${formatParameters(subject.product)}`;
  }
}

function evaluationProblem(subject: EvaluationDateProblem & { readonly date: ReleaseDate }): string {
  const date = formatReleaseDate(subject.date);
  switch (subject.problem) {
    case "day-of-score":
      return `${date} is also the day a score was measured.`;
    case "after-score":
      return `${date} lies long after ${formatReleaseDate(subject.measured)}, when a score was measured.`;
    case "after-source":
      return `${date} lies long after ${formatReleaseDate(subject.published)}, the date of the source ${subject.source}.`;
    case "after-children": {
      const { count, parent, first, firstDate } = subject;
      return `${capitalised(countInWords(count))} models made from ${parent} appeared before ${date}, the first, ${first}, on ${formatReleaseDate(firstDate)}.`;
    }
  }
}

function protocolWords(differences: readonly ProtocolDifference[]) {
  const words = differences.map(wordsOf);
  return { is: words.map(({ is }) => is), should: words.map(({ should }) => should) };
}

function wordsOf(difference: ProtocolDifference): { readonly is: string; readonly should: string } {
  switch (difference.of) {
    case "shots":
      return { is: counted(difference.is, "shot"), should: String(difference.should) };
    case "chain-of-thought":
      return { is: thought(difference.is), should: thought(difference.should) };
    case "harness":
      return difference;
  }
}

function thought(has: boolean): string {
  return has ? "chain of thought" : "no chain of thought";
}

function suppressionMessage(subject: SuppressionProblem): string {
  switch (subject.problem) {
    case "no-code":
      return "This comment names no finding, so it takes none back. Write the code that is shown behind the finding.";
    case "word":
      return `This comment takes nothing back: it has to start with ${subject.meant}. Write that.`;
    case "nothing-there":
      return `Nothing is found here with the code ${subject.code}, so this comment has no effect. Remove it.`;
    case "unknown-code": {
      const { code, meant } = subject;
      return `${quoted(code)} is not the code of a finding. ${meant === undefined ? "Remove it." : `If ${meant} is meant, write that.`}`;
    }
  }
}
