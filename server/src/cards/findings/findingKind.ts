export const severities = ["error", "warning", "information", "hint"] as const;
export type Severity = (typeof severities)[number];

/** What is known of a finding before it is made: how serious it is, and one line for a table of all. */
export interface FindingKind {
  readonly severity: Severity;
  /** One line for a table of all findings. */
  readonly description: string;
  /** Said only where a collection chooses a severity for it. */
  readonly isOptional?: true;
}

export function optional(kind: FindingKind): FindingKind {
  return { ...kind, isOptional: true };
}

export function error(description: string): FindingKind {
  return { severity: "error", description };
}

export function warning(description: string): FindingKind {
  return { severity: "warning", description };
}

export function information(description: string): FindingKind {
  return { severity: "information", description };
}

export function hint(description: string): FindingKind {
  return { severity: "hint", description };
}
