import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findProgram } from "../support/prerequisites.ts";

const executablesBesideCommand: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["../code"],
  win32: ["../Code.exe"],
  darwin: ["../../../MacOS/Electron", "../../../MacOS/Code"],
};

/** False on a Linux machine without a display, where `code` may be installed but cannot open a window. */
function canOpenWindows(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The `code` command of an installed VS Code that can open a window here. */
export function findCodeCommand(): string | undefined {
  return canOpenWindows() ? findProgram("code") : undefined;
}

/** The program behind the `code` command, which test runs need; absent for snaps and remote shells. */
export function findDesktopExecutable(): string | undefined {
  const command = findCodeCommand();
  if (command === undefined) return undefined;
  const directory = dirname(realpathSync(command));
  return executablesBesideCommand[process.platform]?.map((path) => join(directory, path)).find(existsSync);
}
