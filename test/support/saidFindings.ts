import { readCards } from "../../server/src/cards/readCards.ts";
import { bearersOfNames, duplicateNames } from "../../server/src/rules/duplicateName.ts";

/** A file of a collection. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** One finding, with the 0-based line it starts on. */
export interface SaidFinding {
  readonly line: number;
  readonly said: string;
}

const saidLine = /^\s*# ((?:error|warning|information|hint) [a-z-]+: .*)$/;

/** The comments of a text that say what Densing says about the line below them. */
export function commentedFindings(text: string): SaidFinding[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const said = saidLine.exec(line)?.[1];
    if (said === undefined) return [];
    const below = lines.findIndex((other, position) => position > index && !saidLine.test(other));
    return [{ line: below, said }];
  });
}

/** What Densing says about every file of a collection, in the order of the lines. */
export function actualFindings(files: readonly TextFile[]): Map<string, SaidFinding[]> {
  const read = files.map(({ file, text }) => ({ file, text, ...readCards(text) }));
  const named = read.map(({ file, text, cards }) => ({
    cards: cards.map(({ name = "", model, ranges }) => ({
      file,
      name,
      model,
      nameStart: { line: lineOf(text, ranges.name.start), character: 0 },
      nameEnd: { line: lineOf(text, ranges.name.end), character: 0 },
    })),
  }));
  const bearers = bearersOfNames(named.flatMap(({ cards }) => cards));
  return new Map(
    read.map(({ file, text, cards, findings }, index) => {
      const own = [...findings, ...cards.flatMap((card) => card.findings)].map((finding) => ({
        line: lineOf(text, finding.range.start),
        said: sayingOf(finding),
      }));
      const together = duplicateNames(named[index] ?? { cards: [] }, bearers).map((finding) => ({
        line: finding.start.line,
        said: sayingOf(finding),
      }));
      return [file, [...own, ...together].sort((first, second) => first.line - second.line)];
    }),
  );
}

/** A text with its comments replaced by what Densing says today. */
export function rewriteComments(text: string, findings: readonly SaidFinding[]): string {
  const lines = text.split("\n");
  return lines
    .flatMap((line, index) => {
      if (saidLine.test(line)) return [];
      const indent = /^ */.exec(line)?.[0] ?? "";
      const said = findings.filter((finding) => finding.line === index);
      return [...said.map((finding) => `${indent}# ${finding.said}`), line];
    })
    .join("\n");
}

/** No-break spaces are written as spaces, so that comments can be typed. */
function sayingOf({ severity, code, message }: { severity: string; code: string; message: string }): string {
  return `${severity} ${code}: ${message.replaceAll("\u00A0", " ")}`;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length - 1;
}
