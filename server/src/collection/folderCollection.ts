import type { LocatedFinding } from "../cards/locatedFinding.ts";
import { isReferenceFile, settingsFileName } from "../files/cardFiles.ts";
import { type FileSource, isIgnoredFolder } from "../files/fileSource.ts";
import { readFiles } from "../files/readFiles.ts";
import type { CollectionChoices, SettingsResolution } from "../method/collectionSettings.ts";
import { FolderSettings } from "../method/folderSettings.ts";
import type { NamedReference } from "../references/references.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { type FileSummary, summariseFile } from "./cardSummary.ts";
import { checkFile } from "./checkCollection.ts";
import { Collection } from "./collection.ts";

/** What a folder tells its owner. */
export interface FolderListener {
  /** Cards or settings changed, so every number of the folder may have. */
  readonly onChange: () => void;
  /** Something could not be read; a line for the log. */
  readonly onProblem: (message: string) => void;
}

/**
 * The collection of one workspace folder: indexed in the background, following edits. Text of open
 * editors wins over the files on disk.
 */
export class FolderCollection {
  readonly collection = new Collection();
  readonly #source: FileSource;
  readonly #listener: FolderListener;
  readonly #settings: FolderSettings;
  readonly #open = new Set<string>();
  #referenceFiles: readonly string[] = [];
  #generation = 0;
  #refreshing: Promise<void> = Promise.resolve();
  #isIndexed = false;

  /** @param today days since 1970-01-01, asked for whenever something is computed */
  constructor(source: FileSource, today: () => number, listener: FolderListener) {
    this.#source = source;
    this.#listener = listener;
    this.#settings = new FolderSettings(source, today, listener.onProblem);
  }

  /** Whether every card file has been read at least once. */
  get isIndexed(): boolean {
    return this.#isIndexed;
  }

  get settings(): AnalysisSettings {
    return this.#settings.settings;
  }

  get choices(): CollectionChoices {
    return this.#settings.choices;
  }

  /** What `densing.yaml` says, whatever the editor's settings add. */
  get ownChoices(): CollectionChoices {
    return this.#settings.ownChoices;
  }

  /** The text of `densing.yaml` as it was last read. */
  get settingsText(): string | undefined {
    return this.#settings.ownText;
  }

  /** Why the folder's own settings are not in force, if they are not. */
  get settingsProblem(): string | undefined {
    return this.#settings.problem;
  }

  /** Paths of the folder's own references. */
  get referenceFiles(): readonly string[] {
    return this.#referenceFiles;
  }

  /** Names of all cards, the unreadable ones among them; `undefined` until every card was read. */
  get modelNames(): readonly string[] | undefined {
    return this.#isIndexed ? this.collection.cards().map(({ name }) => name) : undefined;
  }

  isCard(path: string): boolean {
    return this.#settings.isCard(path);
  }

  /** Whether an editor holds a card. */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  analyse(settings: AnalysisSettings = this.settings): CollectionAnalysis {
    return this.collection.analyse(settings);
  }

  /** The folder's settings with a person's further choices, which win, or why they do not fit together. */
  settingsWith(further: CollectionChoices): Promise<SettingsResolution> {
    return this.#settings.with(further);
  }

  /** Every reference to choose from: those that ship, then the folder's own by their paths. */
  references(): Promise<readonly NamedReference[]> {
    return this.#settings.references(this.#referenceFiles);
  }

  /**
   * Findings of a file, those about other cards of the collection among them.
   * @param today days since 1970-01-01
   */
  check(summary: FileSummary, today: number): LocatedFinding[] {
    const severities = this.choices.rules ?? {};
    return checkFile(summary, this.collection, { severities, settings: this.settings, today });
  }

