import { closeSync, openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Host } from "./install.ts";
import { type ProcessGroup, startGroup } from "./processGroup.ts";

const startMilliseconds = 60_000;
const logTailCharacters = 3_000;

// A runner that was killed cannot stop its server: that one then ends by itself.
const testDriverFlags = ["--vscode-option", "enable-smoke-test-driver", "--idle-timeout-seconds", "600"];

/** No welcome pages, no look-ups, nothing that moves by itself. */
const quietSettings: Readonly<Record<string, unknown>> = {
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "git.enabled": false,
  "window.confirmBeforeClose": "never",
  "files.autoSave": "off",
};

export interface ServerOptions {
  /** Where installed extensions are; an empty folder when left out. */
  readonly extensionsDirectory?: string;
  /** User settings besides the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Accepts an extension under development and its tests from the page's address. Hides notification toasts. */
  readonly testDriver?: boolean;
  /** A folder or `.code-workspace` file that the bare address opens. */
  readonly workspace?: string;
  /** The port on loopback; any free one when left out. */
  readonly port?: number;
  /** Variables that the extension host shall see. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running embedded VS Code, reachable from this machine only. */
export interface Server {
  /** `localhost`, not 127.0.0.1: webviews need a secure context. */
  readonly url: string;
  readonly port: number;
  /** Host and port as they appear in `vscode-remote://` addresses. */
  readonly authority: string;
  /** The last lines that the server wrote. */
  readonly log: () => Promise<string>;
  /** Resolves when the server has ended, whatever ended it. */
  readonly exited: Promise<unknown>;
  /** Ends the server with all its processes and removes its private folder. */
  readonly stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => settle(port));
    });
  });
}

/** Whatever would steer VS Code, Node or code-server from outside, and whatever is none of their business. */
const unwantedVariables =
  /^(VSCODE_.*|ELECTRON_.*|npm_.*|CODE_SERVER_.*|CS_.*|NODE_OPTIONS|PORT|PASSWORD|HASHED_PASSWORD|GITHUB_TOKEN|(https?|all|no)_proxy)$/i;

/** A private home, so that neither the person's own VS Code settings nor their extensions take part. */
function privateEnvironment(home: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !unwantedVariables.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".data"),
    XDG_RUNTIME_DIR: join(home, ".run"),
    // An empty gallery: extensions are never looked up anywhere.
    EXTENSIONS_GALLERY: "{}",
  };
}

async function createHome(settings: Readonly<Record<string, unknown>>): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "densing-vscode-"));
  for (const directory of [".run", "extensions", "data/User"]) {
    await mkdir(join(home, directory), { recursive: true });
  }
  await writeFile(join(home, "data/User/settings.json"), JSON.stringify(settings, null, 2));
  await writeFile(join(home, "config.yaml"), "auth: none\n");
  return home;
}

function removeHome(home: string): Promise<void> {
  return rm(home, { recursive: true, force: true, maxRetries: 5 });
}

async function waitUntilHealthy(url: string, group: ProcessGroup): Promise<void> {
  const deadline = Date.now() + startMilliseconds;
  while (Date.now() < deadline) {
    if (group.hasExited()) throw new Error("The embedded VS Code ended while starting.");
    const response = await fetch(`${url}healthz`).catch(() => undefined);
    if (response?.ok) return;
    await delay(100);
  }
  throw new Error(`The embedded VS Code did not answer within ${startMilliseconds / 1000} s.`);
}

/** Starts the embedded VS Code on loopback. Throws with the end of its log when it does not come up. */
export async function startServer(host: Host, options: ServerOptions = {}): Promise<Server> {
  const home = await createHome({ ...quietSettings, ...options.settings });
  const port = options.port ?? (await freePort());
  const logFile = join(home, "server.log");
  const log = async () => (await readFile(logFile, "utf8")).slice(-logTailCharacters);
  const output = openSync(logFile, "w");
  const parameters = [
    host.codeServer,
    ...["--config", join(home, "config.yaml")],
    ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
    ...["--user-data-dir", join(home, "data")],
    ...["--extensions-dir", options.extensionsDirectory ?? join(home, "extensions")],
    "--disable-telemetry",
    "--disable-update-check",
    "--disable-workspace-trust",
    "--disable-getting-started-override",
    "--disable-proxy",
    ...(options.testDriver ? testDriverFlags : []),
    ...(options.workspace === undefined ? [] : [resolve(options.workspace)]),
  ];
  const group = startGroup(host.node, parameters, {
    env: { ...privateEnvironment(home), ...options.environment },
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const stop = async () => {
    await group.stop();
    await removeHome(home);
  };
  const url = `http://localhost:${port}/`;
  try {
    await waitUntilHealthy(url, group);
  } catch (error) {
    const tail = await log();
    await stop();
    throw new Error(`${error instanceof Error ? error.message : error}\n${tail}`);
  }
  return { url, port, authority: `localhost:${port}`, log, exited: group.exited, stop };
}

/** Installs a packaged extension into a new private folder and returns that folder; the caller removes it. */
export async function installPackage(host: Host, file: string): Promise<string> {
  const home = await createHome({});
  const extensionsDirectory = await mkdtemp(join(tmpdir(), "densing-extensions-"));
  const logFile = join(home, "install.log");
  const output = openSync(logFile, "w");
  const parameters = [
    host.codeServer,
    ...["--config", join(home, "config.yaml")],
    ...["--user-data-dir", join(home, "data")],
    ...["--extensions-dir", extensionsDirectory],
    ...["--install-extension", resolve(file)],
  ];
  const group = startGroup(host.node, parameters, {
    env: privateEnvironment(home),
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  try {
    const code = await group.exited;
    if (code !== 0) throw new Error(`Installing ${file} failed.\n${await readFile(logFile, "utf8")}`);
    return extensionsDirectory;
  } catch (error) {
    await rm(extensionsDirectory, { recursive: true, force: true });
    throw error;
  } finally {
    await removeHome(home);
  }
}
