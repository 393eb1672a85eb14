import { cardFileTest, isNeverCard, settingsFileName } from "../files/cardFiles.ts";
import { type FileSource, joinPath, parentFolder } from "../files/fileSource.ts";
import { readFiles } from "../files/readFiles.ts";
import { type CollectionChoices, readChoices } from "../method/collectionSettings.ts";
import { summariseFile } from "./cardSummary.ts";
import { Collection } from "./collection.ts";

/** Paths a collection cannot be made of, in words for the person who gave them. */
export class CollectionError extends Error {}

/** A collection's own settings file, read. */
export interface CollectionSettingsFile {
  /** Path of `densing.yaml`, or `undefined` when there is none. */
  readonly path: string | undefined;
  readonly choices: CollectionChoices;
  readonly unknownKeys: readonly string[];
}

/** How far a long load has come. */
export type Progress = (filesRead: number, filesInAll: number) => void;

/**
 * Finds `densing.yaml` for the given paths, taken together as one collection: in their common
 * folder, or in the nearest folder above it up to the working directory.
 * @throws CollectionError when a path does not exist or the file cannot be read
 */
export async function findSettings(
  source: FileSource,
  paths: readonly string[],
): Promise<CollectionSettingsFile> {
  for (const folder of await foldersUpwards(source, paths)) {
    const path = joinPath(folder, settingsFileName);
    if ((await source.stat(path)) !== "file") continue;
    const reading = readChoices(await source.readText(path));
    if (reading.kind === "invalid") throw new CollectionError(`${path}: ${reading.problems.join("; ")}`);
    return { path, choices: reading.choices, unknownKeys: reading.unknownKeys };
  }
  return { path: undefined, choices: {}, unknownKeys: [] };
}

/**
 * Paths of all card files: every named file, and the cards of every named folder.
 * @param patterns the `files` globs of `densing.yaml`
 * @param patternRoot the folder the globs are relative to
 * @throws CollectionError when a path does not exist or can never be a card
 */
export async function findCardFiles(
  source: FileSource,
  paths: readonly string[],
  patterns: readonly string[],
  patternRoot: string,
): Promise<readonly string[]> {
  const isCard = cardFileTest(patterns);
  const files = new Set<string>();
  for (const path of paths.map((given) => joinPath(given))) {
    const kind = await source.stat(path);
    if (kind === "missing") throw new CollectionError(`${path}: no such file or folder`);
    if (kind === "folder") {
      const inside = await source.listFiles(path);
      for (const file of inside) if (isCard(relativeTo(patternRoot, file))) files.add(file);
    } else if (isNeverCard(path)) {
      throw new CollectionError(
        `${path} is not a model card: it is a reference or the collection's settings`,
      );
    } else files.add(path);
  }
  return [...files].sort();
}

/**
 * Reads card files into a collection. Each file is kept as a summary only, so ten thousand cards
 * need little memory.
 * @throws CollectionError when a file cannot be read
 */
export async function loadCollection(
  source: FileSource,
  files: readonly string[],
  progress: Progress = () => undefined,
): Promise<Collection> {
  const collection = new Collection();
  let filesRead = 0;
  await readFiles(source, files, {
    onText: (file, text) => {
      collection.setFile(summariseFile(file, text));
      filesRead += 1;
      progress(filesRead, files.length);
    },
    onError: (file, error) => {
      throw new CollectionError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
    },
  });
  return collection;
}

async function foldersUpwards(source: FileSource, paths: readonly string[]): Promise<string[]> {
  const folders = await Promise.all(
    paths.map(async (path) => {
      const kind = await source.stat(path);
      if (kind === "missing") throw new CollectionError(`${path}: no such file or folder`);
      return kind === "folder" ? joinPath(path) : parentFolder(joinPath(path));
    }),
  );
  const common = folders.reduce(commonFolder);
  const upwards = [common];
  // Folders outside the working directory are nobody's collection but their own.
  const isInside = !common.startsWith("/") && !common.startsWith("..");
  for (let folder = common; isInside && folder !== "."; upwards.push(folder)) folder = parentFolder(folder);
  return upwards;
}

function commonFolder(first: string, second: string): string {
  const [left, right] = [first.split("/"), second.split("/")];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return (differs === -1 ? left : left.slice(0, differs)).join("/") || (first.startsWith("/") ? "/" : ".");
}

function relativeTo(folder: string, path: string): string {
  return folder !== "." && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
