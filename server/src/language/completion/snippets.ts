import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  TextEdit,
} from "vscode-languageserver-types";
import { type CardContext, editorRange } from "../cardContext.ts";
import { newCardSnippet } from "../newCard.ts";
import type { CursorPlace } from "./place.ts";

/** What the snippets are called. */
export const snippetNames = { card: "model-card", mixture: "model-card-moe", score: "score" } as const;

/**
 * Whole cards, where there is none yet.
 * @param name the model's, as the file is named
 */
export function cardSnippets(
  context: CardContext,
  place: CursorPlace,
  name: string | undefined,
): CompletionItem[] {
  const isEmpty = place.siblings.size === 0 && place.path.length === 0;
  if (!isEmpty || !isFree(place)) return [];
  const card = (isMixture: boolean) => newCardSnippet({ name, isNamed: false, isMixture });
  return [
    snippet(context, place, snippetNames.card, "A card of a dense language model", card(false)),
    snippet(
      context,
      place,
      snippetNames.mixture,
      "A card of a mixture of experts: total and active parameters",
      card(true),
    ),
  ];
}

/**
 * A score with how it was measured and where it is from, below `benchmarks`.
 * @param benchmarks ids that the card does not have yet
 */
export function scoreSnippet(
  context: CardContext,
  place: CursorPlace,
  benchmarks: readonly string[],
): CompletionItem[] {
  if (!isFree(place)) return [];
  const key = benchmarks.length === 0 ? "$1" : `\${1|${benchmarks.join(",")}|}`;
  const text = `${key}: { score: $2, shots: $3, harness: $4, source: "https://$5" }$0`;
  const detail = "A score with how it was measured and where it is from";
  return [snippet(context, place, snippetNames.score, detail, text)];
}

/** Whether whole lines can be written here: nothing stands around the word, and it is in no brackets. */
function isFree({ kind, quote, isFlow, hasColon, hasValue, after }: CursorPlace): boolean {
  return kind === "key" && quote === undefined && !isFlow && !hasColon && !hasValue && after === "";
}

function snippet(
  context: CardContext,
  { word, before }: CursorPlace,
  label: string,
  detail: string,
  text: string,
): CompletionItem {
  return {
    label,
    kind: CompletionItemKind.Snippet,
    detail,
    // Behind the keys.
    sortText: `z${label}`,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: TextEdit.replace(editorRange(context, word), before + text.replaceAll("\n", `\n${before}`)),
  };
}
