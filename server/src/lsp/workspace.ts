import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { OpenFile } from "../language/openFile.ts";
import type { Editor } from "./editor.ts";
import { askEditorSettings, defaultEditorSettings, type EditorSettings } from "./editorSettings.ts";
import { type Folder, Folders, normalisedUri } from "./folders.ts";
import { OpenCards } from "./openCards.ts";
import { openOtherFile, placeOfOtherFile } from "./otherFiles.ts";
import type { Runtime } from "./runtime.ts";

/** An open file in its collection. */
export type FileInFolder = OpenFile & { readonly folder: Folder };

/** What a workspace tells its owner. */
export interface WorkspaceListener {
  /** Numbers, findings or cards may have changed. */
  readonly onChange: () => void;
  /** The editor's settings for a folder are known, or are others now. */
  readonly onSettings: () => void;
}

/** The folders of an editor with their settings, and its open documents in them. */
export class Workspace {
  readonly folders: Folders;
  readonly #runtime: Runtime;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #cards: OpenCards;
  readonly #settings = new Map<string, EditorSettings>();

  constructor(
    connection: Connection,
    editor: Editor,
    documents: TextDocuments<TextDocument>,
    runtime: Runtime,
    { onChange, onSettings }: WorkspaceListener,
  ) {
    this.#runtime = runtime;
    this.#documents = documents;
    this.folders = new Folders({
      runtime,
      choicesFor: async (folderUri) => {
        const settings = await askEditorSettings(connection, folderUri, editor.canBeAskedForSettings);
        this.#settings.set(folderUri, settings);
        onSettings();
        return settings.choices;
      },
      onChange,
      onProblem: (message) => connection.console.warn(message),
    });
    this.#cards = new OpenCards(this.folders, runtime);
  }

  /** The editor's settings for a folder. */
  settingsOf({ uri }: Folder): EditorSettings {
    return this.#settings.get(uri) ?? defaultEditorSettings;
  }

  /** Whether findings of closed files are wanted of any folder. */
  get wantsClosedFiles(): boolean {
    return [...this.#settings.values()].some(({ diagnosticScope }) => diagnosticScope === "workspace");
  }

  /** An open card, settings or reference file; `undefined` for any other. */
  open(uri: string): FileInFolder | undefined {
    const document = this.#documents.get(uri);
    return document && (this.#cards.read(document) ?? openOtherFile(this.folders, document));
  }

  /** Takes what an editor holds into its collection. */
  follow(document: TextDocument): void {
    if (this.#cards.follow(document)) return;
    const place = placeOfOtherFile(this.folders, document.uri);
    if (place !== undefined)
      this.#runtime.start(() => place.folder.collection.setOpenSettings(place.path, document.getText()));
  }

  /** Settings may have made cards of documents that were open before the settings were read. */
  followCards(): void {
    for (const document of this.#documents.all()) this.#cards.follow(document);
  }

  close(document: TextDocument): void {
    this.#runtime.start(() => this.#cards.close(document));
  }

  /** Files or folders changed, came or went on the disk. */
  refresh(uris: readonly string[]): void {
    for (const uri of new Set(uris)) {
      const place = this.folders.find(uri);
      if (place !== undefined) this.#runtime.start(() => place.folder.collection.refresh(place.path));
    }
  }

  /** Other folders are open; every document is placed again. */
  changeFolders(added: readonly { uri: string; name: string }[], removed: readonly { uri: string }[]): void {
    for (const { uri } of removed) {
      this.folders.remove(uri);
      this.#settings.delete(normalisedUri(uri));
    }
    for (const { uri, name } of added) this.folders.add(uri, name);
    this.#cards.forget();
    for (const document of this.#documents.all()) this.follow(document);
  }
}
