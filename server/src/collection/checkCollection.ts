import { findingCodes, findingTable } from "../cards/finding.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { duplicateNames } from "../rules/duplicateName.ts";
import { applySeverities, isChosen, type SeverityChoices } from "../rules/severities.ts";
import { applySuppressions } from "../rules/suppressions.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { FileSummary } from "./cardSummary.ts";
import type { Collection } from "./collection.ts";

/** A file with everything that should be said of it. */
export interface CheckedFile {
  readonly file: string;
  readonly findings: readonly LocatedFinding[];
}

/** What findings depend on besides the cards. */
export interface CheckOptions {
  readonly severities: SeverityChoices;
  readonly settings: AnalysisSettings;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** Findings that are looked for only where somebody asks. */
const optionalCodes = findingCodes.filter((code) => findingTable[code].isOptional);

/** Findings of every file: of its cards alone and of the collection, with the severities chosen. */
export function checkCollection(collection: Collection, options: CheckOptions): CheckedFile[] {
  return collection
    .files()
    .map((summary) => ({ file: summary.file, findings: checkFile(summary, collection, options) }));
}

/** Findings of one file, in the order of their places. */
export function checkFile(
  summary: FileSummary,
  collection: Collection,
  { severities, settings, today }: CheckOptions,
): LocatedFinding[] {
  const asked = optionalCodes.filter(
    (code) => isChosen(code, severities) || summary.suppressions.some((one) => one.code === code),
  );
  const findings = [
    ...summary.findings,
    ...duplicateNames(summary, collection.bearers()),
    ...collection.ruleFindings(summary, settings, today, asked),
  ];
  return applySeverities(applySuppressions(findings, summary.suppressions), severities).sort(
    (first, second) => first.start.line - second.start.line || first.start.character - second.start.character,
  );
}
