import type { Reference } from "../density/reference.ts";
import { cardFileTest, settingsFileName } from "../files/cardFiles.ts";
import type { FileSource } from "../files/fileSource.ts";
import { type NamedReference, shippedReferences } from "../references/references.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { Field } from "./choices.ts";
import {
  type CollectionChoices,
  readChoices,
  resolveSettings,
  type SettingsResolution,
  settingsOf,
} from "./collectionSettings.ts";
import { choicesMade, type MethodChoices } from "./methodChoices.ts";
import { defaultReference, type ReferenceFiles, referenceNamed, resolveMethod } from "./resolveMethod.ts";

/** What reading the settings anew has changed: nothing, what is said and computed, or which files are cards. */
export type SettingsChange = "nothing" | "numbers" | "files";

/**
 * What is in force in one workspace folder, from `densing.yaml`, the reference it names and the
 * editor's settings. Text of open editors wins over the files on disk.
 */
export class FolderSettings {
  readonly #source: FileSource;
  readonly #today: () => number;
  readonly #onProblem: (message: string) => void;
  readonly #openTexts = new Map<string, string>();
  #round = 0;
  #editorChoices: CollectionChoices = {};
  /** What `densing.yaml` said when it could last be read: half a word is typed often. */
  #ownChoices: CollectionChoices = {};
  #ownText: string | undefined;
  #choices: CollectionChoices = {};
  #settings = defaultSettings();
  /** Settings with further choices on top, by day and choices: one object each, so that analyses are kept. */
  readonly #withChoices = new Map<string, SettingsResolution>();
  #isCard = cardFileTest([]);
  #problem: string | undefined;
  #inForce = "";
  readonly #files: ReferenceFiles = {
    pathOf: (name) => name,
    textOf: (path) => this.#readText(path),
  };

  /**
   * @param today days since 1970-01-01, asked for whenever something is computed
   * @param onProblem takes a line for the log
   */
  constructor(source: FileSource, today: () => number, onProblem: (message: string) => void) {
    this.#source = source;
    this.#today = today;
    this.#onProblem = onProblem;
  }

  /** One object as long as nothing changes and the day is the same. */
  get settings(): AnalysisSettings {
    const asOfEpochDay = this.#today();
    if (this.#settings.asOfEpochDay !== asOfEpochDay) this.#settings = { ...this.#settings, asOfEpochDay };
    return this.#settings;
  }

  /** What is chosen, less what cannot be computed with: further choices build on it. */
  get choices(): CollectionChoices {
    return this.#choices;
  }

  /** What `densing.yaml` says, as it could last be read. */
  get ownChoices(): CollectionChoices {
    return this.#ownChoices;
  }

  /** The text of `densing.yaml` as it was last read. */
  get ownText(): string | undefined {
    return this.#ownText;
  }

  /** Why the folder's own settings are not in force, if they are not. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** The folder's settings with a person's further choices, which win, or why they do not fit together. */
  async with(further: CollectionChoices): Promise<SettingsResolution> {
    if (Object.keys(further).length === 0) return { kind: "settings", settings: this.settings };
    const today = this.#today();
    const key = JSON.stringify([today, further]);
    const known = this.#withChoices.get(key);
    if (known !== undefined) return known;
    const round = this.#round;
    const resolution = await resolveMethod({ person: further, file: this.#choices }, this.#files, today);
    // What was in force when this was asked may be gone by now.
    if (round === this.#round) this.#withChoices.set(key, resolution);
    return resolution;
  }

  /**
   * Every reference to choose from: those that ship, then the readable ones among the folder's own.
   * @param files paths of the folder's own
   */
  async references(files: readonly string[]): Promise<readonly NamedReference[]> {
    const readings = await Promise.all(
      files.map(async (name) => ({ name, reading: await referenceNamed(name, this.#files.textOf) })),
    );
    return [
      ...shippedReferences(),
      ...readings.flatMap(({ name, reading }) =>
        reading.kind === "reference" ? [{ name, reference: reading.reference }] : [],
      ),
    ];
  }

  isCard(path: string): boolean {
    return this.#isCard(path);
  }

  /** An editor holds this text of the settings or of a reference. */
  setOpenText(path: string, text: string): void {
    this.#openTexts.set(path, text);
  }

  /** The editor is gone. Returns whether there was one. */
  close(path: string): boolean {
    return this.#openTexts.delete(path);
  }

  /** Reads everything anew. A later call overtakes an earlier one. */
  async load(editorChoices = this.#editorChoices): Promise<SettingsChange> {
    this.#editorChoices = editorChoices;
    this.#round += 1;
    const round = this.#round;
    const problems: string[] = [];
    const own = await this.#readOwnChoices(problems);
    const method = await resolveMethod({ file: own, editor: editorChoices }, this.#files, this.#today());
    if (round !== this.#round) return "nothing";
    const { reference, origin } = method;
    const hasNoReference = method.kind === "invalid" && method.field === "reference";
    if (hasNoReference) problems.push(`${method.problem}; ${origin} is used instead.`);
    const choices = hasNoReference ? choicesLess("reference", method.choices) : method.choices;
    const resolution = resolveSettings(choices, reference);
    if (resolution.kind === "invalid") problems.push(resolution.problem);
    const problem = problems.at(-1);
    const inUse = usable(choices, this.#choices, reference);
    const inForce = JSON.stringify([inUse, origin]);
    const areFilesOther = JSON.stringify(choices.files) !== JSON.stringify(this.#choices.files);
    const isSame = inForce === this.#inForce && problem === this.#problem;
    if (inForce !== this.#inForce) this.#settings = settingsOf(inUse, reference);
    if (areFilesOther) this.#isCard = cardFileTest(choices.files ?? []);
    this.#withChoices.clear();
    this.#inForce = inForce;
    this.#ownChoices = own;
    this.#choices = inUse;
    this.#problem = problem;
    // What is being typed has its findings in the editor.
    if (problem !== undefined && this.#openTexts.size === 0) this.#onProblem(problem);
    if (areFilesOther) return "files";
    return isSame ? "nothing" : "numbers";
  }

  async #readOwnChoices(problems: string[]): Promise<CollectionChoices> {
    const text = await this.#readText(settingsFileName);
    this.#ownText = text;
    if (text === undefined) return {};
    const reading = readChoices(text);
    if (reading.kind === "choices") return reading.choices;
    problems.push(`${settingsFileName}: ${reading.problems.join("; ")}`);
    return this.#ownChoices;
  }

  async #readText(path: string): Promise<string | undefined> {
    const open = this.#openTexts.get(path);
    if (open !== undefined) return open;
    if ((await this.#source.stat(path)) !== "file") return undefined;
    return this.#source.readText(path).catch(() => undefined);
  }
}

/**
 * What of the choices can be computed with. A choice that the reference has no numbers for stays as it was
 * before, or open: half a word is typed often.
 */
function usable(choices: CollectionChoices, before: MethodChoices, reference: Reference): CollectionChoices {
  const resolution = resolveSettings(choices, reference);
  if (resolution.kind === "settings" || choices[resolution.field] === undefined) return choices;
  const others = choicesLess(resolution.field, choices);
  const asBefore = { ...others, ...choicesMade((field) => before[field], [resolution.field]) };
  return resolveSettings(asBefore, reference).kind === "settings" ? asBefore : usable(others, {}, reference);
}

function choicesLess(field: Field, choices: CollectionChoices): CollectionChoices {
  return Object.fromEntries(Object.entries(choices).filter(([name]) => name !== field));
}

function defaultSettings(): AnalysisSettings {
  return settingsOf({}, defaultReference().reference);
}
