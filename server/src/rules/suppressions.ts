import { type FindingCode, findingCodes, findingTable } from "../cards/finding.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { nearest, shown } from "../text/suggestions.ts";
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
  const isKnown = code !== undefined && Object.hasOwn(findingTable, code);
  const meant = code === undefined ? meantWord : isKnown ? undefined : nearest(code, findingCodes);
  const title = isWholeComment ? "Remove this comment" : `Remove ${code}`;
  const renaming = meant === undefined ? [] : [{ title: `Write ${meant}`, newText: meant, ...place }];
  const unusedCode: FindingCode = "suppression-unused";
  return {
    code: unusedCode,
    severity: findingTable[unusedCode].severity,
    message: code === undefined ? nothingNamed(meantWord) : unusedMessage(code, isKnown, meant),
    ...place,
    // Somebody who wrote a comment for a finding wants to keep it, and to know how.
    fixes: [...renaming, { title, newText: "", ...removed, ...(code === undefined && { isGuess: true }) }],
  };
}

function nothingNamed(meantWord: string | undefined): string {
  return meantWord === undefined
    ? "This comment names no finding, so it takes none back. Write the code that is shown behind the finding."
    : `This comment takes nothing back: it has to start with ${meantWord}. Write that.`;
}

function unusedMessage(code: string, isKnown: boolean, meant: string | undefined): string {
  if (isKnown)
    return `Nothing is found here with the code ${code}, so this comment has no effect. Remove it.`;
  const advice = meant === undefined ? "Remove it." : `If ${meant} is meant, write that.`;
  return `${shown(code)} is not the code of a finding. ${advice}`;
}
