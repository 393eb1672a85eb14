import type { Reference } from "../density/reference.ts";
import { referencesText } from "../generated/shippedData.ts";
import { readReference } from "./readReference.ts";

/** The reference that counts unless another is chosen. */
export const defaultReferenceName = "nmi-2025";

/** Names of the references that ship with Densing. */
export const shippedReferenceNames: readonly string[] = Object.keys(referencesText);

const cache = new Map<string, Reference>();

/** A shipped reference by name, read on first use; `undefined` when none has that name. */
export function shippedReference(name: string): Reference | undefined {
  const cached = cache.get(name);
  if (cached !== undefined) return cached;
  if (!Object.hasOwn(referencesText, name)) return undefined;
  const reading = readReference(referencesText[name] ?? "");
  if (reading.kind === "invalid")
    throw new Error(`Shipped reference ${name}: ${reading.problems.join("; ")}`);
  cache.set(name, reading.reference);
  return reading.reference;
}
