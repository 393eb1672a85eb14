import { summariseFile } from "../../server/src/collection/cardSummary.ts";
import { checkCollection } from "../../server/src/collection/checkCollection.ts";
import { Collection } from "../../server/src/collection/collection.ts";
import type { SeverityChoices } from "../../server/src/rules/severities.ts";
import { defaultSettings } from "./collections.ts";

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

/** The day taken for today: cards written later than that lie in the future. */
const today = 20_500;

/**
 * What Densing says about every file of a collection, in the order of the lines.
 * @param severities as `densing.yaml` would choose them
 */
export function actualFindings(
  files: readonly TextFile[],
  severities: SeverityChoices = {},
): Map<string, SaidFinding[]> {
  const collection = new Collection();
  for (const { file, text } of files) collection.setFile(summariseFile(file, text));
  const checked = checkCollection(collection, { severities, settings: defaultSettings(), today });
  return new Map(
    checked.map(({ file, findings }) => [
      file,
      findings.map((finding) => ({ line: finding.start.line, said: sayingOf(finding) })),
    ]),
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
