import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  WatchKind,
} from "vscode-languageserver";
import type { InitializationOptions } from "../protocol.ts";
import { settingsSection } from "./editorSettings.ts";

/** What an editor says of itself when it connects. */
export type Introduction = Pick<InitializeParams, "capabilities" | "workspaceFolders"> & {
  readonly initializationOptions?: InitializationOptions;
};

/** What the editor at the other end can do and wants; nothing, until it has introduced itself. */
export class Editor {
  readonly #connection: Connection;
  #introduction: Introduction = { capabilities: {}, workspaceFolders: null };

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  introduce(introduction: Introduction): void {
    this.#introduction = introduction;
  }

  get #workspace() {
    return this.#introduction.capabilities.workspace;
  }

  get #textDocument() {
    return this.#introduction.capabilities.textDocument;
  }

  get folders(): readonly { readonly uri: string; readonly name: string }[] {
    return this.#introduction.workspaceFolders ?? [];
  }

  /** Whether it asks for findings, also again when others have changed. */
  get pulls(): boolean {
    return (
      this.#textDocument?.diagnostic !== undefined && this.#workspace?.diagnostics?.refreshSupport === true
    );
  }

  /** Whether it can be offered pulls later. */
  get takesOffers(): boolean {
    return this.#textDocument?.diagnostic?.dynamicRegistration === true;
  }

  get canBeAskedForSettings(): boolean {
    return this.#workspace?.configuration === true;
  }

  get tellsOfFolders(): boolean {
    return this.#workspace?.workspaceFolders === true;
  }

  /** Whether it takes `densing/collectionsChanged`. */
  get followsCollections(): boolean {
    return this.#introduction.initializationOptions?.followsCollections === true;
  }

  get refreshesLenses(): boolean {
    return this.#workspace?.codeLens?.refreshSupport === true;
  }

  get refreshesHints(): boolean {
    return this.#workspace?.inlayHint?.refreshSupport === true;
  }

  /** Whether it can hold places open for typing. */
  get snippets(): boolean {
    return this.#textDocument?.completion?.completionItem?.snippetSupport === true;
  }

  /** Whether an edit can create files. */
  get canCreateFiles(): boolean {
    const edit = this.#workspace?.workspaceEdit;
    return edit?.resourceOperations?.includes("create") === true && edit.documentChanges === true;
  }

  /** Asks it to tell of changed settings and files. */
  watch(): void {
    const { client } = this.#connection;
    if (this.#workspace?.didChangeConfiguration?.dynamicRegistration) {
      void client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (this.#workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // A folder that is moved or deleted is reported as the folder alone, so that of anything is watched.
      void client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: "**/*.{yaml,yml}", kind: WatchKind.Change },
          { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
        ],
      });
    }
  }
}