  /** Reads the settings and all cards anew. A later call ends an earlier one. */
  async load(editorChoices?: CollectionChoices): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const isWanted = () => this.#generation === generation;
    await this.#settings.load(editorChoices);
    const files = await this.#source.listFiles(".").catch((error: unknown) => {
      this.#listener.onProblem(`The folder cannot be listed: ${messageOf(error)}`);
      return [];
    });
    if (!isWanted()) return;
    this.#referenceFiles = files.filter(isReferenceFile).sort();
    const cards = new Set(files.filter((file) => this.isCard(file)));
    for (const path of this.#open) if (!this.isCard(path)) this.#open.delete(path);
    for (const { file } of this.collection.files()) {
      if (!cards.has(file) && !this.#open.has(file)) this.collection.deleteFile(file);
    }
    await readFiles(
      this.#source,
      [...cards].filter((file) => !this.#open.has(file)),
      {
        isWanted,
        // An editor may have opened the file while it was being read.
        onText: (file, text) =>
          isWanted() && !this.#open.has(file) && this.collection.setFile(summariseFile(file, text)),
        onError: (file, error) => this.#listener.onProblem(`${file} cannot be read: ${messageOf(error)}`),
      },
    );
    if (!isWanted()) return;
    this.#isIndexed = true;
    this.#listener.onChange();
  }

  /** An editor holds this text of a card. */
  setOpen(summary: FileSummary): void {
    this.#open.add(summary.file);
    this.collection.setFile(summary);
    this.#listener.onChange();
  }

  /** An editor holds this text of the settings or of a reference, which are in force at once. */
  async setOpenSettings(path: string, text: string): Promise<void> {
    this.#settings.setOpenText(path, text);
    await this.#followSettings();
  }

  /** The editor is gone: what is on disk counts again. */
  async close(path: string): Promise<void> {
    if (this.#settings.close(path)) await this.#followSettings();
    else if (this.#open.delete(path)) await this.refresh(path);
  }

  /**
   * A file or folder was created, changed, moved or deleted outside the editors' buffers. One after the
   * other, so that what was read before a deletion is not taken for what is there after it.
   */
  refresh(path: string): Promise<void> {
    this.#refreshing = this.#refreshing
      .then(() => this.#follow(path))
      .catch((error: unknown) => this.#listener.onProblem(`${path} cannot be followed: ${messageOf(error)}`));
    return this.#refreshing;
  }

  async #follow(path: string): Promise<void> {
    if (path.split("/").some(isIgnoredFolder)) return;
    if (path === settingsFileName || isReferenceFile(path)) return this.load();
    const kind = await this.#source.stat(path);
    if (kind === "folder") return this.#readBelow(path);
    if (kind === "file") {
      if (!this.isCard(path) || this.#open.has(path)) return;
      const text = await this.#source.readText(path).catch(() => undefined);
      if (text === undefined || this.#open.has(path)) return;
      this.collection.setFile(summariseFile(path, text));
    } else {
      if (this.#referenceFiles.some((file) => file.startsWith(`${path}/`))) return this.load();
      if (!this.#deleteBelow(path)) return;
    }
    this.#listener.onChange();
  }

  /** A folder that came from elsewhere is told of as one, not file by file. */
  async #readBelow(folder: string): Promise<void> {
    const files = await this.#source.listFiles(folder).catch(() => []);
    if (files.some(isReferenceFile)) return this.load();
    for (const file of files) if (this.isCard(file)) await this.#follow(file);
  }

  /** Cards are read anew only when other files are cards now. */
  async #followSettings(): Promise<void> {
    const change = await this.#settings.load();
    if (change === "files") await this.load();
    else if (change === "numbers") this.#listener.onChange();
  }

  /** Forgets a file, or every file of a folder. */
  #deleteBelow(path: string): boolean {
    const gone = this.collection
      .files()
      .filter(({ file }) => (file === path || file.startsWith(`${path}/`)) && !this.#open.has(file));
    for (const { file } of gone) this.collection.deleteFile(file);
    return gone.length > 0;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
