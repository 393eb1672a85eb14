import type { Diagnostic } from "vscode-languageserver";
import { inSlices } from "../files/inSlices.ts";
import { diagnosticOf } from "../language/diagnostics.ts";
import type { Steps } from "../trend/steps.ts";
import type { Folder, Folders } from "./folders.ts";
import type { Cancel, Runtime } from "./runtime.ts";

/** Findings of a file that is not open. */
export interface FileReport {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
  /** Equal as long as the findings are; `undefined` when there are none. */
  readonly resultId: string | undefined;
}

/** Someone who shows findings of closed files, and what they show. */
export interface Audience {
  /** Result ids of what is shown, by URI. */
  readonly reported: Map<string, string>;
  /** Takes what has changed; a file without findings only if something of it was shown. */
  readonly send: (reports: readonly FileReport[]) => void;
  /** Whether findings shown of a file that is now open must be taken back. */
  readonly takesBackOpened: boolean;
  /** Everything of a round has been sent. */
  readonly onRoundEnd?: () => void;
}

/** What closed files depend on. */
export interface ClosedFilesHost {
  readonly folders: Folders;
  /** Whether the findings of all cards of a folder are wanted, not only of open ones. */
  readonly isWanted: (folder: Folder) => boolean;
  readonly runtime: Runtime;
}

/** Milliseconds without a change before closed files are gone through: nobody looks at them while typing. */
const quietDelay = 300;

/** Keeps those who show findings of closed cards up to date, in slices between other messages. */
export class ClosedFindings {
  readonly #host: ClosedFilesHost;
  readonly #audiences = new Set<Audience>();
  #callOff: Cancel = () => {};
  #round = 0;

  constructor(host: ClosedFilesHost) {
    this.#host = host;
  }

  /** Adds an audience and tells it everything that is not as it shows it. */
  add(audience: Audience): void {
    this.#audiences.add(audience);
    this.#schedule(0);
  }

  remove(audience: Audience): void {
    this.#audiences.delete(audience);
  }

  /** Cards, settings or folders changed. */
  refresh(): void {
    if (this.#hasSomethingToTell()) this.#schedule(quietDelay);
  }

  /** Where findings of closed files are not wanted, those shown before are taken back. */
  #hasSomethingToTell(): boolean {
    const { folders, isWanted } = this.#host;
    const audiences = [...this.#audiences];
    return audiences.some(({ reported }) => reported.size > 0 || folders.all().some(isWanted));
  }

  /** An editor opened a file and shows its findings by itself from now on. */
  opened(uri: string): void {
    for (const audience of this.#audiences) {
      if (audience.reported.delete(uri) && audience.takesBackOpened) audience.send([emptyReport(uri)]);
    }
  }

  #schedule(delay: number): void {
    this.#round += 1;
    const round = this.#round;
    this.#callOff();
    this.#callOff = this.#host.runtime.after(delay, () => this.#run(round));
  }

  /** Goes through all files; a later round ends an earlier one. */
  async #run(round: number): Promise<void> {
    const seen = new Set<string>();
    const isWanted = () => round === this.#round;
    const { kind } = await inSlices(this.#tellAll(seen), this.#host.runtime, isWanted);
    if (kind === "unwanted") return;
    for (const audience of this.#audiences) {
      const gone = [...audience.reported.keys()].filter((uri) => !seen.has(uri) && !this.#isBeingRead(uri));
      for (const uri of gone) audience.reported.delete(uri);
      const taken = gone.filter((uri) => audience.takesBackOpened || !this.#isOpen(uri));
      if (taken.length > 0) audience.send(taken.map(emptyReport));
      audience.onRoundEnd?.();
    }
  }

  *#tellAll(seen: Set<string>): Steps<void> {
    for (const report of this.#reports(seen)) {
      this.#tell(report);
      yield;
    }
  }

  /** All closed files of wanted folders; notes those with findings. */
  *#reports(seen: Set<string>): Iterable<FileReport> {
    const { folders, isWanted, runtime } = this.#host;
    for (const folder of folders.all()) {
      if (!isWanted(folder) || !folder.collection.isIndexed) continue;
      for (const summary of folder.collection.collection.files()) {
        if (folder.collection.isOpen(summary.file)) continue;
        const uri = folders.uriOf(folder, summary.file);
        const diagnostics = folder.collection.check(summary, runtime.clock.today()).map(diagnosticOf);
        const hasFindings = diagnostics.length > 0;
        if (hasFindings) seen.add(uri);
        yield { uri, diagnostics, resultId: hasFindings ? resultIdOf(diagnostics) : undefined };
      }
    }
  }

  #tell(report: FileReport): void {
    const { uri, resultId } = report;
    if (resultId === undefined) return;
    for (const audience of this.#audiences) {
      if (audience.reported.get(uri) === resultId) continue;
      audience.reported.set(uri, resultId);
      audience.send([report]);
    }
  }

  #isOpen(uri: string): boolean {
    const place = this.#host.folders.find(uri);
    return place?.folder.collection.isOpen(place.path) === true;
  }

  /** What is shown of a folder stays until all its cards have been read. */
  #isBeingRead(uri: string): boolean {
    const folder = this.#host.folders.find(uri)?.folder;
    return folder !== undefined && this.#host.isWanted(folder) && !folder.collection.isIndexed;
  }
}

function emptyReport(uri: string): FileReport {
  return { uri, diagnostics: [], resultId: undefined };
}

/** A hash of findings (FNV-1a, twice over for 64 bits), so that nothing need be kept to compare with. */
function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let [first, second] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}
