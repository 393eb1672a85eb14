import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Severity } from "../cards/finding.ts";
import { formatDensity, formatParameters } from "../trend/wording/numbers.ts";
import type { LocatedFinding } from "../workspace/cardSummary.ts";
import { analysedCard, type CardContext, editorRange } from "./cardContext.ts";

const editorSeverity: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Name that editors print beside a finding. */
const source = "densing";

/** Code of the density shown on a model's name; no finding, so it is not among the findings' codes. */
export const densityCode = "density";

/** Findings of an open card file, and where wanted each model's density on its name. */
export function diagnosticsOf(
  context: CardContext,
  findings: readonly LocatedFinding[],
  showsDensity: boolean,
): Diagnostic[] {
  return [...findings.map(diagnosticOf), ...(showsDensity ? densities(context) : [])];
}

/** A finding as editors show it. */
export function diagnosticOf({ start, end, severity, code, message }: LocatedFinding): Diagnostic {
  return { range: { start, end }, severity: editorSeverity[severity], code, source, message };
}

function densities(context: CardContext): Diagnostic[] {
  const { reference } = context.analysis.settings;
  return context.file.cards.flatMap((card) => {
    const result = analysedCard(context, card)?.density.result;
    if (result?.kind !== "density") return [];
    const sizes = `${formatParameters(result.effectiveParameters)} effective from ${formatParameters(result.actualParameters)}`;
    return [
      {
        range: editorRange(context, card.ranges.name),
        severity: DiagnosticSeverity.Information,
        code: densityCode,
        source,
        message: `Capability density ${formatDensity(result.density)}: ${sizes}, reference ${reference.name}.`,
      },
    ];
  });
}
