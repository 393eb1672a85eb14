import { isAbsolute, relative, sep } from "node:path";
import { closest } from "fastest-levenshtein";
import type { Collection } from "../collection/collection.ts";
import {
  CollectionError,
  findCardFiles,
  findSettings,
  loadCollection,
} from "../collection/loadCollection.ts";
import { isReferenceFile } from "../files/cardFiles.ts";
import { joinPath, parentFolder } from "../files/fileSource.ts";
import { NodeFileSource } from "../files/nodeFileSource.ts";
import { type CollectionChoices, chosenReference } from "../method/collectionSettings.ts";
import type { MethodChoices } from "../method/methodChoices.ts";
import { type MethodResolution, resolveMethod } from "../method/resolveMethod.ts";
import { shippedReferenceNames } from "../references/references.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { CollectionOptions } from "./collectionOptions.ts";
import { checkLeftOut, leftOutProblems } from "./modelNamed.ts";
import type { Terminal } from "./terminal.ts";

const millisecondsPerDay = 86_400_000;

/** A collection read from disk with the settings that apply to it. */
export interface OpenedCollection {
  readonly collection: Collection;
  readonly settings: AnalysisSettings;
  /** The day taken for today, in days since 1970-01-01. */
  readonly today: number;
  readonly choices: CollectionChoices;
  /** Path of the `densing.yaml` that applies. */
  readonly settingsFile: string | undefined;
}

/**
 * Reads the cards of the paths given. Flags win over `densing.yaml`, which wins over the defaults.
 * @throws CollectionError in words for the person when something cannot be read
 */
export async function openCollection(
  givenPaths: readonly string[],
  flags: MethodChoices,
  { asOf = dayOfTheClock() }: CollectionOptions,
  terminal: Terminal,
): Promise<OpenedCollection> {
  const source = new NodeFileSource(process.cwd());
  const paths = (givenPaths.length > 0 ? givenPaths : ["."]).map(toWorkingDirectoryPath);
  const file = await findSettings(source, paths);
  for (const key of file.unknownKeys)
    terminal.note(`${file.path}: the key ${key} is not known and has no effect.`);
  const root = file.path === undefined ? "." : parentFolder(file.path);
  const method = await resolveMethod(
    { person: flags, file: file.choices },
    {
      pathOf: (name, isFromPerson) => joinPath(isFromPerson ? "." : root, toWorkingDirectoryPath(name)),
      textOf: (path) => source.readText(path).catch(() => undefined),
    },
    asOf,
  );
  if (method.kind === "invalid") throw new CollectionError(problemOf(method));
  const { choices, settings } = method;
  const files = await findCardFiles(source, paths, choices.files ?? [], root);
  if (files.length === 0) throw new CollectionError(noCards(paths));
  const collection = await loadCollection(source, files, (read, inAll) => {
    if (read % 100 === 0) terminal.progress(`Reading ${read} of ${inAll} files`);
  });
  checkLeftOut(flags.without ?? [], collection);
  if (flags.without === undefined)
    for (const problem of leftOutProblems(file.choices.without ?? [], collection))
      terminal.note(`${file.path}: without: ${problem}`);
  return { collection, settings, today: asOf, choices, settingsFile: file.path };
}

function dayOfTheClock(): number {
  return Math.floor(Date.now() / millisecondsPerDay);
}

/** POSIX, relative to the working directory where possible: as paths are printed. */
export function toWorkingDirectoryPath(path: string): string {
  const nearby = isAbsolute(path) ? relative(process.cwd(), path) : path;
  return joinPath(nearby.split(sep).join("/"));
}

/** Why the method is none, with the nearest name where that of a reference is misspelt. */
function problemOf({ field, problem, choices }: MethodResolution & { readonly kind: "invalid" }): string {
  const name = chosenReference(choices);
  if (field !== "reference" || isReferenceFile(name)) return problem;
  return `${problem}. Did you mean ${closest(name, [...shippedReferenceNames])}?`;
}

function noCards(paths: readonly string[]): string {
  return `No model cards in ${paths.join(", ")}. A card is a file named *.modelcard.yaml, a YAML file in a folder modelcards/ or model-cards/, or one that densing.yaml lists under files.`;
}
