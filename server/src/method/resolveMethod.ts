import type { Reference } from "../density/reference.ts";
import { isReferenceFile } from "../files/cardFiles.ts";
import { readReference } from "../references/readReference.ts";
import { defaultReferenceName, shippedReference } from "../references/references.ts";
import {
  type CollectionChoices,
  chosenReference,
  mergeChoices,
  resolveSettings,
  type SettingsResolution,
} from "./collectionSettings.ts";

/** Who chose what. This order is the precedence: a person wins over the file, the file over the editor. */
export interface ChoicesByPlace {
  /** Flags of the command line, or what a panel chose. */
  readonly person?: CollectionChoices;
  /** What `densing.yaml` says. */
  readonly file?: CollectionChoices;
  readonly editor?: CollectionChoices;
}

/**
 * What numbers are computed with, or what stands in the way, with what was chosen. Where no reference was
 * found the default stands in its place, for those who go on without.
 */
export type MethodResolution = SettingsResolution & {
  readonly choices: CollectionChoices;
  readonly reference: Reference;
  /** Equal as long as the reference is. */
  readonly origin: string;
};

/** A reference by its name; `origin` is equal as long as the reference is. */
export type ReferenceReading =
  | { readonly kind: "reference"; readonly reference: Reference; readonly origin: string }
  | { readonly kind: "none"; readonly problem: string };

/** Where a reference file is named: by a person, or in the folder's settings, whose paths start there. */
export interface ReferenceFiles {
  readonly pathOf: (name: string, isFromPerson: boolean) => string;
  /** The text of a file; `undefined` when there is none. */
  readonly textOf: (path: string) => Promise<string | undefined>;
}

/**
 * The one reader of a method: merges what was chosen, finds the reference, and settles every choice.
 * @param today days since 1970-01-01: what is dated later is not out yet
 */
export async function resolveMethod(
  places: ChoicesByPlace,
  files: ReferenceFiles,
  today: number,
): Promise<MethodResolution> {
  const { person = {}, file = {}, editor = {} } = places;
  const choices = mergeChoices(person, file, editor);
  const name = chosenReference(choices);
  const reading = await referenceNamed(
    name,
    files.textOf,
    files.pathOf(name, person.reference !== undefined),
  );
  return reading.kind === "reference"
    ? {
        ...resolveSettings(choices, reading.reference, today),
        choices,
        reference: reading.reference,
        origin: reading.origin,
      }
    : { kind: "invalid", field: "reference", problem: reading.problem, choices, ...defaultReference() };
}

/** The reference that counts unless another is chosen. */
export function defaultReference(): { readonly reference: Reference; readonly origin: string } {
  const reference = shippedReference(defaultReferenceName);
  if (reference === undefined)
    throw new Error(`The reference ${defaultReferenceName} does not ship with this build.`);
  return { reference, origin: defaultReferenceName };
}

/**
 * A reference that ships, or that a file has.
 * @returns a problem as a sentence without its end
 */
export async function referenceNamed(
  name: string,
  textOf: ReferenceFiles["textOf"],
  path = name,
): Promise<ReferenceReading> {
  const shipped = shippedReference(name);
  if (shipped !== undefined) return { kind: "reference", reference: shipped, origin: name };
  if (!isReferenceFile(name))
    return {
      kind: "none",
      problem: `"${name}" is no reference that ships with Densing, nor a *.reference.yaml file`,
    };
  const text = await textOf(path);
  if (text === undefined) return { kind: "none", problem: `${path}: no such reference file` };
  const reading = readReference(text);
  return reading.kind === "reference"
    ? { kind: "reference", reference: reading.reference, origin: text }
    : { kind: "none", problem: `${path}: ${reading.problems.join("; ")}` };
}
