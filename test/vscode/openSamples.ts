import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findCodeCommand } from "./desktop.ts";
import { installHost } from "./host/install.ts";
import { abortOnInterrupt, InterruptedError } from "./host/interrupt.ts";
import { startServer } from "./host/server.ts";
import { linkExtension } from "./linkExtension.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const usage = `npm start [-- [--host desktop|embedded] [--port NUMBER] [FOLDER or .code-workspace]]
Opens the samples, or what is named, in VS Code with the extension loaded.`;

interface Choice {
  readonly host: "desktop" | "embedded" | undefined;
  readonly port: number | undefined;
  readonly workspace: string;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`"${text}" is no port.\n${usage}`);
  return port;
}

function parseChoice(parameters: string[]): Choice {
  const { values, positionals } = parseArgs({
    args: parameters,
    allowPositionals: true,
    options: { host: { type: "string" }, port: { type: "string" } },
  });
  const { host } = values;
  if (host !== undefined && host !== "desktop" && host !== "embedded") {
    throw new Error(`--host is desktop or embedded, not "${host}".\n${usage}`);
  }
  // npm changes to the project's folder; INIT_CWD is where the person typed.
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const workspace = resolve(typedIn, positionals[0] ?? join(root, "samples/densing.code-workspace"));
  if (!existsSync(workspace)) throw new Error(`${workspace} does not exist.`);
  return { host, port: values.port === undefined ? undefined : parsePort(values.port), workspace };
}

async function openInDesktop(command: string, workspace: string): Promise<void> {
  console.log(`Opening ${workspace} in VS Code (${command}); --host embedded shows it in a browser instead.`);
  const parameters = [`--extensionDevelopmentPath=${root}`, workspace];
  // On Windows `code` is a batch file: only a shell runs it, and the shell needs the quotes.
  const isWindows = process.platform === "win32";
  const child = isWindows
    ? spawn(
        `"${command}"`,
        parameters.map((parameter) => `"${parameter}"`),
        { stdio: "inherit", shell: true },
      )
    : spawn(command, parameters, { stdio: "inherit" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`\`code\` failed (exit ${code}). Try: npm start -- --host embedded`);
}

async function openEmbedded({ workspace, port }: Choice, signal: AbortSignal): Promise<void> {
  const report = (line: string) => console.log(line);
  const host = await installHost({ directory: join(root, ".vscode-test/host"), report, signal });
  const extensionsDirectory = await linkExtension(root);
  try {
    const server = await startServer(host, {
      extensionsDirectory,
      workspace,
      ...(port !== undefined && { port }),
    });
    try {
      console.log(`
${workspace} is open in VS Code at

  ${server.url}

Open this address in a browser. Only this machine can reach it, but without a password: do not leave it
running on a machine shared with people you do not trust. From another machine, forward the port first:
ssh -L ${server.port}:localhost:${server.port} HOST. After a change, \`npm run build\` and reload the page. Ctrl-C stops it.`);
      const interrupted = new Promise<"interrupted">((settle) => {
        if (signal.aborted) settle("interrupted");
        signal.addEventListener("abort", () => settle("interrupted"));
      });
      const ended = await Promise.race([interrupted, server.exited]);
      if (ended !== "interrupted") throw new Error(`The embedded VS Code ended.\n${await server.log()}`);
      console.log("Stopping.");
    } finally {
      await server.stop();
    }
  } finally {
    await rm(extensionsDirectory, { recursive: true, force: true });
  }
}

/** What `npm start` does. Throws with a message for the person; Ctrl-C is a normal end. */
export async function openSamples(parameters: string[]): Promise<void> {
  const choice = parseChoice(parameters);
  const command = choice.host === "embedded" ? undefined : findCodeCommand();
  if (command !== undefined) return openInDesktop(command, choice.workspace);
  if (choice.host === "desktop") throw new Error("There is no `code` on PATH that can open a window here.");
  if (choice.host === undefined)
    console.log("No `code` on PATH that can open a window: using the embedded VS Code.");
  try {
    await openEmbedded(choice, abortOnInterrupt());
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
  }
}
