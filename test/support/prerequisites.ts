import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program that the project needs from the operating system; npm cannot bring it. */
export type Tool = "python3" | "make" | "g++" | "chromium";

/** A needed program is not installed. The message names it and the command that installs it. */
export class MissingToolError extends Error {
  override readonly name = "MissingToolError";
}

const chromiumNames = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge",
];
const chromiumApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

interface PackageManager {
  readonly program: string;
  readonly install: string;
  readonly packages: Readonly<Record<Tool, string>>;
}

const debian: PackageManager = {
  program: "apt-get",
  install: "apt-get install -y",
  packages: { python3: "python3", make: "make", "g++": "g++", chromium: "chromium" },
};
const packageManagers: readonly PackageManager[] = [
  debian,
  {
    program: "dnf",
    install: "dnf install -y",
    packages: { python3: "python3", make: "make", "g++": "gcc-c++", chromium: "chromium" },
  },
  {
    program: "pacman",
    install: "pacman -S --needed",
    packages: { python3: "python", make: "make", "g++": "gcc", chromium: "chromium" },
  },
];

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The full path of the first of `names` that is on PATH. */
export function findProgram(...names: readonly string[]): string | undefined {
  const directories = (process.env.PATH ?? "").split(delimiter).filter((directory) => directory !== "");
  const suffixes = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return names
    .flatMap((name) =>
      directories.flatMap((directory) => suffixes.map((suffix) => join(directory, name + suffix))),
    )
    .find(isExecutableFile);
}

/** Chromium or a browser of its family: the one that CHROMIUM names, else the first found. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM;
  if (chosen !== undefined && chosen !== "") return isExecutableFile(chosen) ? chosen : findProgram(chosen);
  return findProgram(...chromiumNames) ?? chromiumApplications.find(isExecutableFile);
}

function isInstalled(tool: Tool): boolean {
  if (tool === "chromium") return findChromium() !== undefined;
  // node-gyp honours these two variables, so a person who sets one needs no program of the usual name.
  if (tool === "python3" && process.env.PYTHON) return true;
  if (tool === "g++" && process.env.CXX) return true;
  return findProgram(tool) !== undefined;
}

/** The command that installs `tools` with this machine's package manager (Debian's where none is known). */
export function installCommand(tools: readonly Tool[]): string {
  const manager = packageManagers.find(({ program }) => findProgram(program)) ?? debian;
  const privilege = process.getuid?.() === 0 ? "" : "sudo ";
  return `${privilege}${manager.install} ${tools.map((tool) => manager.packages[tool]).join(" ")}`;
}

/** Throws a MissingToolError that names every absent tool of `tools`; `purpose` says what needs them. */
export function requireTools(tools: readonly Tool[], purpose: string): void {
  const missing = tools.filter((tool) => !isInstalled(tool));
  if (missing.length === 0) return;
  const hint = missing.includes("chromium")
    ? "\nA browser elsewhere can be named in CHROMIUM=/path/to/it."
    : "";
  throw new MissingToolError(
    `${purpose} needs ${missing.join(", ")}. Install with:\n  ${installCommand(missing)}${hint}`,
  );
}
