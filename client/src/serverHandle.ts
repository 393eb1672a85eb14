import * as vscode from "vscode";
import type { CollectionStatus, CustomMessages, RequestMethod } from "../../server/src/protocol.ts";

/** A running language server, as the rest of the client sees it. */
export interface Server extends vscode.Disposable {
  request<Method extends RequestMethod>(
    method: Method,
    params: CustomMessages[Method]["params"],
    /** Calls the request off: the promise is rejected. */
    token?: vscode.CancellationToken,
  ): Promise<CustomMessages[Method]["result"]>;
  readonly onCollectionsChanged: vscode.Event<readonly CollectionStatus[]>;
  showOutput(): void;
}

/** Starts the server on this kind of machine. */
export type StartServer = () => Promise<Server>;

/** The server, started at most once and only when something needs it. */
export class ServerHandle implements vscode.Disposable {
  readonly #startServer: StartServer;
  readonly #started = new vscode.EventEmitter<Server>();
  #server: Promise<Server> | undefined;

  /** Fires once, when the server runs. */
  readonly onStarted = this.#started.event;

  constructor(startServer: StartServer) {
    this.#startServer = startServer;
  }

  get isStarted(): boolean {
    return this.#server !== undefined;
  }

  /** The running server; starts it when it is not running yet. */
  start(): Promise<Server> {
    this.#server ??= this.#startServer().then(
      (server) => {
        this.#started.fire(server);
        return server;
      },
      (error: unknown) => {
        this.#server = undefined;
        throw error;
      },
    );
    return this.#server;
  }

  dispose(): void {
    this.#started.dispose();
    void this.#server?.then((server) => server.dispose());
  }
}
