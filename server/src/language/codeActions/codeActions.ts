import type { TextDocument } from "vscode-languageserver-textdocument";
import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver-types";
import type { LocatedFinding, LocatedFix } from "../../cards/locatedFinding.ts";
import { type CardContext, cardAt } from "../cardContext.ts";
import { lineBreakOf } from "../cardText.ts";
import { bringsError } from "./fileAfter.ts";
import { type Correction, fixesOfAll } from "./fixesOfAll.ts";
import { overlaps, quickFix } from "./quickFix.ts";
import { structuralFixes } from "./structuralFixes.ts";
import { verifiedFixes } from "./verifiedFixes.ts";

/** Kinds of actions that are offered, for the server's capabilities. */
export const offeredActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] as const;

/** Nobody reads the actions for more findings; with everything selected there may be thousands. */
const mostFindings = 25;

/**
 * What can be done about the findings in a range: fixes, the same fix for the whole file, silence.
 * @param most findings in the range that are gone into
 */
export function quickFixesAt(
  context: CardContext,
  findings: readonly LocatedFinding[],
  range: Range,
  most = mostFindings,
): CodeAction[] {
  const here = findings.filter((finding) => overlaps(finding, range)).slice(0, most);
  const correctionsOf = (finding: LocatedFinding): Correction[] =>
    fixesOf(context, finding).map((fix) => ({ finding, fix }));
  const corrections = here.flatMap(correctionsOf);
  const certain = corrections.filter(({ fix }) => fix.isGuess !== true);
  const fixes = corrections.map((correction) => {
    const { finding, fix } = correction;
    const isOnly = certain.filter((other) => other.finding === finding).length === 1;
    return quickFix(context.document, fix.title, [fix], [finding], isOnly && certain.includes(correction));
  });
  // Without a fix here there is none to make everywhere.
  const forAll = [...new Set(certain.map(({ finding }) => finding.code))].flatMap((code) => {
    const same = findings.filter((finding) => finding.code === code);
    const next = fromHere(same, here);
    const others = next.filter((finding) => !here.includes(finding)).flatMap(correctionsOf);
    const own = corrections.filter(({ finding }) => next.includes(finding));
    return fixesOfAll(context, [...own, ...others], here, next.length === same.length);
  });
  return [...fixes, ...forAll, ...here.flatMap((finding) => ignoreHere(context, finding))];
}

/** Each fix of an error is tried, which takes its time; of other findings there may be any number. */
const mostErrors = 50;

/** The findings that are put right at once: all, or of very many errors the next ones. */
function fromHere(
  same: readonly LocatedFinding[],
  here: readonly LocatedFinding[],
): readonly LocatedFinding[] {
  if (same.length <= mostErrors || same[0]?.severity !== "error") return same;
  const first = same.findIndex((finding) => here.includes(finding));
  return same.slice(first, first + mostErrors);
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
export function fixesOf(context: CardContext, finding: LocatedFinding): readonly LocatedFix[] {
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
  if (bringsError(context, fix)) return [];
  return [quickFix(context.document, title, [fix], [finding], false)];
}
