import { resolveSettings } from "../../server/src/method/collectionSettings.ts";
import { defaultReferenceName, shippedReference } from "../../server/src/references/references.ts";
import type { AnalysisSettings } from "../../server/src/trend/collection/analyseCollection.ts";

/** The settings of a collection that chooses nothing. */
export function defaultSettings(): AnalysisSettings {
  const reference = shippedReference(defaultReferenceName);
  if (reference === undefined) throw new Error("The default reference does not ship.");
  const resolution = resolveSettings({}, reference);
  if (resolution.kind === "invalid") throw new Error(resolution.problem);
  return resolution.settings;
}
