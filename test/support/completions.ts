import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CompletionItem, InsertTextFormat, TextEdit } from "vscode-languageserver-types";
import { completionsAt } from "../../server/src/language/completion/completion.ts";
import { markedText } from "./markedText.ts";
import { openText, testToday } from "./openCards.ts";

const others = {
  "tern.modelcard.yaml":
    "name: Tern-15B\norganization: Seabirds\nfamily: Tern\nrelease_date: 2024-03-01\nkind: base\nparameters: 15B\n",
  "gull.modelcard.yaml":
    "name: 'Gull: 3B'\norganization: Seabirds\nrelease_date: 2024-04\nkind: base\nparameters: 3B\nbenchmarks: { mmlu: { score: 50, harness: Beak } }\n",
};

/** What is offered at the mark of a card that stands among two others. */
export function offered(marked: string, snippets = true): CompletionItem[] {
  const { text, positions } = markedText(marked);
  const [position] = positions;
  assert.ok(position);
  return completionsAt(openText(text, others).context, position, { today: testToday, snippets });
}

/** The names of what is offered at the mark. */
export function labels(marked: string): string[] {
  return offered(marked).map(({ label }) => label);
}

/** The text after accepting an item, with the places to fill in as the editor would number them. */
export function accepted(marked: string, label: string, snippets = true): string {
  const item = offered(marked, snippets).find((one) => one.label === label);
  assert.ok(item, `offered: ${labels(marked).join(", ")}`);
  return afterItem(marked, item);
}

/** The text after accepting an item that was offered at the mark. */
export function afterItem(marked: string, { textEdit }: CompletionItem): string {
  const { text } = markedText(marked);
  assert.ok(textEdit && TextEdit.is(textEdit));
  return TextDocument.applyEdits(TextDocument.create("file:///a", "yaml", 1, text), [textEdit]);
}

/** An item as an editor inserts it when its places to fill in are left as they are proposed. */
export function filledIn(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet || item.textEdit === undefined) return item;
  const newText = item.textEdit.newText
    .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replaceAll(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll(/\$0$/g, "")
    .replaceAll(/\$\d+/g, "1");
  return { ...item, textEdit: { ...item.textEdit, newText } };
}
