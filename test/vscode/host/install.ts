import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { findProgram, requireTools } from "../../support/prerequisites.ts";
import { runLogged } from "./loggedCommand.ts";

/*
 * The embedded host is code-server: VS Code's own server, extension host and workbench, as an npm package.
 * It lives in its own folder and never among our dependencies: its Node would shadow the project's.
 */

const codeServerVersion = "4.139.1"; // VS Code 1.139.1
const nodeVersion = "24.21.0"; // what this code-server insists on; its headers are in the same package
const stamp = `code-server ${codeServerVersion}, node ${nodeVersion}, recipe 1`;
const abandonedAfterMilliseconds = 3_600_000;
const heartbeatMilliseconds = 15_000;

/** An installed embedded host. */
export interface Host {
  /** The Node that runs code-server. */
  readonly node: string;
  /** The script that starts code-server. */
  readonly codeServer: string;
}

export interface InstallOptions {
  /** Where the host is, or shall be. */
  readonly directory: string;
  /** Told one line of progress at a time. */
  readonly report: (line: string) => void;
  /** Stops a running installation; nothing of it stays. */
  readonly signal?: AbortSignal;
}

interface Step {
  readonly title: string;
  readonly run: () => Promise<void>;
}

function hostIn(directory: string, nodePackage: string): Host {
  return {
    node: join(directory, "node_modules", nodePackage, "bin", "node"),
    codeServer: join(directory, "node_modules", "code-server", "out", "node", "entry.js"),
  };
}

function nodePackageOfThisMachine(): string {
  const name = `${process.platform}-${process.arch}`;
  if (name === "linux-x64" || name === "linux-arm64") return `node-${name}`;
  throw new Error(
    `The embedded VS Code runs on Linux (x64, arm64), not on ${name}. Install VS Code and put its \`code\` command on PATH.`,
  );
}

async function isCurrent(directory: string): Promise<boolean> {
  const found = await readFile(join(directory, ".stamp"), "utf8").catch(() => "");
  return found.trim() === stamp;
}

/** Settings that npm passes down to scripts describe our project, not the host's folder. */
function environmentForNpm(nodeDirectory: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle)_.*|npm_config_local_prefix|NODE_OPTIONS|NODE_ENV)$/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: [join(nodeDirectory, "bin"), process.env.PATH].join(delimiter),
    npm_config_nodedir: nodeDirectory,
    JOBS: String(availableParallelism()),
    // The two native modules are not worth optimising: a third of the build time.
    CXXFLAGS: "-O0",
  };
}

/** The steps that fill `directory`, which is empty, with a working host. */
function stepsFor(
  directory: string,
  nodePackage: string,
  log: string,
  signal: AbortSignal | undefined,
): Step[] {
  const npm = findProgram("npm") ?? "npm";
  const environment = environmentForNpm(join(directory, "node_modules", nodePackage));
  const vscode = join(directory, "node_modules", "code-server", "lib", "vscode");
  const run = (where: string, command: string, ...parameters: string[]) =>
    runLogged(command, parameters, { directory: where, environment, log, signal });
  const installOnly = [
    "--ignore-scripts",
    "--engine-strict=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  return [
    {
      title: `fetching code-server ${codeServerVersion} and its Node ${nodeVersion}`,
      run: async () => {
        const dependencies = { "code-server": codeServerVersion, [nodePackage]: nodeVersion };
        await writeFile(
          join(directory, "package.json"),
          JSON.stringify({ name: "vscode-host", private: true, dependencies }),
        );
        // Without scripts: code-server's own would refuse the project's Node.
        await run(directory, npm, "install", ...installOnly);
      },
    },
    {
      title: "fetching VS Code's own packages",
      // Not `npm ci`: the lock file inside code-server lacks an entry.
      run: () => run(vscode, npm, "install", "--omit=dev", ...installOnly),
    },
    {
      title: "compiling two native modules",
      // The extension host does not start without the watchdog; without spdlog every log reports an error.
      run: () =>
        run(
          vscode,
          npm,
          "rebuild",
          "--ignore-scripts=false",
          "--foreground-scripts",
          "@vscode/native-watchdog",
          "@vscode/spdlog",
        ),
    },
    {
      title: "checking that they load",
      run: () => run(vscode, "node", "-e", "require('@vscode/native-watchdog'); require('@vscode/spdlog')"),
    },
  ];
}

async function runSteps(steps: readonly Step[], report: (line: string) => void): Promise<void> {
  for (const [position, step] of steps.entries()) {
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    report(`  [${position + 1}/${steps.length}] ${step.title} ...`);
    const heartbeat = setInterval(
      () => report(`        still at it after ${seconds()} s`),
      heartbeatMilliseconds,
    );
    try {
      await step.run();
    } finally {
      clearInterval(heartbeat);
    }
    report(`        done in ${seconds()} s`);
  }
}

async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    const modified = name.startsWith(prefix) ? (await stat(path).catch(() => undefined))?.mtimeMs : undefined;
    if (modified !== undefined && Date.now() - modified > abandonedAfterMilliseconds) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** Puts a finished host in its place in one step, unless another installation was quicker. */
async function moveIntoPlace(finished: string, directory: string): Promise<void> {
  if (await isCurrent(directory)) return;
  const replaced = `${finished}-replaced`;
  await rename(directory, replaced).catch(() => undefined);
  try {
    await rename(finished, directory);
  } catch (error) {
    if (!(await isCurrent(directory))) throw error;
  } finally {
    await rm(replaced, { recursive: true, force: true });
  }
}

/**
 * Installs the embedded VS Code into `directory` unless it is there already.
 * It is built in a folder beside it and renamed at the end, so neither an interruption nor a second
 * installation at the same time leaves half a host behind.
 * Throws a MissingToolError without python3, make or g++, and an Error naming the step and its log otherwise.
 */
export async function installHost({ directory, report, signal }: InstallOptions): Promise<Host> {
  const nodePackage = nodePackageOfThisMachine();
  const host = hostIn(directory, nodePackage);
  if (await isCurrent(directory)) return host;

  requireTools(["python3", "make", "g++"], "The embedded VS Code, which compiles two small native modules,");
  const parent = dirname(directory);
  const prefix = `${basename(directory)}.installing-`;
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, prefix);
  const building = await mkdtemp(join(parent, prefix));
  const log = `${building}.log`;
  report(`Installing an embedded VS Code into ${directory} (once; about 800 MB, a minute or two)`);
  try {
    await runSteps(stepsFor(building, nodePackage, log, signal), report);
    await writeFile(join(building, ".stamp"), `${stamp}\n`);
    await moveIntoPlace(building, directory);
    await rm(log);
  } finally {
    await rm(building, { recursive: true, force: true, maxRetries: 5 });
  }
  report("Installed.");
  return host;
}
