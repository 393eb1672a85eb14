import { duplicateNames } from "../rules/duplicateName.ts";
import { applySeverities, type SeverityChoices } from "../rules/severities.ts";
import type { FileSummary, LocatedFinding } from "./cardSummary.ts";
import type { Collection } from "./collection.ts";

/** A file with everything that should be said of it. */
export interface CheckedFile {
  readonly file: string;
  readonly findings: readonly LocatedFinding[];
}

/** Findings of every file: of its cards alone and of the collection, with the severities chosen. */
export function checkCollection(collection: Collection, severities: SeverityChoices): CheckedFile[] {
  return collection
    .files()
    .map((summary) => ({ file: summary.file, findings: checkFile(summary, collection, severities) }));
}

/** Findings of one file, in the order of their places. */
export function checkFile(
  summary: FileSummary,
  collection: Collection,
  severities: SeverityChoices,
): LocatedFinding[] {
  const findings = [...summary.findings, ...duplicateNames(summary, collection.bearers())];
  return applySeverities(findings, severities).sort(
    (first, second) => first.start.line - second.start.line || first.start.character - second.start.character,
  );
}
