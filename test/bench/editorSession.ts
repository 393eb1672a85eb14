// A language server over stdio, timed as an editor that is sent its diagnostics feels it.
import { spawn } from "node:child_process";
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** Milliseconds a person waits. */
export interface SessionTimes {
  /** From starting the process to its answer to `initialize`. */
  readonly start: number;
  /** From opening a file to its diagnostics. */
  readonly open: number;
  /** From a keystroke to its diagnostics. */
  readonly edit: number;
}

/** Starts a server, opens a file and types into it. */
export async function timeSession(
  command: readonly string[],
  text: string,
  edits: number,
): Promise<SessionTimes> {
  const started = performance.now();
  const child = spawn(process.execPath, [...command], { stdio: ["pipe", "pipe", "ignore"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let arrived: (() => void) | undefined;
  connection.onNotification("textDocument/publishDiagnostics", (_: PublishDiagnosticsParams) => arrived?.());
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => ({})));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: null,
  });
  const start = performance.now() - started;
  await connection.sendNotification("initialized", {});
  const uri = "file:///bench/a.modelcard.yaml";
  const untilDiagnostics = async (send: () => Promise<void>) => {
    const before = performance.now();
    const answered = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await send();
    await answered;
    return performance.now() - before;
  };
  const open = await untilDiagnostics(() =>
    connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    }),
  );
  const times: number[] = [];
  for (let version = 2; version < edits + 2; version++) {
    times.push(
      await untilDiagnostics(() =>
        connection.sendNotification("textDocument/didChange", {
          textDocument: { uri, version },
          contentChanges: [{ text: `${text}# ${version}\n` }],
        }),
      ),
    );
  }
  connection.dispose();
  child.kill();
  return { start, open, edit: times.reduce((sum, time) => sum + time, 0) / times.length };
}
