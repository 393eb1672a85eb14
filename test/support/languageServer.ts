// The real language server in a process of its own, spoken to over stdio as an editor does.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type UnregistrationParams,
} from "vscode-languageserver-protocol/node";
import type {
  CollectionStatus,
  CustomMessages,
  InitializationOptions,
  PanelAnswer,
  PanelData,
  PanelQuestion,
  RequestMethod,
} from "../../server/src/protocol.ts";

const serverFile = resolve(import.meta.dirname, "../../dist/densing-language-server.cjs");

/** Capabilities of an editor that pulls diagnostics and can be asked to do so again. */
export const pullingClient: ClientCapabilities = {
  textDocument: { diagnostic: { dynamicRegistration: true } },
  workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true, configuration: true },
};

/** Capabilities of an editor that only takes what it is sent. */
export const pushedClient: ClientCapabilities = { workspace: { workspaceFolders: true } };

export interface TestServer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  /** URI of a file; in the first folder unless another is given, as in the methods below. */
  uri(path: string, folder?: number): string;
  folderUri(position?: number): string;
  /** Writes a file on disk without telling the server. */
  write(path: string, text: string, folder?: number): void;
  open(path: string, text: string, folder?: number): void;
  change(path: string, version: number, text: string, folder?: number): void;
  close(path: string, folder?: number): void;
  hover(path: string, line: number, character: number, folder?: number): Promise<string>;
  pull(path: string, folder?: number): Promise<Diagnostic[]>;
  pushed(path: string, isDone: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  /** What was sent last for a file; `undefined` when nothing was. */
  lastPushed(path: string): Diagnostic[] | undefined;
  /** Registrations for a method that stand. */
  offers(method: string): readonly Registration[];
  request<Method extends RequestMethod>(
    method: Method,
    params: CustomMessages[Method]["params"],
  ): Promise<CustomMessages[Method]["result"]>;
  /** Everything that a panel shows; `undefined` without any folder. */
  panel(question: Partial<PanelQuestion>): Promise<PanelData | undefined>;
  /** Resolves with the first announcement, past or future, that satisfies the condition. */
  collections(
    isDone: (collections: readonly CollectionStatus[]) => boolean,
  ): Promise<readonly CollectionStatus[]>;
  /** What was told of collections last; `undefined` when nothing was. */
  lastCollections(): readonly CollectionStatus[] | undefined;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** Starts the server on folders of files: one table of path to text per folder. */
export async function startTestServer(
  folders: readonly Readonly<Record<string, string>>[],
  options: {
    capabilities?: ClientCapabilities;
    /** What the editor answers for every folder, or for the folder at a position. */
    settings?: Record<string, unknown> | ((folder: number) => Record<string, unknown>);
    roots?: readonly string[];
    /** What the editor says that it takes beyond the protocol. */
    initializationOptions?: InitializationOptions;
  } = {},
): Promise<TestServer> {
  const root = mkdtempSync(join(tmpdir(), "densing-server-"));
  const roots =
    options.roots ?? folders.map((files, position) => makeFolder(join(root, `folder-${position}`), files));
  const child = spawn(process.execPath, [serverFile, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const log: string[] = [];
  child.stderr.on("data", (data: Buffer) => log.push(data.toString()));
  const announcements = new Stream<readonly CollectionStatus[]>();
  const published = new Map<string, Stream<Diagnostic[]>>();
  const publishedFor = (uri: string) => {
    const stream = published.get(uri) ?? new Stream<Diagnostic[]>();
    published.set(uri, stream);
    return stream;
  };
  connection.onNotification(
    "window/logMessage",
    ({ message }: { message: string }) => void log.push(message),
  );
  connection.onNotification(
    "densing/collectionsChanged",
    ({ collections }: { collections: CollectionStatus[] }) => announcements.push(collections),
  );
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }: PublishDiagnosticsParams) => publishedFor(uri).push(diagnostics),
  );
  const offers = new Map<string, Registration>();
  connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
    for (const registration of registrations) offers.set(registration.id, registration);
    return null;
  });
  connection.onRequest("client/unregisterCapability", ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) offers.delete(id);
    return null;
  });
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.onRequest("workspace/codeLens/refresh", () => null);
  const folderUri = (position = 0) => pathToFileURL(roots[position] ?? root).toString();
  const { settings = {} } = options;
  connection.onRequest("workspace/configuration", ({ items }: ConfigurationParams) =>
    items.map(({ scopeUri }) =>
      typeof settings === "function"
        ? settings(roots.findIndex((_, position) => folderUri(position) === scopeUri))
        : settings,
    ),
  );
  connection.listen();
  const uri = (path: string, folder = 0) =>
    `${folderUri(folder)}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? pullingClient,
    initializationOptions: options.initializationOptions ?? { followsCollections: true },
    workspaceFolders: roots.map((folder, position) => ({
      uri: pathToFileURL(folder).toString(),
      name: `folder-${position}`,
    })),
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    initialized,
    process: child,
    uri,
    folderUri,
    log,
    write: (path, text, folder = 0) => writeFile(join(roots[folder] ?? root, path), text),
    open: (path, text, folder) =>
      void connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uri(path, folder), languageId: "yaml", version: 1, text },
      }),
    change: (path, version, text, folder) =>
      void connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: uri(path, folder), version },
        contentChanges: [{ text }],
      }),
    close: (path, folder) =>
      void connection.sendNotification("textDocument/didClose", { textDocument: { uri: uri(path, folder) } }),
    hover: async (path, line, character, folder) => {
      const hover = await connection.sendRequest<Hover | null>("textDocument/hover", {
        textDocument: { uri: uri(path, folder) },
        position: { line, character },
      });
      return hover === null ? "" : (hover.contents as { value: string }).value;
    },
    pull: async (path, folder) =>
      (
        await connection.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", {
          textDocument: { uri: uri(path, folder) },
        })
      ).items,
    pushed: (path, isDone) => publishedFor(uri(path)).find(isDone),
    lastPushed: (path) => publishedFor(uri(path)).last(),
    offers: (method) => [...offers.values()].filter((registration) => registration.method === method),
    request: (method, params) => connection.sendRequest(method, params),
    panel: async (question) => {
      const answer = await connection.sendRequest<PanelAnswer | null>("densing/panel", { question });
      return answer !== null && "data" in answer ? answer.data : undefined;
    },
    collections: (isDone) => announcements.find(isDone),
    lastCollections: () => announcements.last(),
    stop: async () => {
      await connection.sendRequest("shutdown").catch(() => undefined);
      await connection.sendNotification("exit").catch(() => undefined);
      connection.dispose();
      child.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Values that arrive one by one; whoever looks for one sees the past ones too. */
class Stream<Value> {
  readonly #values: Value[] = [];
  readonly #waiting = new Set<(value: Value) => void>();

  push(value: Value): void {
    this.#values.push(value);
    for (const tell of [...this.#waiting]) tell(value);
  }

  last(): Value | undefined {
    return this.#values.at(-1);
  }

  find(isDone: (value: Value) => boolean): Promise<Value> {
    const past = this.#values.findLast(isDone);
    if (past !== undefined) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`nothing fitting arrived; last: ${JSON.stringify(this.#values.at(-1))}`)),
        20_000,
      );
      const tell = (value: Value) => {
        if (!isDone(value)) return;
        this.#waiting.delete(tell);
        clearTimeout(timer);
        resolve(value);
      };
      this.#waiting.add(tell);
    });
  }
}

function makeFolder(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFile(join(folder, path), text);
  return folder;
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
