import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import { licenceNames } from "../../generated/shippedData.ts";
import { formatReleaseDate } from "../../text/dates.ts";
import { formatDensity, formatParameters } from "../../text/numbers.ts";
import { type CardContext, cardAt, editorRange } from "../cardContext.ts";
import { choiceMeanings } from "../completion/valueProposals.ts";
import { valueAt } from "../keyAt.ts";
import { escapeMarkdown } from "../markdown.ts";
import { modelNamedAt } from "../modelMentions.ts";
import { schemaNodeAt } from "../schemaKeys.ts";

/** What a value stands for: a choice, a licence, or the model that a base model names. */
export function valueHoverAt(context: CardContext, position: Position): Hover | null {
  const card = cardAt(context, position);
  const value = card && valueAt(card, context.document.offsetAt(position));
  if (value === undefined) return null;
  const { path, text, range } = value;
  const key = path.at(-1) ?? "";
  const meaning = path[0] === "base_model" ? modelMeaning(context, position) : choiceMeaning(path, text);
  if (meaning === undefined) return null;
  const words = `**${escapeMarkdown(`${key}: ${text}`)}**\n\n${escapeMarkdown(meaning)}`;
  return { contents: { kind: MarkupKind.Markdown, value: words }, range: editorRange(context, range) };
}

function choiceMeaning(path: readonly string[], text: string): string | undefined {
  if (path.length === 1 && path[0] === "license") {
    const name = Object.entries(licenceNames).find(([id]) => id.toLowerCase() === text.toLowerCase())?.[1];
    return name && `${name}.`;
  }
  if (schemaNodeAt(path)?.enum?.includes(text) !== true) return undefined;
  const meaning = choiceMeanings[text];
  return meaning && `${meaning}.`;
}

/** Size, date and density of a model of the collection. */
function modelMeaning(context: CardContext, position: Position): string | undefined {
  const named = modelNamedAt(context, position);
  if (named === undefined) return undefined;
  const analysed = named.card && context.analysis.modelById(named.card.id);
  if (named.card === undefined || analysed === undefined) return "The collection has no card of this model.";
  const { parameters, releaseDate } = named.card.model;
  const size = parameters.total ?? parameters.nonEmbedding;
  const { result } = analysed.density;
  const facts = [
    ...(size === undefined ? [] : [`${formatParameters(size)} parameters`]),
    ...(releaseDate === undefined ? [] : [`released ${formatReleaseDate(releaseDate)}`]),
    result.kind === "density" ? `density ${formatDensity(result.density)}` : "no density",
  ];
  const { name } = named.card.model;
  return `${name === named.text ? "" : `${name}: `}${facts.join(", ")}.`;
}
