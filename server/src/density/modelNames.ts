/**
 * What two spellings of one model's name have in common: neither case nor Unicode form nor dashes,
 * underscores and spaces count, nor does the `org/` or the address before it.
 */
export function modelSpelling(name: string): string {
  const own =
    name
      .trim()
      .split("/")
      .findLast((part) => part !== "") ?? name;
  // Most names are ASCII, and a collection of ten thousand is gone through on a keystroke.
  return /^[ -~]*$/.test(own)
    ? own.toLowerCase().replaceAll(/[-_ ]/g, "")
    : own
        .normalize("NFKC")
        .toLowerCase()
        .replaceAll(/[\p{Pd}\p{Cf}_\s]/gu, "");
}

/**
 * The names of a collection that a person's word stands for: the name itself where there is one, else
 * all that differ in their spelling alone. Empty: no model is named so.
 */
export function namesMeant(word: string, names: readonly string[]): readonly string[] {
  const written = word.normalize("NFC").trim();
  const same = names.filter((name) => name.normalize("NFC") === written);
  if (same.length > 0) return [...new Set(same)];
  const spelling = modelSpelling(word);
  return [...new Set(names.filter((name) => modelSpelling(name) === spelling))];
}
