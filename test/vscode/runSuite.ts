import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findDesktopExecutable } from "./desktop.ts";
import { abortOnInterrupt, InterruptedError } from "./host/interrupt.ts";
import { exitCodes, type SuiteOptions } from "./suiteOptions.ts";

/*
 * Runs the mocha suite inside a real VS Code and exits with its result.
 * Host: the desktop VS Code that VSCODE_EXECUTABLE names, that VSCODE_DOWNLOAD=stable|VERSION downloads or
 * that `code` on PATH starts; else, or with --host embedded, the embedded one.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));

const { values } = parseArgs({
  options: {
    host: { type: "string", default: "auto" },
    vsix: { type: "string" },
    extension: { type: "string", default: root },
    suite: { type: "string", default: resolve(root, "dist/test/vscode/index.cjs") },
    workspace: { type: "string", default: resolve(root, "samples/densing.code-workspace") },
    grep: { type: "string" },
    timeout: { type: "string", default: "600" },
  },
});

const options: SuiteOptions = {
  extension: resolve(values.extension),
  packaged: values.vsix && resolve(values.vsix),
  suite: resolve(values.suite),
  workspace: resolve(values.workspace),
  filter: values.grep,
  artefacts: resolve(root, ".vscode-test"),
  timeoutSeconds: Number(values.timeout),
};

async function runInChosenHost(): Promise<number> {
  for (const path of [options.suite, options.workspace, ...(options.packaged ? [options.packaged] : [])]) {
    if (!existsSync(path)) throw new Error(`${path} does not exist. Was \`npm run build\` run?`);
  }
  if (values.host === "auto" || values.host === "desktop") {
    const executable = process.env.VSCODE_EXECUTABLE;
    const download = process.env.VSCODE_DOWNLOAD;
    const found = executable || (download ? undefined : findDesktopExecutable());
    const choice = found ? { executable: found } : download ? { download } : undefined;
    if (choice) {
      const { runDesktop } = await import("./runDesktop.ts");
      return runDesktop(choice, options);
    }
    if (values.host === "desktop") {
      throw new Error("No desktop VS Code found: set VSCODE_EXECUTABLE, or VSCODE_DOWNLOAD=stable.");
    }
  } else if (values.host !== "embedded") {
    throw new Error(`--host is auto, desktop or embedded, not "${values.host}".`);
  }
  const { runEmbedded } = await import("./runEmbedded.ts");
  return runEmbedded(options, abortOnInterrupt());
}

const started = Date.now();
process.exitCode = await runInChosenHost().catch((error: unknown) => {
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  console.error(error instanceof Error ? error.message : error);
  return exitCodes.couldNotRun;
});
console.log(`exit ${process.exitCode} after ${((Date.now() - started) / 1000).toFixed(1)} s`);
