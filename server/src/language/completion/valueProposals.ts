import { yamlText } from "../../cards/yaml/plainText.ts";
import { isoOfEpochDay } from "../../density/calendar.ts";
import type { Model } from "../../density/model.ts";
import { licenceNames } from "../../generated/shippedData.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { counted, formatParameters } from "../../text/numbers.ts";
import type { CardContext } from "../cardContext.ts";
import { schemaNodeAt } from "../schemaKeys.ts";

/** A value that can stand behind a key. */
export interface ProposedValue {
  readonly text: string;
  readonly detail?: string;
  readonly documentation?: string;
}

/** What the values of closed choices mean. */
export const choiceMeanings: Readonly<Record<string, string>> = {
  base: "Trained from random weights on text, without instruction tuning",
  instruct: "Tuned to follow instructions or to chat",
  pruned: "Weights or layers taken out of a larger model",
  distilled: "Trained on the answers of a larger model",
  merged: "Weights of several models combined",
  dense: "All parameters work on every token",
  moe: "Mixture of experts: some parameters work on a token",
  percent: "0 to 100",
  fraction: "0 to 1",
};

/**
 * Values for a key: of a closed choice, or as the collection's other cards write them.
 * @param path keys from the top of the card
 * @param today days since 1970-01-01
 * @param ownName of the card itself, which is not made from itself
 */
export function proposedValues(
  context: CardContext,
  path: readonly string[],
  today: number,
  ownName: string | undefined,
): readonly ProposedValue[] {
  const models = context.analysis.models.map(({ model }) => model);
  const [top = ""] = path;
  switch (path.length === 1 ? top : "") {
    case "organization":
      return byUse(models.flatMap(({ organization }) => organization ?? []));
    case "family":
      return byUse(models.flatMap(({ family }) => family ?? []));
    case "base_model":
      return modelNames(models.filter(({ name }) => name !== ownName));
    case "checkpoint_of":
      return byUse(models.flatMap(({ checkpointOf }) => checkpointOf ?? []));
    case "license":
      return Object.entries(licenceNames).map(([text, detail]) => ({ text, detail }));
    case "release_date":
      return datesOf(today);
    case "name":
      return fileName(context);
  }
  // Of an evaluation or a price, which have a day.
  return path.at(-1) === "date" && schemaNodeAt(path) !== undefined
    ? datesOf(today).slice(0, 1)
    : schemaValues(path, models);
}

function schemaValues(path: readonly string[], models: readonly Model[]): readonly ProposedValue[] {
  const node = schemaNodeAt(path);
  const key = path.at(-1) ?? "";
  if (node?.enum !== undefined) {
    return node.enum.map((text) => ({
      text,
      ...(choiceMeanings[text] !== undefined && { detail: choiceMeanings[text] }),
    }));
  }
  if (node?.type === "boolean") return [{ text: "true" }, { text: "false" }];
  if (key === "harness") {
    const used = models
      .flatMap(({ scores }) => [...scores.values()].flat())
      .flatMap(({ protocol }) => protocol.harness ?? []);
    return byUse([...used, ...exampleTexts(node?.examples)]);
  }
  return ["method", "shots", "bits"].includes(key)
    ? exampleTexts(node?.examples).map((text) => ({ text }))
    : [];
}

function exampleTexts(examples: readonly unknown[] = []): string[] {
  return examples.filter((example) => typeof example !== "object").map(String);
}

/** Texts by how many cards use them, the most used first. */
function byUse(texts: readonly string[]): ProposedValue[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([first, count], [second, other]) => other - count || first.localeCompare(second))
    .map(([text, count]) => ({ text: yamlText(text), detail: counted(count, "use") }));
}

function modelNames(models: readonly Model[]): ProposedValue[] {
  return models.map(({ name, releaseDate, parameters }) => {
    const size = parameters.total ?? parameters.nonEmbedding;
    const facts = [
      ...(releaseDate === undefined ? [] : [formatReleaseDate(releaseDate)]),
      ...(size === undefined ? [] : [formatParameters(size)]),
    ];
    return { text: yamlText(name), ...(facts.length > 0 && { detail: facts.join(", ") }) };
  });
}

function datesOf(today: number): ProposedValue[] {
  const day = isoOfEpochDay(today);
  return [
    { text: day, detail: "Today" },
    { text: day.slice(0, 7), detail: "This month", documentation: "The 15th counts, ± 15 days." },
  ];
}

function fileName({ path, file }: CardContext): ProposedValue[] {
  const name = (path.split("/").at(-1) ?? "").replace(/(?:\.modelcard)?\.ya?ml$/i, "");
  return name === "" || file.cards.length > 1
    ? []
    : [{ text: yamlText(name), detail: "As the file is named" }];
}
