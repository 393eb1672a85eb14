import type { FindingCode, Fix, Severity } from "./finding.ts";
import type { Place } from "./place.ts";

/** A finding that no longer needs the text it was found in. */
export interface LocatedFinding extends Place {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly fixes?: readonly LocatedFix[];
}

/** A fix at its place. */
export interface LocatedFix extends Place, Pick<Fix, "title" | "newText" | "isGuess"> {}
