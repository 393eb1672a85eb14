import { findingCodes, findingTable } from "../cards/finding.ts";
import type { SuppressionProblem } from "../cards/findings/collectionSubjects.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { nearest } from "../text/suggestions.ts";
import { ruleFinding } from "./ruleFinding.ts";
import type { Suppression } from "./suppressionComments.ts";

/** Findings without those that comments take back, and one for every comment that takes back nothing. */
export function applySuppressions<F extends LocatedFinding>(
  findings: readonly F[],
  suppressions: readonly Suppression[],
): (F | LocatedFinding)[] {
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const taken = suppressions.filter(({ code, firstLine, lastLine }) => {
      const { line } = finding.start;
      return code === finding.code && line >= firstLine && line <= lastLine;
    });
    for (const suppression of taken) used.add(suppression);
    return taken.length === 0;
  });
  return [...kept, ...suppressions.filter((one) => !used.has(one)).map(unused)];
}

function unused({
  code,
  meantWord,
  place,
  removal: { isWholeComment, ...removed },
}: Suppression): LocatedFinding {
  const subject = { kind: "suppression-unused", ...problemOf(code, meantWord) } as const;
  const meant = "meant" in subject ? subject.meant : undefined;
  const title = isWholeComment ? "Remove this comment" : `Remove ${code}`;
  const renaming = meant === undefined ? [] : [{ title: `Write ${meant}`, newText: meant, ...place }];
  // Somebody who wrote a comment for a finding wants to keep it, and to know how.
  const fixes = [
    ...renaming,
    { title, newText: "", ...removed, ...(code === undefined && { isGuess: true }) },
  ];
  return ruleFinding(subject, place, fixes);
}

function problemOf(code: string | undefined, meantWord: string | undefined): SuppressionProblem {
  if (code !== undefined)
    return Object.hasOwn(findingTable, code)
      ? { problem: "nothing-there", code }
      : { problem: "unknown-code", code, meant: nearest(code, findingCodes) };
  return meantWord === undefined ? { problem: "no-code" } : { problem: "word", meant: meantWord };
}
