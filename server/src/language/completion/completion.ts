import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from "vscode-languageserver-types";
import { benchmarks, resolveBenchmark } from "../../cards/vocabulary/benchmarkRegistry.ts";
import { isoOfEpochDay } from "../../density/calendar.ts";
import { modelSpelling } from "../../density/modelNames.ts";
import { type CardContext, cardAt } from "../cardContext.ts";
import { keyDocumentation } from "../hover/keyHover.ts";
import { type SchemaNode, schemaKeysAt } from "../schemaKeys.ts";
import { isListed, keyAnswer, valueAnswer } from "./completionText.ts";
import { cursorPlace } from "./cursorPlace.ts";
import type { CursorPlace } from "./place.ts";
import { cardSnippets, scoreSnippet } from "./snippets.ts";
import { proposedValues } from "./valueProposals.ts";

/** What completion depends on besides the card. */
export interface CompletionOptions {
  /** Days since 1970-01-01. */
  readonly today: number;
  /** Whether the editor can hold places open for typing. */
  readonly snippets: boolean;
}

/** What can be written at a place: keys that are allowed and not there yet, or values. */
export function completionsAt(
  context: CardContext,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const { document } = context;
  const place = cursorPlace(document.getText(), document.offsetAt(position));
  if (place === undefined || !place.isWritable) return [];
  switch (place.kind) {
    case "key":
      return [...keyItems(context, place, options), ...snippetItems(context, place, options)];
    case "value":
      return valueItems(context, place, options);
    case "item":
      return [...keyItems(context, place, options), ...valueItems(context, place, options)];
  }
}

/** What takes several stops, for editors that can hold them. */
function snippetItems(
  context: CardContext,
  place: CursorPlace,
  { snippets, today }: CompletionOptions,
): CompletionItem[] {
  if (!snippets) return [];
  if (!isInBenchmarks(place)) {
    const [name] = proposedValues(context, ["name"], today, undefined);
    return cardSnippets(context, place, name?.text);
  }
  const present = benchmarksOn(place);
  const { of } = context.analysis.settings.reference.composite;
  return scoreSnippet(
    context,
    place,
    of.filter((id) => !present.has(id)),
  );
}

function isInBenchmarks({ path }: CursorPlace): boolean {
  return path.length === 1 && path[0] === "benchmarks";
}

/** Ids of the benchmarks that are there, in whatever spelling. */
function benchmarksOn({ siblings }: CursorPlace): ReadonlySet<string | undefined> {
  return new Set([...siblings].map((key) => resolveBenchmark(key)?.id));
}

function keyItems(context: CardContext, place: CursorPlace, options: CompletionOptions): CompletionItem[] {
  if (isInBenchmarks(place)) return benchmarkItems(context, place, options);
  return schemaKeysAt(place.path)
    .filter(([key]) => !place.siblings.has(key))
    .map(([key, node], order) => ({
      label: key,
      kind: CompletionItemKind.Property,
      ...(node.title !== undefined && { detail: node.title }),
      ...documentationOf(context, [...place.path, key]),
      sortText: sortText(order),
      ...insertion(context, place, key, skeleton(key, node, place, options), options),
    }));
}

/** The five of the default basis stand first in the registry, and so here. */
function benchmarkItems(
  context: CardContext,
  place: CursorPlace,
  options: CompletionOptions,
): CompletionItem[] {
  const present = benchmarksOn(place);
  const { protocols } = context.analysis.settings.reference;
  return benchmarks
    .filter(({ id }) => !present.has(id))
    .flatMap(({ id, name, aliases, measures, meanOf }, order) => {
      const item = {
        kind: CompletionItemKind.Field,
        detail: `${name}: ${measures}`,
        ...documentationOf(context, ["benchmarks", id]),
        // A composite is computed from the others and seldom written.
        sortText: sortText(meanOf.length > 0 ? benchmarks.length : order),
      };
      // Whoever types an alias finds the id.
      const names = [id, name, ...aliases].join(" ");
      const shots = protocols.get(id)?.shots;
      const isThought = protocols.get(id)?.chainOfThought;
      const protocol = `{ score: ${placeholder(1, "", options)}, shots: ${shots}${isThought ? ", cot: true" : ""} }`;
      return [
        { label: id, ...item, ...insertion(context, place, id, placeholder(1, "", options), options, names) },
        ...(shots === undefined || place.hasColon || place.hasValue
          ? []
          : [
              {
                label: `${id} with protocol`,
                ...item,
                sortText: `${item.sortText}p`,
                ...insertion(context, place, id, protocol, options, names),
              },
            ]),
      ];
    });
}

function valueItems(context: CardContext, place: CursorPlace, options: CompletionOptions): CompletionItem[] {
  const ownName = cardAt(context, context.document.positionAt(place.word.start))?.name;
  return proposedValues(context, place.path, options.today, ownName)
    .filter(({ text }) => !isListed(place, text, modelSpelling))
    .map(
      ({ text, detail, documentation }, order): CompletionItem => ({
        label: text,
        kind: CompletionItemKind.Value,
        ...(detail !== undefined && { detail }),
        ...(documentation !== undefined && {
          documentation: { kind: MarkupKind.PlainText, value: documentation },
        }),
        sortText: sortText(order),
        ...valueAnswer(context, place, text),
      }),
    );
}

function insertion(
  context: CardContext,
  place: CursorPlace,
  key: string,
  value: string,
  { snippets }: CompletionOptions,
  names?: string,
): Partial<CompletionItem> {
  return {
    ...keyAnswer(context, place, key, value.startsWith("\n") ? value : ` ${value}`, names),
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
  };
}

/** What follows a key, with the places to fill in. */
function skeleton(key: string, node: SchemaNode, place: CursorPlace, options: CompletionOptions): string {
  if (key === "release_date") return placeholder(1, isoOfEpochDay(options.today), options);
  if (node.enum !== undefined && options.snippets) return `\${1|${node.enum.join(",")}|}`;
  const inner = { parameters: "total", quantization: "bits", benchmarks: "mmlu" }[key];
  if (inner === undefined) return placeholder(1, "", options);
  if (!options.snippets) return "";
  return place.isFlow || key === "quantization" ? `{ ${inner}: $1 }` : `\n  ${inner}: $1`;
}

function placeholder(number: number, text: string, { snippets }: CompletionOptions): string {
  if (!snippets) return text;
  return text === "" ? `$${number}` : `\${${number}:${text}}`;
}

function documentationOf(context: CardContext, path: readonly string[]): Partial<CompletionItem> {
  const value = keyDocumentation(context, path);
  return value === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value } };
}

function sortText(order: number): string {
  return String(order).padStart(3, "0");
}
