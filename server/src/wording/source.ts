import type { Reference } from "../density/reference.ts";

/** Where the numbers come from, as a licence asks to be told: the reference and its attribution. */
export function sourceLine({ name, attribution }: Reference): string {
  const cited = attribution.trim().replace(/\.$/, "");
  return cited === "" ? `Reference ${name}.` : `Reference ${name}: ${cited}.`;
}
