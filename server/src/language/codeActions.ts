import { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
} from "vscode-languageserver-types";
import type { CardFile } from "../cards/card.ts";
import { readCards } from "../cards/readCards.ts";
import type { PlacedFix, Position } from "../rules/rule.ts";
import type { LocatedFinding } from "../workspace/cardSummary.ts";
import { type CardContext, cardAt } from "./cardContext.ts";
import { lineBreakOf } from "./cardText.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { structuralFixes } from "./structuralFixes.ts";
import { verifiedFixes } from "./verifiedFixes.ts";

/** Kinds of actions that are offered, for the server's capabilities. */
export const offeredActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] as const;

/** What can be done about the findings in a range: fixes, the same fix for the whole file, silence. */
export function quickFixesAt(
  context: CardContext,
  findings: readonly LocatedFinding[],
  range: Range,
): CodeAction[] {
  const here = findings.filter((finding) => overlaps(finding, range));
  const fixes = here.flatMap((finding) => {
    const ways = fixesOf(context, finding);
    return ways.map((fix, position) =>
      quickFix(context.document, fix.title, [fix], [finding], position === 0 && ways.length === 1),
    );
  });
  const forAll = [...new Set(here.map(({ code }) => code))].flatMap((code) =>
    fixAll(
      context,
      findings.filter((finding) => finding.code === code),
    ),
  );
  return [...fixes, ...forAll, ...here.flatMap((finding) => ignoreHere(context, finding))];
}

/** Fixes of findings in a file that is no card. */
export function plainFixesAt(
  document: TextDocument,
  findings: readonly LocatedFinding[],
  range: Range,
): CodeAction[] {
  return findings
    .filter((finding) => overlaps(finding, range))
    .flatMap((finding) =>
      (finding.fixes ?? []).map((fix) => quickFix(document, fix.title, [fix], [finding], true)),
    );
}

/** Every way to correct a finding, the likeliest first. */
export function fixesOf(context: CardContext, finding: LocatedFinding): readonly PlacedFix[] {
  const card = cardAt(context, finding.start);
  if (card === undefined) return finding.fixes ?? [];
  return [
    ...(finding.fixes ?? []),
    ...structuralFixes(context, card, finding),
    ...verifiedFixes(context, card, finding),
  ];
}

/** The first fix of each finding; those that would meet another are left for the next time. */
function fixAll(context: CardContext, findings: readonly LocatedFinding[]): CodeAction[] {
  const chosen: PlacedFix[] = [];
  const fixed: LocatedFinding[] = [];
  for (const finding of findings) {
    const [fix] = fixesOf(context, finding);
    if (fix === undefined || chosen.some((other) => overlaps(other, fix))) continue;
    chosen.push(fix);
    fixed.push(finding);
  }
  const [first] = fixed;
  if (first === undefined || chosen.length < 2 || makesNamesakes(context, chosen)) return [];
  return [
    quickFix(context.document, `Fix all ${chosen.length} ${first.code} in this file`, chosen, fixed, false),
  ];
}

/** Whether cards that fixes make readable, each fine by itself, would have one name. */
function makesNamesakes({ document, file }: CardContext, fixes: readonly PlacedFix[]): boolean {
  const makesCards = fixes.some(({ start, newText }) => {
    const card = cardAt({ document, file }, start);
    return card?.model === undefined || /^---/m.test(newText);
  });
  if (!makesCards) return false;
  const text = TextDocument.applyEdits(document, fixes.map(textEdit));
  const known = namesakes(file);
  return [...namesakes(readCards(text))].some((name) => !known.has(name));
}

/** Names that several readable cards have. */
function namesakes({ cards }: CardFile): ReadonlySet<string> {
  const names = cards.flatMap(({ model }) => model?.name ?? []);
  return new Set(names.filter((name, position) => names.indexOf(name) !== position));
}

/** A comment above the line. Errors stay: what cannot be read is not a matter of opinion. */
function ignoreHere(context: CardContext, finding: LocatedFinding): CodeAction[] {
  if (finding.severity === "error" || finding.code === "suppression-unused") return [];
  const { line } = finding.start;
  const text = context.document.getText();
  const start = { line, character: 0 };
  const offset = context.document.offsetAt(start);
  const indent = /^\uFEFF?[ ]*/.exec(text.slice(offset))?.[0] ?? "";
  if (text.startsWith("---", offset) || indent.startsWith("\uFEFF")) return [];
  const newText = `${indent}# densing-ignore ${finding.code}${lineBreakOf(text)}`;
  const title = `Ignore ${finding.code} here`;
  return [quickFix(context.document, title, [{ title, newText, start, end: start }], [finding], false)];
}

function quickFix(
  document: TextDocument,
  title: string,
  fixes: readonly PlacedFix[],
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

function textEdit({ start, end, newText }: PlacedFix): TextEdit {
  return { range: { start, end }, newText };
}

/** Whether two places share a character, or touch. */
function overlaps(
  first: { readonly start: Position; readonly end: Position },
  second: { readonly start: Position; readonly end: Position },
): boolean {
  return !isBefore(first.end, second.start) && !isBefore(second.end, first.start);
}

function isBefore(first: Position, second: Position): boolean {
  return first.line < second.line || (first.line === second.line && first.character < second.character);
}
