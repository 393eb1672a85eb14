import { type CodeAction, CodeActionKind, CreateFile, TextDocumentEdit } from "vscode-languageserver-types";
import type { Card } from "../../cards/card.ts";
import type { CardContext } from "../cardContext.ts";

/**
 * Moves every card of a stream but the first into a file of its own, named after its model. Offered
 * only when every card has a name and no file of that name is known.
 */
export function splitStreamAction(context: CardContext): CodeAction[] {
  const { document, file, path } = context;
  const [first, ...others] = file.cards;
  if (first === undefined || others.length === 0) return [];
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const names = others.map((card) => fileNameOf(card));
  const paths = names.flatMap((name) => (name === undefined ? [] : [`${folder}${name}.modelcard.yaml`]));
  const taken = new Set(context.cardsByName().all.map((card) => card.file.toLowerCase()));
  const isFree = paths.every((one) => !taken.has(one.toLowerCase()));
  const areDistinct = new Set(paths.map((one) => one.toLowerCase())).size === others.length;
  if (!isFree || !areDistinct) return [];
  const text = document.getText();
  const start = document.positionAt(first.range.end);
  const end = document.positionAt(text.length);
  const created = paths.flatMap((one, position) => {
    const { range } = others[position] ?? first;
    const uri = context.uriOf(one);
    const origin = { line: 0, character: 0 };
    // The dashes that opened the card in the stream are not needed at the start of a file.
    const newText = text.slice(range.start, range.end).replace(/^---[ \t]*\r?\n/, "");
    return [
      CreateFile.create(uri),
      TextDocumentEdit.create({ uri, version: null }, [{ range: { start: origin, end: origin }, newText }]),
    ];
  });
  const removal = TextDocumentEdit.create({ uri: document.uri, version: document.version }, [
    { range: { start, end }, newText: "" },
  ]);
  return [
    {
      title: `Split ${file.cards.length} cards into files`,
      kind: CodeActionKind.RefactorRewrite,
      edit: { documentChanges: [...created, removal] },
    },
  ];
}

/** A model's name as a file name on any system. */
function fileNameOf({ name }: Card): string | undefined {
  const safe = name?.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "");
  return safe === undefined || safe === "" ? undefined : safe.slice(0, 100);
}
