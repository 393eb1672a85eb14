import type { Reference } from "../density/reference.ts";
import { shippedReferenceFiles } from "../generated/shippedData.ts";
import { referenceOf } from "./readReference.ts";
import type { ReferenceFile } from "./referenceFile.ts";

/** The reference that counts unless another is chosen. */
export const defaultReferenceName = "nmi-2025";

/** Names of the references that ship with Densing. */
export const shippedReferenceNames: readonly string[] = Object.keys(shippedReferenceFiles);

/** A reference and what it is chosen by: its name, or the path of its file. */
export interface NamedReference {
  readonly name: string;
  readonly reference: Reference;
}

/** A reference as it is computed with and as its file says it. */
interface ShippedReference {
  readonly reference: Reference;
  readonly file: ReferenceFile;
}

const cache = new Map<string, ShippedReference>();

/** A shipped reference by name, made on first use; `undefined` when none has that name. */
export function shippedReference(name: string): Reference | undefined {
  return shipped(name)?.reference;
}

/** Every reference that ships with Densing. */
export function shippedReferences(): NamedReference[] {
  return shippedReferenceNames.flatMap((name) => {
    const reference = shippedReference(name);
    return reference === undefined ? [] : [{ name, reference }];
  });
}

/**
 * The file of a shipped reference, as data.
 * @throws Error when none has that name: a mistake of this build
 */
export function shippedReferenceFile(name: string): ReferenceFile {
  const known = shipped(name);
  if (known === undefined) throw new Error(`The reference ${name} does not ship with this build.`);
  return known.file;
}

function shipped(name: string): ShippedReference | undefined {
  const cached = cache.get(name);
  if (cached !== undefined) return cached;
  if (!Object.hasOwn(shippedReferenceFiles, name)) return undefined;
  // Its schema is that of every reference; the tests read each file's text.
  const file = shippedReferenceFiles[name] as ReferenceFile;
  const read = { reference: referenceOf(file), file };
  cache.set(name, read);
  return read;
}
