import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
  TestRunFailedError,
} from "@vscode/test-electron";
import { createStubExtension } from "./stubExtension.ts";
import type { SuiteOptions } from "./suiteOptions.ts";
import { filterVariable, installedIntoVariable } from "./workbench.ts";

/** The desktop VS Code to test in: a program on this machine, or a version to download ("stable", "1.91.0"). */
export type DesktopChoice = { readonly executable: string } | { readonly download: string };

function installPackage(executable: string, packaged: string, profile: readonly string[]): void {
  const [command = executable, ...fixed] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const { status } = spawnSync(command, [...fixed, ...profile, "--install-extension", packaged], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`Installing ${packaged} failed (exit ${status}).`);
}

/** Runs the suite in the desktop VS Code and gives its exit code. There is no bridge: tests that need it are skipped. */
export async function runDesktop(choice: DesktopChoice, options: SuiteOptions): Promise<number> {
  const vscodeExecutablePath =
    "executable" in choice ? choice.executable : await downloadAndUnzipVSCode(choice.download);
  const home = await mkdtemp(join(tmpdir(), "densing-vscode-"));
  const extensions = join(home, "extensions");
  const profile = [`--user-data-dir=${join(home, "data")}`, `--extensions-dir=${extensions}`];
  const environment: Record<string, string> = {};
  if (options.filter !== undefined) environment[filterVariable] = options.filter;
  const stub = await createStubExtension();
  try {
    if (options.packaged !== undefined) {
      installPackage(vscodeExecutablePath, options.packaged, profile);
      environment[installedIntoVariable] = extensions;
    }
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: options.packaged === undefined ? options.extension : stub,
      extensionTestsPath: options.suite,
      extensionTestsEnv: environment,
      launchArgs: [
        options.workspace,
        ...profile,
        // The extension under development still loads; an installed one would not.
        ...(options.packaged === undefined ? ["--disable-extensions"] : []),
      ],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
    await rm(stub, { recursive: true, force: true });
  }
}
