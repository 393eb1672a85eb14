import type { Reference } from "../density/reference.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/analyseCollection.ts";
import { cardFileTest, isReferenceFile, settingsFileName } from "./cardFiles.ts";
import { type FileSummary, summariseFile } from "./cardSummary.ts";
import { Collection } from "./collection.ts";
import {
  type CollectionChoices,
  chosenReference,
  mergeChoices,
  readChoices,
  resolveSettings,
  type SettingsResolution,
} from "./collectionSettings.ts";
import type { FileSource } from "./fileSource.ts";
import { readFiles } from "./readFiles.ts";
import { readReference } from "./readReference.ts";
import {
  defaultReferenceName,
  type NamedReference,
  shippedReference,
  shippedReferences,
} from "./references.ts";

/** What a folder tells its owner. */
export interface FolderListener {
  /** Cards or settings changed, so every number of the folder may have. */
  readonly onChange: () => void;
  /** Something could not be read; a line for the log. */
  readonly onProblem: (message: string) => void;
}

/** A reference by its name, or why there is none. */
type ReferenceChoice =
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "unusable"; readonly problem: string };

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
  #fileChoices: CollectionChoices = {};
  #choices: CollectionChoices = {};
  /** Read when they are first asked for. */
  #references: Promise<readonly NamedReference[]> | undefined;
  #settings: AnalysisSettings;
  /** Settings with further choices on top, by those choices: one object each, so that analyses are kept. */
  readonly #settingsWith = new Map<string, SettingsResolution>();
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

  analyse(settings: AnalysisSettings = this.#settings): CollectionAnalysis {
    return this.collection.analyse(settings);
  }

  /** The folder's settings with a person's further choices, which win, or why they do not fit together. */
  async settingsWith(further: CollectionChoices): Promise<SettingsResolution> {
    if (Object.keys(further).length === 0) return { kind: "settings", settings: this.#settings };
    const key = JSON.stringify(further);
    const known = this.#settingsWith.get(key);
    if (known !== undefined) return known;
    const choices = mergeChoices(further, this.#choices);
    const reading = await this.#readReference(chosenReference(choices));
    const resolution: SettingsResolution =
      reading.kind === "reference"
        ? resolveSettings(choices, reading.reference)
        : { kind: "invalid", problem: reading.problem };
    this.#settingsWith.set(key, resolution);
    return resolution;
  }

  /** What `densing.yaml` alone says: what a command line sees of the folder's settings. */
  get fileChoices(): CollectionChoices {
    return this.#fileChoices;
  }

  /** Every reference to choose from: those that ship, then the folder's own by their paths. */
  references(): Promise<readonly NamedReference[]> {
    this.#references ??= this.#ownReferences().then((own) => [...shippedReferences(), ...own]);
    return this.#references;
  }

  async #ownReferences(): Promise<readonly NamedReference[]> {
    const files = await this.#source.listFiles(".").catch(() => []);
    const readings = await Promise.all(
      files
        .filter(isReferenceFile)
        .sort()
        .map(async (name) => ({ name, reading: await this.#readReference(name) })),
    );
    return readings.flatMap(({ name, reading }) =>
      reading.kind === "reference" ? [{ name, reference: reading.reference }] : [],
    );
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
    this.#settingsWith.clear();
    this.#references = undefined;
    this.#fileChoices = await this.#ownChoices();
    this.#choices = mergeChoices(this.#fileChoices, this.#editorChoices);
    this.#isCard = cardFileTest(this.#choices.files ?? []);
    const reading = await this.#readReference(chosenReference(this.#choices));
    if (reading.kind === "unusable")
      this.#fail(`${reading.problem}; ${defaultReferenceName} is used instead.`);
    const reference = reading.kind === "reference" ? reading.reference : defaultReference();
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

  async #readReference(name: string): Promise<ReferenceChoice> {
    const shipped = shippedReference(name);
    if (shipped !== undefined) return { kind: "reference", reference: shipped };
    const text = isReferenceFile(name) ? await this.#source.readText(name).catch(() => undefined) : undefined;
    if (text === undefined) return { kind: "unusable", problem: `The reference ${name} is not known` };
    const reading = readReference(text);
    return reading.kind === "reference"
      ? reading
      : { kind: "unusable", problem: `${name}: ${reading.problems.join("; ")}` };
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
