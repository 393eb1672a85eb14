import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import type * as vscode from "vscode";

/** What `densing trend` prints when it is run in a folder. */
export function printedTrend(folder: vscode.Uri, ...flags: readonly string[]): string {
  // The suite is bundled beside the programs.
  const program = resolve(__dirname, "../../densing.cjs");
  return execFileSync(process.execPath, [program, "trend", ...flags], {
    cwd: folder.fsPath,
    encoding: "utf8",
    // The desktop VS Code is the program that runs this suite.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
}

/** The sentence that `densing trend` prints first, with plain spaces. */
export function printedHeadline(folder: vscode.Uri, ...flags: readonly string[]): string | undefined {
  return printedTrend(folder, ...flags)
    .split("\n")[0]
    ?.replaceAll("\u00a0", " ");
}
