import type { Model } from "./model.ts";

/**
 * What two spellings of one model's name have in common: neither case nor Unicode form nor dashes,
 * underscores and spaces count, nor does the `org/` or the address before it.
 */
export function modelSpelling(name: string): string {
  const trimmed = name.trim();
  const own = trimmed.includes("/")
    ? (trimmed.split("/").findLast((part) => part !== "") ?? trimmed)
    : trimmed;
  // Most names are ASCII, and a collection of ten thousand is gone through on a keystroke.
  return /^[ -~]*$/.test(own)
    ? own.toLowerCase().replaceAll(/[-_ ]/g, "")
    : own
        .normalize("NFKC")
        .toLowerCase()
        .replaceAll(/[\p{Pd}\p{Cf}_\s]/gu, "");
}

const runs = new WeakMap<Model, string>();

/**
 * The training run that a model is a checkpoint of, else its own name, in the spelling that all its checkpoints
 * share. Kept with the model: a keystroke in one card asks it of all.
 */
export function trainingRun(model: Model): string {
  const known = runs.get(model);
  if (known !== undefined) return known;
  const run = modelSpelling(model.checkpointOf ?? model.name);
  runs.set(model, run);
  return run;
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
