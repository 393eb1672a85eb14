import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Severity } from "../cards/finding.ts";
import type { ModelDensity } from "../density/capabilityDensity.ts";
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
    const density = analysedCard(context, card)?.density;
    const message = density && densityMessage(density, reference.name);
    if (message === undefined) return [];
    return [
      {
        range: editorRange(context, card.ranges.name),
        severity: DiagnosticSeverity.Information,
        code: densityCode,
        source,
        message,
      },
    ];
  });
}

/** Messages by densities, which outlive edits of other cards and belong to one reference. */
const knownMessages = new WeakMap<ModelDensity, string>();

function densityMessage(density: ModelDensity, reference: string): string | undefined {
  const known = knownMessages.get(density);
  if (known !== undefined) return known;
  const { result } = density;
  if (result.kind !== "density") return undefined;
  const sizes = `${formatParameters(result.effectiveParameters)} effective from ${formatParameters(result.actualParameters)}`;
  const message = `Capability density ${formatDensity(result.density)}: ${sizes}, reference ${reference}.`;
  knownMessages.set(density, message);
  return message;
}
