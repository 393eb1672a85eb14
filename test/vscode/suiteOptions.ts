/** One run of the suite inside VS Code. All paths are absolute. */
export interface SuiteOptions {
  /** The folder of the extension under test. */
  readonly extension: string;
  /** The packaged extension (.vsix) to install and test instead of the folder. */
  readonly packaged: string | undefined;
  /** The bundled mocha entry. */
  readonly suite: string;
  /** The folder or `.code-workspace` file to open. */
  readonly workspace: string;
  /** Only tests whose full title matches this expression. */
  readonly filter: string | undefined;
  /** Where hosts, screenshots and logs are kept (git-ignored). */
  readonly artefacts: string;
  readonly timeoutSeconds: number;
}

/** Exit codes of a run; the suite itself gives 0 (passed) or 1 (failed). */
export const exitCodes = { couldNotRun: 96, pageCrashed: 97, timedOut: 98, interrupted: 130 } as const;
