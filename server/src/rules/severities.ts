import { type FindingCode, findingTable } from "../cards/finding.ts";
import type { Severity } from "../cards/findings/findingKind.ts";

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
    const choice = choiceFor(finding.code, choices);
    if (choice === "off") return [];
    return [choice === undefined || choice === finding.severity ? finding : { ...finding, severity: choice }];
  });
}

/** Whether a collection wants findings of a code, if the code is one that must be asked for. */
export function isChosen(code: FindingCode, choices: SeverityChoices): boolean {
  return choiceFor(code, choices) !== "off";
}

/** `undefined`: the severity of the table. */
function choiceFor(code: FindingCode, choices: SeverityChoices): Severity | "off" | undefined {
  if (Object.hasOwn(choices, code)) return choices[code];
  return findingTable[code].isOptional ? "off" : undefined;
}
