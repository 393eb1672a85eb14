/** A piece of a text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

export const severities = ["error", "warning", "information", "hint"] as const;
export type Severity = (typeof severities)[number];

/** Something a person should know about a card, at the token it is about. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Plain words: what was read, why it is doubted, what to write. */
  readonly message: string;
  readonly range: SourceRange;
}

/** Stable codes: people write them in `densing.yaml` and in scripts. Added to, never renamed. */
export const findingCodes = ["syntax"] as const;
export type FindingCode = (typeof findingCodes)[number];
