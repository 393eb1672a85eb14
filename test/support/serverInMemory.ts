import { PassThrough } from "node:stream";
import type { TestContext } from "node:test";
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { FileSource } from "../../server/src/files/fileSource.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import { testMachine } from "./testRuntime.ts";

/** The folder of a server in memory. */
export const memoryFolder = "file:///memory";

/** Files that are nowhere but in a table of path to text. */
export function filesInMemory(files: Readonly<Record<string, string>>): FileSource {
  return {
    stat: async (path) => (files[path] === undefined ? "missing" : "file"),
    listFiles: async () => Object.keys(files).sort(),
    readText: async (path) => files[path] ?? Promise.reject(new Error(`No file ${path}`)),
  };
}

/** A server in this process, on files in memory, and its editor's end of the connection. */
export async function serverInMemory(
  t: TestContext,
  source: FileSource,
): Promise<{ readonly editor: ProtocolConnection; readonly log: readonly string[] }> {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  const editor = createProtocolConnection(
    new StreamMessageReader(toEditor),
    new StreamMessageWriter(toServer),
  );
  t.after(() => {
    editor.dispose();
    connection.dispose();
  });
  const log: string[] = [];
  editor.onNotification("window/logMessage", ({ message }: { message: string }) => void log.push(message));
  editor.onUnhandledNotification(() => {});
  startServer(
    connection,
    testMachine(() => source),
  );
  editor.listen();
  await editor.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: memoryFolder, name: "memory" }],
  });
  await editor.sendNotification("initialized", {});
  return { editor, log };
}
