import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextMode,
  MarkupKind,
  type Position,
} from "vscode-languageserver-types";
import { severities } from "../../cards/finding.ts";
import { benchmarkById } from "../../cards/vocabulary/benchmarkRegistry.ts";
import { yamlText } from "../../cards/yaml/plainText.ts";
import { availableBasis } from "../../density/basisScore.ts";
import { denominators } from "../../density/denominator.ts";
import { shippedReferenceNames } from "../../references/references.ts";
import { kindChoices } from "../../trend/collection/membership.ts";
import { estimators } from "../../trend/fit/estimator.ts";
import type { SettingsContext } from "../openFile.ts";
import { settingsDocumentation, settingsKeysAt } from "../settingsKeys.ts";
import { isListed, keyAnswer, valueAnswer } from "./completionText.ts";
import { cursorPlace } from "./cursorPlace.ts";
import type { CursorPlace } from "./place.ts";
import type { ProposedValue } from "./valueProposals.ts";

/** What follows a key whose value has lines or signs of its own. */
const skeletons: Readonly<Record<string, string>> = {
  files: '["models/**/*.yaml"]',
  kinds: "[base, pruned, distilled]",
  rules: "\n  ",
};

const meanings: Readonly<Record<string, string>> = {
  paper: "Non-embedding parameters; the inference-time size of mixtures and quantised weights",
  "non-embedding": "Parameters without embeddings",
  total: "All parameters",
  active: "Parameters that work on a token",
  records: "The paper's method: models denser than everything before them",
  quantile: "The 0.9 quantile over all models",
  all: "Least squares over all models",
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
      const skeleton = place.path.length === 0 ? (skeletons[key.name] ?? "") : "";
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
  if (path.length !== 1) return [];
  switch (key) {
    case "reference":
      return [...shippedReferenceNames.map(shippedReference), ...context.referenceFiles.map(ownReference)];
    case "basis":
      return bases(context);
    case "denominator":
      return withMeanings(denominators);
    case "estimator":
      return withMeanings(estimators);
    case "kinds": {
      const kinds = kindChoices.map((text) => ({ text }));
      return kind === "item" ? kinds : [{ text: "all", detail: "Models of every kind" }, ...kinds];
    }
    case "d0":
      return [
        { text: "5e12", detail: "Training tokens of the journal's reference model" },
        { text: "1e12", detail: "Training tokens in the arXiv version" },
      ];
    case "break":
      return [{ text: "2022-11-30", detail: "Release of ChatGPT" }];
    default:
      return [];
  }
}

function severityValues(): readonly ProposedValue[] {
  // Without quotes some YAML tools read a truth value.
  return [{ text: '"off"', detail: "Not said" }, ...severities.toReversed().map((text) => ({ text }))];
}

function shippedReference(text: string): ProposedValue {
  return { text, detail: "Ships with Densing" };
}

function ownReference(path: string): ProposedValue {
  return { text: yamlText(path), detail: "Of this collection" };
}

function bases({ reference }: SettingsContext): readonly ProposedValue[] {
  const curves = [...reference.curves.keys()].map((text) => ({
    text,
    detail: benchmarkById(text)?.name ?? `Curve of ${reference.name}`,
  }));
  const composite = reference.composite.id;
  return [
    ...curves.filter(({ text }) => text === composite),
    ...curves.filter(({ text }) => text !== composite),
    { text: availableBasis, detail: "Those of the five that a card has" },
  ];
}

function withMeanings(texts: readonly string[]): readonly ProposedValue[] {
  return texts.map((text) => ({ text, ...(meanings[text] !== undefined && { detail: meanings[text] }) }));
}

function sortText(order: number): string {
  return String(order).padStart(3, "0");
}
