import type { Document } from "yaml";
import { benchmarkFacts } from "../cards/vocabulary/benchmarkRegistry.ts";
import { type FileProblem, problemsOf, rangeAt, readYamlFile } from "../cards/yaml/yamlFile.ts";
import type { Reference } from "../density/reference.ts";
import { validateWorkspace } from "../generated/validateWorkspace.js";
import { defaultReferenceName } from "../references/references.ts";
import type { SeverityChoices } from "../rules/severities.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import { type Field, fields, choices as register } from "./choices.ts";
import { choicesMade, completeMethod, type MethodChoices, settledMethod } from "./methodChoices.ts";
import { fieldsInFile, settingsKeys } from "./settingsKeys.ts";

export { settingsKeys } from "./settingsKeys.ts";

/** What a person can choose for a collection: the method, and what `densing.yaml` says beside it. */
export interface CollectionChoices extends MethodChoices {
  /** Glob patterns of further cards. */
  readonly files?: readonly string[];
  /** Severity by finding code. */
  readonly rules?: SeverityChoices;
}

/** Choices, or every reason why the text of `densing.yaml` gives none. */
export type ChoicesReading =
  | { readonly kind: "choices"; readonly choices: CollectionChoices; readonly unknownKeys: readonly string[] }
  | {
      readonly kind: "invalid";
      readonly problems: readonly string[];
      /** The same problems with their places. */
      readonly located: readonly FileProblem[];
    };

/** Reads the text of `densing.yaml`. Never throws; an empty file chooses nothing. */
export function readChoices(text: string): ChoicesReading {
  const reading = readYamlFile(text, validateWorkspace);
  if (reading.kind === "invalid") return { kind: "invalid", ...problemsOf(reading.problems) };
  const data: Readonly<Record<string, unknown>> = { ...(reading.data as object) };
  const problems: FileProblem[] = [];
  const method = choicesMade((field) => {
    const { key, value } = register[field];
    const given = data[key];
    const read = given === undefined ? undefined : value.read(given);
    if (given !== undefined && read === undefined)
      problems.push(problemAt(key, value.refusal?.(given) ?? "it cannot be used", reading.document));
    return read;
  }, fieldsInFile);
  if (problems.length > 0) return { kind: "invalid", ...problemsOf(problems) };
  // Both are of the form that the schema asks for.
  const { files, rules } = data as Pick<CollectionChoices, "files" | "rules">;
  return {
    kind: "choices",
    choices: { ...(files !== undefined && { files }), ...method, ...(rules !== undefined && { rules }) },
    unknownKeys: Object.keys(data).filter((key) => !settingsKeys.includes(key)),
  };
}

function problemAt(key: string, problem: string, document: Document): FileProblem {
  const range = rangeAt(document, [key]) ?? { start: 0, end: 1 };
  return { message: `${key}: ${problem}`, range, fixes: [] };
}

/** The first of the layers that makes a choice wins. */
export function mergeChoices(...layers: readonly CollectionChoices[]): CollectionChoices {
  return Object.assign({}, ...layers.toReversed().map(withoutUndefined));
}

function withoutUndefined(choices: CollectionChoices): CollectionChoices {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}

/** Settings that every number is computed with, or why the choices do not fit together. */
export type SettingsResolution =
  | { readonly kind: "settings"; readonly settings: AnalysisSettings }
  | { readonly kind: "invalid"; readonly field: Field; readonly problem: string };

/**
 * Fills choices with the defaults: the paper's method.
 * @param today days since 1970-01-01; `undefined`: no date is taken for one to come
 */
export function resolveSettings(
  choices: CollectionChoices,
  reference: Reference,
  today?: number,
): SettingsResolution {
  const method = completeMethod(choices, reference);
  const refusal = <Name extends Field>(field: Name) => register[field].refusal?.(method[field], reference);
  for (const field of fields) {
    const problem = refusal(field);
    if (problem !== undefined) return { kind: "invalid", field, problem };
  }
  return { kind: "settings", settings: settingsOf(choices, reference, today) };
}

/** The same of choices that the reference is known to have numbers for. */
export function settingsOf(
  choices: CollectionChoices,
  reference: Reference,
  today?: number,
): AnalysisSettings {
  return {
    ...settledMethod(completeMethod(choices, reference), reference),
    benchmarkFacts,
    asOfEpochDay: today,
  };
}

/** The reference a set of choices names. */
export function chosenReference(choices: CollectionChoices): string {
  return choices.reference ?? defaultReferenceName;
}
