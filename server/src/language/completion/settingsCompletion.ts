import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextMode,
  MarkupKind,
  type Position,
} from "vscode-languageserver-types";
import { severities } from "../../cards/findings/findingKind.ts";
import { benchmarkById } from "../../cards/vocabulary/benchmarkRegistry.ts";
import { yamlText } from "../../cards/yaml/plainText.ts";
import type { Reference } from "../../density/reference.ts";
import { choices, type Field } from "../../method/choices.ts";
import { fieldsInFile } from "../../method/settingsKeys.ts";
import { shippedReferenceNames } from "../../references/references.ts";
import type { SettingsContext } from "../openFile.ts";
import { settingsDocumentation, settingsKeysAt } from "../settingsKeys.ts";
import { isListed, keyAnswer, valueAnswer } from "./completionText.ts";
import { cursorPlace } from "./cursorPlace.ts";
import type { CursorPlace } from "./place.ts";
import type { ProposedValue } from "./valueProposals.ts";

/** What follows a key whose value has lines or signs of its own. */
const skeletons: Readonly<Record<string, string>> = {
  files: '["models/**/*.yaml"]',
  rules: "\n  ",
};

/** What can be written at a place of `densing.yaml`: keys that are not there yet, codes of findings, or values. */
export function settingsCompletionsAt(context: SettingsContext, position: Position): CompletionItem[] {
  const { document } = context;
  const place = cursorPlace(document.getText(), document.offsetAt(position));
  if (place === undefined || !place.isWritable) return [];
  return place.kind === "key" ? keyItems(context, place) : valueItems(context, place);
}

function keyItems(context: SettingsContext, place: CursorPlace): CompletionItem[] {
  return settingsKeysAt(place.path)
    .filter(({ name }) => !place.siblings.has(name))
    .map((key, order): CompletionItem => {
      const skeleton = place.path.length === 0 ? skeletonOf(key.name, context) : "";
      const value = skeleton.startsWith("\n") ? skeleton : ` ${skeleton}`;
      return {
        label: key.name,
        kind: CompletionItemKind.Property,
        detail: key.title,
        documentation: { kind: MarkupKind.Markdown, value: settingsDocumentation(key) },
        sortText: sortText(order),
        insertTextMode: InsertTextMode.adjustIndentation,
        ...keyAnswer(context, place, key.name, value),
      };
    });
}

/** A choice that is a list starts from the paper's. */
function skeletonOf(key: string, { reference }: SettingsContext): string {
  const field = choiceOf(key);
  const value = field && paperText(field, reference);
  return Array.isArray(value) ? `[${value.join(", ")}]` : (skeletons[key] ?? "");
}

function paperText<Name extends Field>(field: Name, reference: Reference) {
  const { value, paper } = choices[field];
  return value.write(paper(reference));
}

function valueItems(context: SettingsContext, place: CursorPlace): CompletionItem[] {
  return valuesFor(context, place)
    .filter(({ text }) => !isListed(place, text))
    .map(
      ({ text, detail }, order): CompletionItem => ({
        label: text,
        kind: CompletionItemKind.Value,
        ...(detail !== undefined && { detail }),
        sortText: sortText(order),
        ...valueAnswer(context, place, text),
      }),
    );
}

function valuesFor(context: SettingsContext, { path, kind }: CursorPlace): readonly ProposedValue[] {
  const [key, code] = path;
  if (key === "rules" && code !== undefined) return severityValues();
  const field = choiceOf(key);
  if (path.length !== 1 || field === undefined) return [];
  const { proposals, value, meanings = {} } = choices[field];
  return (
    proposals?.({
      reference: context.reference,
      shippedReferences: shippedReferenceNames,
      ownReferences: context.referenceFiles.map(yamlText),
      benchmarkName: (id) => benchmarkById(id)?.name,
      isItem: kind === "item",
    }) ??
    (value.words ?? []).map((text) => ({
      text,
      ...(meanings[text] !== undefined && { detail: meanings[text] }),
    }))
  );
}

function choiceOf(key: string | undefined): Field | undefined {
  return fieldsInFile.find((field) => choices[field].key === key);
}

function severityValues(): readonly ProposedValue[] {
  // Without quotes some YAML tools read a truth value.
  return [{ text: '"off"', detail: "Not said" }, ...severities.toReversed().map((text) => ({ text }))];
}

function sortText(order: number): string {
  return String(order).padStart(3, "0");
}
