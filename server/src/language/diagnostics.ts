import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Severity } from "../cards/findings/findingKind.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import type { Position } from "../cards/place.ts";
import type { CardSummary } from "../collection/cardSummary.ts";
import type { ModelDensity } from "../density/capabilityDensity.ts";
import { formatDensity, formatParameters } from "../text/numbers.ts";
import type { CardContext } from "./cardContext.ts";

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

function densities({ summary, analysis }: CardContext): Diagnostic[] {
  const { name } = analysis.settings.reference;
  return summary.cards.flatMap((card) => {
    const density = analysis.modelById(card.id)?.density;
    const diagnostic = density && densityDiagnostic(density, card, name);
    return diagnostic === undefined ? [] : [diagnostic];
  });
}

/** By densities, which outlive edits of other cards and belong to one reference. */
const knownDiagnostics = new WeakMap<
  ModelDensity,
  { readonly at: Position; readonly diagnostic: Diagnostic }
>();

function densityDiagnostic(
  density: ModelDensity,
  { nameStart: start, nameEnd: end }: Pick<CardSummary, "nameStart" | "nameEnd">,
  reference: string,
): Diagnostic | undefined {
  const known = knownDiagnostics.get(density);
  // An edit of another card leaves the place as it was, or moves it to a new one.
  if (known?.at === start) return known.diagnostic;
  const { result } = density;
  if (result.kind !== "density") return undefined;
  const sizes = `${formatParameters(result.effectiveParameters)} effective from ${formatParameters(result.actualParameters)}`;
  const message = `Capability density ${formatDensity(result.density)}: ${sizes}, reference ${reference}.`;
  const severity = DiagnosticSeverity.Information;
  const diagnostic = { range: { start, end }, severity, code: densityCode, source, message };
  knownDiagnostics.set(density, { at: start, diagnostic });
  return diagnostic;
}
