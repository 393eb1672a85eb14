// The command line as a process of its own, as a person or a script runs it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const program = resolve(import.meta.dirname, "../../dist/densing.cjs");
/** The project's root: samples are named from here. */
export const projectRoot = resolve(import.meta.dirname, "../..");

export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `densing` with arguments separated by spaces. */
export function densing(args: string, workingDirectory = projectRoot): CommandResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...args.split(" ").filter(Boolean)],
    {
      cwd: workingDirectory,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return { exitCode: status, stdout, stderr };
}

const madeFolders: string[] = [];
process.once("exit", () => {
  for (const folder of madeFolders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder of files, by path; removed when the tests are over. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "densing-cli-"));
  madeFolders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
