import { isAbsolute, relative, sep } from "node:path";
import { closest } from "fastest-levenshtein";
import type { Collection } from "../collection/collection.ts";
import {
  CollectionError,
  findCardFiles,
  findSettings,
  loadCollection,
} from "../collection/loadCollection.ts";
import type { Reference } from "../density/reference.ts";
import { isReferenceFile } from "../files/cardFiles.ts";
import { type FileSource, joinPath, parentFolder } from "../files/fileSource.ts";
import { NodeFileSource } from "../files/nodeFileSource.ts";
import {
  type CollectionChoices,
  chosenReference,
  mergeChoices,
  resolveSettings,
} from "../method/collectionSettings.ts";
import { readReference } from "../references/readReference.ts";
import { shippedReference, shippedReferenceNames } from "../references/references.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { Terminal } from "./terminal.ts";

/** A collection read from disk with the settings that apply to it. */
export interface OpenedCollection {
  readonly collection: Collection;
  readonly settings: AnalysisSettings;
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
  flags: CollectionChoices,
  terminal: Terminal,
): Promise<OpenedCollection> {
  const source = new NodeFileSource(process.cwd());
  const paths = (givenPaths.length > 0 ? givenPaths : ["."]).map(toWorkingDirectoryPath);
  const file = await findSettings(source, paths);
  for (const key of file.unknownKeys)
    terminal.note(`${file.path}: the key ${key} is not known and has no effect.`);
  const root = file.path === undefined ? "." : parentFolder(file.path);
  const choices = mergeChoices(flags, file.choices);
  const reference = await openReference(
    source,
    flags.reference === undefined ? root : ".",
    chosenReference(choices),
  );
  const resolution = resolveSettings(choices, reference);
  if (resolution.kind === "invalid") throw new CollectionError(resolution.problem);
  const files = await findCardFiles(source, paths, choices.files ?? [], root);
  if (files.length === 0) throw new CollectionError(noCards(paths));
  const collection = await loadCollection(source, files, (read, inAll) => {
    if (read % 100 === 0) terminal.progress(`Reading ${read} of ${inAll} files`);
  });
  return { collection, settings: resolution.settings, choices, settingsFile: file.path };
}

/** POSIX, relative to the working directory where possible: as paths are printed. */
export function toWorkingDirectoryPath(path: string): string {
  const nearby = isAbsolute(path) ? relative(process.cwd(), path) : path;
  return joinPath(nearby.split(sep).join("/"));
}

async function openReference(source: FileSource, folder: string, name: string): Promise<Reference> {
  const shipped = shippedReference(name);
  if (shipped !== undefined) return shipped;
  if (!isReferenceFile(name)) {
    const near = closest(name, [...shippedReferenceNames]);
    throw new CollectionError(
      `"${name}" is no reference that ships with Densing, nor a *.reference.yaml file. Did you mean ${near}?`,
    );
  }
  const path = joinPath(folder, toWorkingDirectoryPath(name));
  const text = await source.readText(path).catch(() => {
    throw new CollectionError(`${path}: no such reference file`);
  });
  const reading = readReference(text);
  if (reading.kind === "invalid") throw new CollectionError(`${path}: ${reading.problems.join("; ")}`);
  return reading.reference;
}

function noCards(paths: readonly string[]): string {
  return `No model cards in ${paths.join(", ")}. A card is a file named *.modelcard.yaml, a YAML file in a folder modelcards/ or model-cards/, or one that densing.yaml lists under files.`;
}
