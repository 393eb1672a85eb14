import type { Reference } from "../density/reference.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/analyseCollection.ts";
import { cardFileTest, isReferenceFile, settingsFileName } from "./cardFiles.ts";
import { type FileSummary, type LocatedFinding, summariseFile } from "./cardSummary.ts";
import { checkFile } from "./checkCollection.ts";
import { Collection } from "./collection.ts";
import {
  type CollectionChoices,
  chosenReference,
  mergeChoices,
  readChoices,
  resolveSettings,
} from "./collectionSettings.ts";
import type { FileSource } from "./fileSource.ts";
import { readFiles } from "./readFiles.ts";
import { readReference } from "./readReference.ts";
import { defaultReferenceName, shippedReference } from "./references.ts";

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
  readonly #open = new Set<string>();
  #editorChoices: CollectionChoices = {};
  #choices: CollectionChoices = {};
  #settings: AnalysisSettings;
  #isCard = cardFileTest([]);
  #generation = 0;
  #isIndexed = false;
  #problem: string | undefined;

  constructor(source: FileSource, listener: FolderListener) {
    this.#source = source;
    this.#listener = listener;
    this.#settings = defaultSettings();
  }

  /** Whether every card file has been read at least once. */
  get isIndexed(): boolean {
    return this.#isIndexed;
  }

  get settings(): AnalysisSettings {
    return this.#settings;
  }

  get choices(): CollectionChoices {
    return this.#choices;
  }

  /** Why the folder's own settings are not in force, if they are not. */
  get settingsProblem(): string | undefined {
    return this.#problem;
  }

  isCard(path: string): boolean {
    return this.#isCard(path);
  }

  analyse(): CollectionAnalysis {
    return this.collection.analyse(this.#settings);
  }

  /**
   * Findings of a file, those about other cards of the collection among them.
   * @param today days since 1970-01-01
   */
  check(summary: FileSummary, today: number): LocatedFinding[] {
    const severities = this.#choices.rules ?? {};
    return checkFile(summary, this.collection, { severities, settings: this.#settings, today });
  }

  /** Reads the settings and all cards anew. A later call ends an earlier one. */
  async load(editorChoices: CollectionChoices): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const isWanted = () => this.#generation === generation;
    this.#editorChoices = editorChoices;
    await this.#loadSettings();
    const files = await this.#source.listFiles(".").catch((error: unknown) => {
      this.#listener.onProblem(`The folder cannot be listed: ${messageOf(error)}`);
      return [];
    });
    if (!isWanted()) return;
    const cards = new Set(files.filter((file) => this.#isCard(file)));
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

  /** The editor is gone: what is on disk counts again. */
  async close(path: string): Promise<void> {
    if (!this.#open.delete(path)) return;
    await this.refresh(path);
  }

  /** A file or folder was created, changed or deleted outside the editors. */
  async refresh(path: string): Promise<void> {
    if (path === settingsFileName || isReferenceFile(path)) return this.load(this.#editorChoices);
    const kind = await this.#source.stat(path);
    if (kind === "folder") return;
    if (kind === "file") {
      if (!this.#isCard(path) || this.#open.has(path)) return;
      const text = await this.#source.readText(path).catch(() => undefined);
      if (text === undefined || this.#open.has(path)) return;
      this.collection.setFile(summariseFile(path, text));
    } else if (!this.#deleteBelow(path)) return;
    this.#listener.onChange();
  }

  /** Forgets a file, or every file of a folder. */
  #deleteBelow(path: string): boolean {
    const gone = this.collection
      .files()
      .filter(({ file }) => (file === path || file.startsWith(`${path}/`)) && !this.#open.has(file));
    for (const { file } of gone) this.collection.deleteFile(file);
    return gone.length > 0;
  }

  async #loadSettings(): Promise<void> {
    this.#problem = undefined;
    const own = await this.#ownChoices();
    this.#choices = mergeChoices(own, this.#editorChoices);
    this.#isCard = cardFileTest(this.#choices.files ?? []);
    const reference = await this.#reference(chosenReference(this.#choices));
    const resolution = resolveSettings(this.#choices, reference);
    if (resolution.kind === "settings") this.#settings = resolution.settings;
    else this.#fail(resolution.problem);
  }

  async #ownChoices(): Promise<CollectionChoices> {
    if ((await this.#source.stat(settingsFileName)) !== "file") return {};
    const reading = readChoices(await this.#source.readText(settingsFileName).catch(() => ""));
    if (reading.kind === "choices") return reading.choices;
    this.#fail(`${settingsFileName}: ${reading.problems.join("; ")}`);
    return {};
  }

  async #reference(name: string): Promise<Reference> {
    const shipped = shippedReference(name);
    if (shipped !== undefined) return shipped;
    const text = isReferenceFile(name) ? await this.#source.readText(name).catch(() => undefined) : undefined;
    if (text === undefined)
      this.#fail(`The reference ${name} is not known; ${defaultReferenceName} is used instead.`);
    else {
      const reading = readReference(text);
      if (reading.kind === "reference") return reading.reference;
      this.#fail(`${name}: ${reading.problems.join("; ")}; ${defaultReferenceName} is used instead.`);
    }
    return defaultReference();
  }

  #fail(problem: string): void {
    this.#problem = problem;
    this.#listener.onProblem(problem);
  }
}

function defaultReference(): Reference {
  const reference = shippedReference(defaultReferenceName);
  if (reference === undefined)
    throw new Error(`The reference ${defaultReferenceName} does not ship with this build.`);
  return reference;
}

function defaultSettings(): AnalysisSettings {
  const resolution = resolveSettings({}, defaultReference());
  if (resolution.kind === "invalid") throw new Error(resolution.problem);
  return resolution.settings;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
