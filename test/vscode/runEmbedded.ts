import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Page } from "playwright-core";
import { requireTools } from "../support/prerequisites.ts";
import { startBridge } from "./bridge.ts";
import { launchBrowser } from "./browser.ts";
import { embeddedWorkbench } from "./embeddedWorkbench.ts";
import { type Host, installHost } from "./host/install.ts";
import { installPackage, type Server, type ServerOptions, startServer } from "./host/server.ts";
import { createStubExtension } from "./stubExtension.ts";
import { exitCodes, type SuiteOptions } from "./suiteOptions.ts";
import { bridgeVariable, filterVariable, installedIntoVariable } from "./workbench.ts";

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

interface ExtensionUnderTest {
  /** The folder that VS Code takes for the extension under development. */
  readonly developmentPath: string;
  readonly serverOptions: ServerOptions;
  readonly remove: () => Promise<void>;
}

/** The extension's folder as it is, or the package installed into a fresh folder beside an empty extension. */
async function prepareExtension(host: Host, options: SuiteOptions): Promise<ExtensionUnderTest> {
  const { extension, packaged } = options;
  if (packaged === undefined) {
    return { developmentPath: extension, serverOptions: {}, remove: async () => {} };
  }
  const installed = await installPackage(host, packaged);
  const stub = await createStubExtension();
  return {
    developmentPath: stub,
    serverOptions: { extensionsDirectory: installed, environment: { [installedIntoVariable]: installed } },
    remove: async () => {
      await rm(installed, { recursive: true });
      await rm(stub, { recursive: true });
    },
  };
}

/** Opens the address and gives the exit code that VS Code reports for the suite, or ours if it never does. */
async function awaitResult(
  page: Page,
  address: string,
  timeoutSeconds: number,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  let settle: (code: number) => void = () => {};
  const result = new Promise<number>((resolve) => {
    settle = resolve;
  });
  page.once("crash", () => settle(exitCodes.pageCrashed));
  signal.addEventListener("abort", () => settle(exitCodes.interrupted));
  setTimeout(() => settle(exitCodes.timedOut), timeoutSeconds * 1000).unref();
  // VS Code looks for these two functions in the page of a test run.
  await page.exposeFunction("codeAutomationExit", settle);
  await page.exposeFunction("codeAutomationLog", () => {});
  await page.goto(address);
  return result;
}

/** Runs the suite in the embedded host and gives its exit code. Throws a MissingToolError without Chromium. */
export async function runEmbedded(options: SuiteOptions, signal: AbortSignal): Promise<number> {
  const { artefacts, filter, timeoutSeconds } = options;
  requireTools(["chromium"], "The suite in the embedded VS Code");
  const report = (line: string) => console.log(line);
  const host = await installHost({ directory: join(artefacts, "host"), report, signal });
  const consoleLog = join(artefacts, "workbench.log");
  const cleanups: (() => unknown)[] = [];
  try {
    const { developmentPath, serverOptions, remove } = await prepareExtension(host, options);
    cleanups.push(remove);
    const browser = await launchBrowser();
    cleanups.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    cleanups.push(recordConsole(page, consoleLog));
    const workbench = embeddedWorkbench(page, join(artefacts, "screenshots"));
    const bridge = await startBridge(workbench);
    cleanups.push(bridge.close);
    const environment = {
      ...serverOptions.environment,
      [bridgeVariable]: bridge.url,
      ...(filter !== undefined && { [filterVariable]: filter }),
    };
    const server = await startServer(host, { ...serverOptions, environment, testDriver: true });
    cleanups.push(server.stop);

    const code = await awaitResult(
      page,
      addressFor(server, developmentPath, options),
      timeoutSeconds,
      signal,
    );
    if (code === exitCodes.timedOut) {
      console.error(`No result after ${timeoutSeconds} s; see ${await workbench.screenshot("timed-out")}`);
    }
    if (code === exitCodes.timedOut || code === exitCodes.pageCrashed) console.error(await server.log());
    if (code !== 0) console.error(`Log of the workbench: ${consoleLog}`);
    return code;
  } finally {
    for (const cleanup of cleanups.reverse()) {
      await Promise.resolve(cleanup()).catch((error: unknown) => console.error(error));
    }
  }
}
