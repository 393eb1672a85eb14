import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver-types";
import type { PlacedFix } from "../../rules/rule.ts";
import type { LocatedFinding } from "../../workspace/cardSummary.ts";
import { type CardContext, cardAt } from "../cardContext.ts";
import { lineBreakOf } from "../cardText.ts";
import { errorsIn, fileAfter } from "./fileAfter.ts";
import { fixesOfAll } from "./fixesOfAll.ts";
import { overlaps, quickFix } from "./quickFix.ts";
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
    return ways.map((fix) =>
      quickFix(context.document, fix.title, [fix], [finding], ways.length === 1 && fix.isGuess !== true),
    );
  });
  const forAll = [...new Set(here.map(({ code }) => code))].flatMap((code) =>
    fixesOfAll(
      context,
      findings
        .filter((finding) => finding.code === code)
        .flatMap((finding) => fixesOf(context, finding).map((fix) => ({ finding, fix }))),
      here,
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
  const fix = { title, newText, start, end: start };
  // Between the lines of one text a comment parts what YAML reads together.
  if (errorsIn(fileAfter(context, [fix])) > errorsIn(context.file)) return [];
  return [quickFix(context.document, title, [fix], [finding], false)];
}
