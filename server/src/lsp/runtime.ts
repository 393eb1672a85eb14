import type { URI } from "vscode-uri";
import type { FileSource } from "../files/fileSource.ts";

/** Writes a line to the server's log. */
export type Log = (message: string) => void;

/** Calls off work that is not done yet. */
export type Cancel = () => void;

/** Work that nobody waits for; it may go on after it has returned. */
export type Work = () => unknown;

/** What the server needs from what it runs on, be it Node or a worker of a browser. */
export interface Machine {
  readonly files: { readonly openSource: (folder: URI) => FileSource };
  readonly clock: {
    /** Milliseconds from any start. */
    readonly now: () => number;
    /** The day it is, in days since 1970-01-01 (UTC). */
    readonly today: () => number;
  };
  /** Does work so many milliseconds later. */
  readonly after: (milliseconds: number, work: Work) => Cancel;
  /** Does work once everything that waits now has had its turn. */
  readonly soon: (work: Work) => void;
}

/** A machine on which no work ends the server: what is thrown, now or later, is a line in the log. */
export interface Runtime extends Machine {
  /** Begins work at once, and waits for nothing of it. */
  readonly start: (work: Work) => void;
  readonly log: Log;
}

/** Puts a net under the work that is done on a machine. */
export function runtimeOn({ files, clock, after, soon }: Machine, log: Log): Runtime {
  const start = (work: Work) => void attempt(work, log);
  return {
    files,
    clock,
    after: (milliseconds, work) => after(milliseconds, () => start(work)),
    soon: (work) => soon(() => start(work)),
    start,
    log,
  };
}

async function attempt(work: Work, log: Log): Promise<void> {
  try {
    await work();
  } catch (error) {
    log(`Work in the background failed: ${errorText(error)}`);
  }
}

/** An error as the log has it: with the way to it. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
