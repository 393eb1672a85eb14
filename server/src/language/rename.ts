import type { Position, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { yamlText } from "../cards/plainText.ts";
import type { CardContext } from "./cardContext.ts";
import { mentionsOf, modelNamedAt } from "./modelMentions.ts";

/** What would be renamed at a position: only models that have a card. */
export function renameTargetAt(
  context: CardContext,
  position: Position,
): { range: Range; placeholder: string } | null {
  const named = modelNamedAt(context, position);
  if (named?.card === undefined) return null;
  return { range: named.place, placeholder: named.card.model.name };
}

/** Renames a model on its card and wherever it is a base model; an `org/` before it stays. */
export function renameAt(context: CardContext, position: Position, newName: string): WorkspaceEdit | null {
  const card = modelNamedAt(context, position)?.card;
  const name = newName.trim();
  if (card === undefined || name === "" || /[\r\n]/.test(name)) return null;
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, place, text, isDeclaration } of mentionsOf(context, card)) {
    const owner = isDeclaration ? "" : text.slice(0, text.lastIndexOf("/") + 1);
    const uri = context.uriOf(path);
    changes[uri] ??= [];
    changes[uri].push({ range: place, newText: yamlText(owner + name) });
  }
  return { changes };
}
