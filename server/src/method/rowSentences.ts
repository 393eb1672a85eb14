import type { SensitivityResult, SensitivityRow } from "../trend/questions/sensitivity.ts";
import { lawFormSentence } from "../wording/referenceIntervals.ts";
import { sizesSentence } from "../wording/trendRows.ts";
import type { MethodAlternative } from "./alternatives.ts";
import { sizeGroup } from "./choices/members.ts";

/** What the rows of the table of methods say together: of other references, and of models of one size. */
export function rowSentences(
  { doublingTimeDays }: Pick<SensitivityResult, "doublingTimeDays">,
  rows: readonly SensitivityRow<MethodAlternative>[],
): (string | undefined)[] {
  const ofReferences = rows.filter(({ choice }) => choice.takes?.reference !== undefined);
  return [
    lawFormSentence(
      doublingTimeDays,
      ofReferences.map((row) => row.doublingTimeDays),
    ),
    sizesSentence(rows.filter(({ choice }) => choice.group === sizeGroup)),
  ];
}
