import type { CollectionAnalysis } from "../trend/analyseCollection.ts";
import { assumptions } from "../trend/wording/assumptions.ts";
import { formatTokens } from "../trend/wording/numbers.ts";
import { sourceLine } from "../trend/wording/source.ts";

/** What the numbers above depend on, in one line, and the source of the reference. */
export function settingsLines(analysis: CollectionAnalysis): string[] {
  const { settings } = analysis;
  const items = assumptions(analysis).items.map(({ label, value }) => `${label} ${value}`);
  return [
    `${items.join("; ")}; D₀ ${formatTokens(settings.trainingTokens)} tokens.`,
    sourceLine(settings.reference),
  ];
}
