import { assumptions } from "../method/assumptions.ts";
import { formatTokens } from "../text/numbers.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { sourceLine } from "../wording/source.ts";

/** What the numbers above depend on, in one line, and the source of the reference. */
export function settingsLines(analysis: CollectionAnalysis): string[] {
  const { settings } = analysis;
  const items = assumptions(analysis).items.map(({ label, value }) => `${label} ${value}`);
  return [
    `${items.join("; ")}; D₀ ${formatTokens(settings.trainingTokens)} tokens.`,
    sourceLine(settings.reference),
  ];
}
