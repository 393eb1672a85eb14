// An editor at a language server over stdio that is sent its diagnostics.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { MeasuredServer } from "./measuredServer.ts";

/** What a server's process has used. */
export interface Usage {
  /** Milliseconds of processor time since its start, on all its threads. */
  readonly processorTime: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
}

/** One character of a document replaced, as a keystroke does. */
export interface Keystroke {
  readonly position: Position;
  readonly newText: string;
}

/** Loaded into a process before its own code: answers what the process has used. */
export const probe = join(import.meta.dirname, "probe.cjs");

/** Milliseconds after which the answer to a change is given up. */
const patience = 120_000;

/** Milliseconds without a message after which a server has nothing more to do for a change. */
const quietTime = 200;

/** A change whose diagnostics have not come. */
interface Waiting {
  readonly answered: Promise<Diagnostic[]>;
  readonly answer: (diagnostics: Diagnostic[]) => void;
}

/** An editor with a server of its own. */
export class Editor {
  readonly #connection: ProtocolConnection;
  readonly #process: ChildProcess;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Map<string, Waiting>();
  /** Milliseconds from starting the process to its answer to `initialize`. */
  readonly startTime: number;

  private constructor(connection: ProtocolConnection, child: ChildProcess, startTime: number) {
    this.#connection = connection;
    this.#process = child;
    this.startTime = startTime;
    connection.onNotification("textDocument/publishDiagnostics", (published: PublishDiagnosticsParams) => {
      const { uri, version, diagnostics } = published;
      // yaml-language-server sends no versions.
      if (version === undefined || version === this.#versions.get(uri))
        this.#waiting.get(uri)?.answer(diagnostics);
    });
  }

  /** Starts a server and tells it the settings, as an editor does before it opens documents. */
  static async start({ program, settings }: MeasuredServer): Promise<Editor> {
    const started = performance.now();
    const child = spawn(process.execPath, ["--expose-gc", "--require", probe, program, "--stdio"], {
      stdio: ["pipe", "pipe", "ignore", "ipc"],
    });
    if (child.stdin === null || child.stdout === null) throw new Error("The server has no pipes");
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => settings(section)),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { configuration: true } },
      workspaceFolders: null,
    });
    const editor = new Editor(connection, child, performance.now() - started);
    await connection.sendNotification("initialized", {});
    await editor.usage();
    return editor;
  }

  /** Opens a document; its diagnostics. */
  async open(uri: string, text: string): Promise<Diagnostic[]> {
    this.#versions.set(uri, 1);
    const diagnostics = this.#diagnosticsOf(uri);
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
    return diagnostics;
  }

  /** Types; the diagnostics of what was typed. */
  async type(uri: string, { position: { line, character }, newText }: Keystroke): Promise<Diagnostic[]> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const diagnostics = this.#diagnosticsOf(uri);
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [
        {
          range: { start: { line, character }, end: { line, character: character + newText.length } },
          text: newText,
        },
      ],
    });
    return diagnostics;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.#connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[]> {
    const answer = await this.#connection.sendRequest<CompletionItem[] | CompletionList | null>(
      "textDocument/completion",
      { textDocument: { uri }, position },
    );
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  /** @param question "memory" collects garbage before */
  usage(question: "time" | "memory" = "time"): Promise<Usage> {
    return new Promise((resolve) => {
      this.#process.once("message", (usage: Usage) => resolve(usage));
      this.#process.send(question);
    });
  }

  /**
   * Waits until nothing is left to do: what comes later belongs to no measurement.
   * @returns processor time of the server until then, in milliseconds
   */
  async settle(): Promise<number> {
    await Promise.all([...this.#waiting.values()].map(({ answered }) => answered));
    let { processorTime } = await this.usage();
    for (;;) {
      await pause(quietTime);
      const before = processorTime;
      processorTime = (await this.usage()).processorTime;
      if (processorTime - before < quietTime / 20) return processorTime;
    }
  }

  stop(): void {
    this.#connection.dispose();
    this.#process.kill();
  }

  #diagnosticsOf(uri: string): Promise<Diagnostic[]> {
    let answer: Waiting["answer"] = () => undefined;
    const answered = new Promise<Diagnostic[]>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`No diagnostics of ${uri} within ${patience / 1000} seconds`)),
        patience,
      );
      answer = (diagnostics) => {
        clearTimeout(timer);
        this.#waiting.delete(uri);
        resolve(diagnostics);
      };
    });
    this.#waiting.set(uri, { answered, answer });
    return answered;
  }
}
