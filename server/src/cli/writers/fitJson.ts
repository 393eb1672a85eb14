import type { ReferenceFile } from "../../references/referenceFile.ts";
import { jsonText, schemaVersion } from "../../report/jsonContract.ts";

/** A reference and what a person should know of its fit. */
export interface FittedReference {
  readonly reference: ReferenceFile;
  readonly notes: readonly string[];
}

/** `densing fit --format json`: the reference file as data, with the notes. */
export function fitJson({ reference, notes }: FittedReference): string {
  return jsonText({ schemaVersion, reference, notes });
}
