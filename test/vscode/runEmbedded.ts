import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium, requireTools } from "../support/prerequisites.ts";
import { startBridge } from "./bridge.ts";
import { embeddedWorkbench } from "./embeddedWorkbench.ts";
import { installHost } from "./host/install.ts";
import { installPackage, type Server, startServer } from "./host/server.ts";
import { createStubExtension } from "./stubExtension.ts";
import { exitCodes, type SuiteOptions } from "./suiteOptions.ts";
import { bridgeVariable, filterVariable, installedIntoVariable } from "./workbench.ts";

const browserFlags = [
  // The page is our own server on loopback, and containers often forbid the sandbox.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium() ?? "chromium";
  // Signals are ours to handle: the server must stop as well.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, headless: true, args: browserFlags, ...signals });
}

/** The address that opens the workspace and tells VS Code which extension to load and which tests to run. */
function addressFor(server: Server, developmentPath: string, { suite, workspace }: SuiteOptions): string {
  const remote = (path: string) => `vscode-remote://${server.authority}${encodeURI(path)}`;
  const payload = [
    ["extensionDevelopmentPath", remote(developmentPath)],
    ["extensionTestsPath", remote(suite)],
    ["skipWelcome", "true"],
  ];
  const opened = extname(workspace) === ".code-workspace" ? "workspace" : "folder";
  const query = new URLSearchParams({ [opened]: workspace, payload: JSON.stringify(payload) });
  return `${server.url}?${query}`;
}

/** Keeps what the workbench and the extensions log; it is only read when something went wrong. */
function recordConsole(page: Page, file: string): () => void {
  const log = createWriteStream(file);
  page.on("console", (message) => log.write(`[${message.type()}] ${message.text()}\n`));
  page.on("pageerror", (error) => log.write(`[page error] ${error.message}\n`));
  return () => log.end();
}

/** Resolves with the exit code that VS Code reports for the suite, or with ours if it never does. */
async function watchSuite(page: Page, timeoutSeconds: number, signal: AbortSignal): Promise<{ code: Promise<number> }> {
  let settle: (code: number) => void = () => {};
  const code = new Promise<number>((resolve) => {
    settle = resolve;
  });
  page.once("crash", () => settle(exitCodes.pageCrashed));
  signal.addEventListener("abort", () => settle(exitCodes.interrupted));
  setTimeout(() => settle(exitCodes.timedOut), timeoutSeconds * 1000).unref();
  // VS Code looks for these two functions in the page of a test run.
  await page.exposeFunction("codeAutomationExit", settle);
  await page.exposeFunction("codeAutomationLog", () => {});
  return { code };
}

/** Runs the suite in the embedded host and gives its exit code. Throws a MissingToolError without Chromium. */
export async function runEmbedded(options: SuiteOptions, signal: AbortSignal): Promise<number> {
  requireTools(["chromium"], "The suite in the embedded VS Code");
  const report = (line: string) => console.log(line);
  const host = await installHost({ directory: join(options.artefacts, "host"), report, signal });
  await mkdir(options.artefacts, { recursive: true });
  const screenshots = join(options.artefacts, "screenshots");
  const consoleLog = join(options.artefacts, "workbench.log");
  const cleanups: (() => unknown)[] = [];
  try {
    const environment: Record<string, string> = {};
    let developmentPath = options.extension;
    let extensionsDirectory: string | undefined;
    if (options.packaged !== undefined) {
      const installed = await installPackage(host, options.packaged);
      const stub = await createStubExtension();
      cleanups.push(() => rm(installed, { recursive: true }), () => rm(stub, { recursive: true }));
      extensionsDirectory = installed;
      developmentPath = stub;
      environment[installedIntoVariable] = installed;
    }
    if (options.filter !== undefined) environment[filterVariable] = options.filter;

    const browser = await launchBrowser();
    cleanups.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    cleanups.push(recordConsole(page, consoleLog));
    const workbench = embeddedWorkbench(page, screenshots);
    const bridge = await startBridge(workbench);
    cleanups.push(bridge.close);
    environment[bridgeVariable] = bridge.url;
    const server = await startServer(host, { environment, testDriver: true, ...(extensionsDirectory && { extensionsDirectory }) });
    cleanups.push(server.stop);

    signal.throwIfAborted();
    const { code: outcome } = await watchSuite(page, options.timeoutSeconds, signal);
    await page.goto(addressFor(server, developmentPath, options));
    const code = await outcome;
    if (code === exitCodes.timedOut) {
      console.error(`No result after ${options.timeoutSeconds} s; see ${await workbench.screenshot("timed-out")}`);
    }
    if (code !== 0) console.error(`Log of the workbench: ${consoleLog}\n${await server.log()}`);
    return code;
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}
