import { URI, Utils } from "vscode-uri";
import { FolderCollection } from "../collection/folderCollection.ts";
import { cardFileTest } from "../files/cardFiles.ts";
import { LruMap } from "../files/lruMap.ts";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import type { Runtime } from "./runtime.ts";

/** A workspace folder, or the folder of a card that was opened on its own. */
export interface Folder {
  /** Normalised, without a slash at the end. */
  readonly uri: string;
  readonly name: string;
  readonly collection: FolderCollection;
  /** Whether the person opened it as a workspace folder. */
  readonly isWorkspaceFolder: boolean;
}

/** What the folders need around them. */
export interface FolderEnvironment {
  readonly runtime: Runtime;
  /** The editor's settings for a folder. */
  readonly choicesFor: (folderUri: string) => Promise<CollectionChoices>;
  readonly onChange: (folder: Folder) => void;
  readonly onProblem: (message: string) => void;
}

/** A document's place: its folder and its path in it. */
export interface Place {
  readonly folder: Folder;
  /** POSIX, relative to the folder. */
  readonly path: string;
}

/** All collections of the workspace, by folder. */
export class Folders {
  readonly #environment: FolderEnvironment;
  readonly #folders = new Map<string, Folder>();

  constructor(environment: FolderEnvironment) {
    this.#environment = environment;
  }

  all(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  byUri(uri: string): Folder | undefined {
    return this.#folders.get(normalisedUri(uri));
  }

  /** Adds a workspace folder and starts to index it. */
  add(uri: string, name: string): Folder {
    return this.#create(normalisedUri(uri), name, true);
  }

  remove(uri: string): void {
    this.#folders.delete(normalisedUri(uri));
  }

  /** Reads every folder anew, after settings changed. */
  reload(): void {
    for (const folder of this.all()) this.#load(folder);
  }

  /** The innermost folder that holds a document; `undefined` outside all of them. */
  find(documentUri: string): Place | undefined {
    const uri = normalisedUri(documentUri);
    let best: Folder | undefined;
    for (const folder of this.#folders.values()) {
      if (uri.startsWith(`${folder.uri}/`) && folder.uri.length >= (best?.uri.length ?? 0)) best = folder;
    }
    return best && { folder: best, path: decodeURIComponent(uri.slice(best.uri.length + 1)) };
  }

  /** The place of a card document; a card outside the workspace is a collection of its own folder's open cards. */
  findCard(documentUri: string): Place | undefined {
    const place = this.find(documentUri);
    if (place !== undefined) return place.folder.collection.isCard(place.path) ? place : undefined;
    const uri = URI.parse(documentUri);
    if (!cardFileTest([])(uri.path)) return undefined;
    const parent = Utils.dirname(uri);
    const folder = this.#create(normalisedUri(parent.toString()), Utils.basename(parent), false);
    return { folder, path: Utils.basename(uri) };
  }

  /** URI of a path in a folder. */
  uriOf(folder: Folder, path: string): string {
    return Utils.joinPath(URI.parse(folder.uri), path).toString();
  }

  #create(uri: string, name: string, isWorkspaceFolder: boolean): Folder {
    const known = this.#folders.get(uri);
    if (known !== undefined) return known;
    const { files, clock } = this.#environment.runtime;
    const collection = new FolderCollection(files.openSource(URI.parse(uri)), clock.today, {
      onChange: () => this.#folders.has(uri) && this.#environment.onChange(folder),
      onProblem: (message) => this.#environment.onProblem(`${name}: ${message}`),
    });
    const folder: Folder = { uri, name, collection, isWorkspaceFolder };
    this.#folders.set(uri, folder);
    if (isWorkspaceFolder) this.#load(folder);
    return folder;
  }

  #load({ uri, collection }: Folder): void {
    const { runtime, choicesFor } = this.#environment;
    runtime.start(async () => collection.load(await choicesFor(uri).catch(() => ({}))));
  }
}

/** Spellings that were met last: one document's is asked for several times at every keystroke. */
const normalised = new LruMap<string, string>(24);

/** Editors spell one URI in several ways; this is the one spelling used as a key. */
export function normalisedUri(uri: string): string {
  const known = normalised.get(uri);
  if (known !== undefined) return known;
  const spelling = URI.parse(uri).toString().replace(/\/$/, "");
  normalised.set(uri, spelling);
  return spelling;
}
