import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from "vscode-languageserver-types";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import type { Position } from "../../cards/place.ts";
import { diagnosticOf } from "../diagnostics.ts";

/** A code action that makes changes of one document for the findings it is about. */
export function quickFix(
  document: TextDocument,
  title: string,
  fixes: readonly LocatedFix[],
  findings: readonly LocatedFinding[],
  isPreferred: boolean,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: findings.map((finding): Diagnostic => diagnosticOf(finding)),
    ...(isPreferred && { isPreferred }),
    edit: { changes: { [document.uri]: fixes.map(textEdit) } },
  };
}

/** Whether two changes cannot both be made: they share a character, or one writes where the other ends. */
export function meet(first: LocatedFix, second: LocatedFix): boolean {
  const isInsertion = [first, second].some(({ start, end }) => !isBefore(start, end));
  if (isInsertion) return overlaps(first, second);
  return isBefore(first.start, second.end) && isBefore(second.start, first.end);
}

/** A change as the protocol writes it. */
export function textEdit({ start, end, newText }: LocatedFix): TextEdit {
  return { range: { start, end }, newText };
}

/** Whether two places share a character, or touch. */
export function overlaps(
  first: { readonly start: Position; readonly end: Position },
  second: { readonly start: Position; readonly end: Position },
): boolean {
  return !isBefore(first.end, second.start) && !isBefore(second.end, first.start);
}

function isBefore(first: Position, second: Position): boolean {
  return first.line < second.line || (first.line === second.line && first.character < second.character);
}
