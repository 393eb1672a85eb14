import { type FindingCode, findingCodes, findingTable } from "../cards/finding.ts";
import { nearest, shown } from "../cards/wording.ts";
import type { Place, PlacedFinding } from "./rule.ts";

/** One code of a comment that takes findings back. */
export interface Suppression {
  readonly code: string;
  /** 0-based lines whose findings it takes back, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The code in the comment. */
  readonly place: Place;
  /** The whole comment, with the space before it and, on a line of its own, the line's end. */
  readonly comment: Place;
}

const marker = "densing-ignore";
const comment = /(?:^|(?<=\s))#\s*densing-ignore(-card)?\s+([a-z-]+(?:[\s,]+[a-z-]+)*)\s*$/;

/**
 * Reads comments of the form `# densing-ignore code, code`: behind a value for its line, on a line of
 * its own for the next line with content; `# densing-ignore-card code` for the card it stands in.
 * @param linesOfCards first and last line of every card; asked where there is such a comment
 */
export function readSuppressions(
  text: string,
  linesOfCards: () => readonly { readonly first: number; readonly last: number }[],
): readonly Suppression[] {
  if (!text.includes(marker)) return [];
  const cardLines = linesOfCards();
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const match = line.includes(marker) ? comment.exec(line) : null;
    if (match === null) return [];
    const [whole, card, codes = ""] = match;
    const lastCharacter = match.index + whole.trimEnd().length;
    const codesStart = match.index + whole.indexOf(codes, whole.indexOf(marker) + marker.length);
    const extent = card === undefined ? linesBelow(lines, index, match.index) : cardAround(cardLines, index);
    return [...codes.matchAll(/[a-z-]+/g)].map((code) => ({
      code: code[0],
      ...extent,
      place: {
        start: { line: index, character: codesStart + code.index },
        end: { line: index, character: codesStart + code.index + code[0].length },
      },
      comment: commentPlace(line, index, match.index, lastCharacter, lines.length),
    }));
  });
}

function commentPlace(line: string, index: number, start: number, end: number, lineCount: number): Place {
  const isAlone = line.slice(0, start).trim() === "";
  if (isAlone && index + 1 < lineCount) {
    return { start: { line: index, character: 0 }, end: { line: index + 1, character: 0 } };
  }
  const before = line.slice(0, start).trimEnd().length;
  return { start: { line: index, character: before }, end: { line: index, character: end } };
}

function linesBelow(lines: readonly string[], index: number, start: number) {
  if (lines[index]?.slice(0, start).trim() !== "") return { firstLine: index, lastLine: index };
  const next = lines.findIndex((line, position) => position > index && !/^\s*(?:#|$)/.test(line));
  return { firstLine: next, lastLine: next };
}

function cardAround(cardLines: readonly { readonly first: number; readonly last: number }[], index: number) {
  const card = cardLines.find(({ first, last }) => index >= first && index <= last);
  return { firstLine: card?.first ?? index, lastLine: card?.last ?? index };
}

/** Findings without those that comments take back, and one for every comment that takes back nothing. */
export function applySuppressions<F extends PlacedFinding>(
  findings: readonly F[],
  suppressions: readonly Suppression[],
): (F | PlacedFinding)[] {
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
  return [...kept, ...suppressions.filter((one) => !used.has(one)).map((one) => unused(one, suppressions))];
}

function unused(suppression: Suppression, all: readonly Suppression[]): PlacedFinding {
  const { code, place, comment: whole } = suppression;
  const isKnown = Object.hasOwn(findingTable, code);
  const meant = isKnown ? undefined : nearest(code, findingCodes);
  const advice = meant === undefined ? "Remove it." : `If ${meant} is meant, write that.`;
  const message = isKnown
    ? `Nothing is found here with the code ${code}, so this comment has no effect. Remove it.`
    : `${shown(code)} is not the code of a finding. ${advice}`;
  const isOnlyCode = all.filter(({ comment: other }) => other.start.line === whole.start.line).length === 1;
  const removal = { title: "Remove this comment", newText: "", ...whole };
  const renaming = meant === undefined ? [] : [{ title: `Write ${meant}`, newText: meant, ...place }];
  const unusedCode: FindingCode = "suppression-unused";
  return {
    code: unusedCode,
    severity: findingTable[unusedCode].severity,
    message,
    ...place,
    fixes: [...renaming, ...(isOnlyCode ? [removal] : [])],
  };
}
