import type { FindingCode, Severity } from "../cards/finding.ts";

/** What a collection's settings say about findings, by code. Unknown codes have no effect. */
export type SeverityChoices = Readonly<Partial<Record<string, Severity | "off">>>;

/**
 * Findings with the severities a collection chooses, without those it turns off. Never changes
 * which models are in a trend.
 */
export function applySeverities<F extends { readonly code: FindingCode; readonly severity: Severity }>(
  findings: readonly F[],
  choices: SeverityChoices,
): F[] {
  return findings.flatMap((finding) => {
    const choice = Object.hasOwn(choices, finding.code) ? choices[finding.code] : undefined;
    if (choice === "off") return [];
    return [choice === undefined || choice === finding.severity ? finding : { ...finding, severity: choice }];
  });
}
