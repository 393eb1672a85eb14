import { findingTable } from "../cards/finding.ts";
import type { RuleSubject } from "../cards/findings/collectionSubjects.ts";
import type { LocatedFinding, LocatedFix } from "../cards/locatedFinding.ts";
import type { Place } from "../cards/place.ts";
import { ruleMessage } from "./ruleMessages.ts";

/** A finding of a rule, in words and with the severity of the table. */
export function ruleFinding(
  subject: RuleSubject,
  { start, end }: Place,
  fixes: readonly LocatedFix[] = [],
): LocatedFinding<RuleSubject["kind"]> {
  const code = subject.kind;
  const { severity } = findingTable[code];
  const finding = { code, severity, subject, message: ruleMessage(subject), start, end };
  return fixes.length === 0 ? finding : { ...finding, fixes };
}
