import type { FindingCode, Fix, SubjectsByCode } from "./finding.ts";
import type { Severity } from "./findings/findingKind.ts";
import type { Place } from "./place.ts";

/** A finding that no longer needs the text it was found in. */
export interface LocatedFinding<Code extends FindingCode = FindingCode> extends Place {
  readonly code: Code;
  readonly severity: Severity;
  readonly subject: SubjectsByCode[Code];
  readonly message: string;
  readonly fixes?: readonly LocatedFix[];
}

/** A fix at its place. */
export interface LocatedFix extends Place, Pick<Fix, "title" | "newText" | "isGuess"> {}
