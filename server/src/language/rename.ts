import type { Position, Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { yamlText } from "../cards/yaml/plainText.ts";
import { modelSpelling } from "../density/modelNames.ts";
import { quoted } from "../text/suggestions.ts";
import type { CardContext } from "./cardContext.ts";
import { mentionsOf, modelNamedAt } from "./modelMentions.ts";

/** A name, and where it stands. */
export interface RenameTarget {
  readonly range: Range;
  readonly placeholder: string;
}

/** What would be renamed at a position: only models that have a card. */
export function renameTargetAt(context: CardContext, position: Position): RenameTarget | null {
  const named = modelNamedAt(context, position);
  if (named?.card === undefined) return null;
  return { range: named.place, placeholder: named.card.model.name };
}

/** The edits of a renaming, or why it cannot be. */
export type Renaming =
  | { readonly kind: "edit"; readonly edit: WorkspaceEdit }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Renames a model on its card and wherever it is named: as a base model, as a training run, and where
 * `densing.yaml` leaves it out. An `org/` before it stays, unless the new name has an owner of its own.
 */
export function renameAt(context: CardContext, position: Position, newName: string): Renaming | null {
  const card = modelNamedAt(context, position)?.card;
  if (card === undefined) return null;
  const name = newName.trim();
  if (name === "") return refused("A model needs a name.");
  if (/[\r\n]/.test(name)) return refused("A name stands on one line.");
  const other = context.cardsByName().all.find(({ id, model }) => id !== card.id && isSame(model.name, name));
  // Cards of one model have one name already.
  if (other !== undefined && !isSame(other.model.name, card.model.name))
    return refused(`${quoted(name)} is the name of another card, in ${other.file}.`);
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, place, text, isDeclaration } of mentionsOf(context, card)) {
    const owner = isDeclaration || name.includes("/") ? "" : text.slice(0, text.lastIndexOf("/") + 1);
    const uri = context.uriOf(path);
    changes[uri] ??= [];
    changes[uri].push({ range: place, newText: yamlText(owner + name) });
  }
  return { kind: "edit", edit: { changes } };
}

function refused(reason: string): Renaming {
  return { kind: "refused", reason };
}

function isSame(name: string, other: string): boolean {
  return modelSpelling(name) === modelSpelling(other);
}
