import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { URI } from "vscode-uri";
import { version } from "../../../package.json";
import { LastGoodLenses } from "../language/codeLens.ts";
import { diagnosticOf, diagnosticsOf } from "../language/diagnostics.ts";
import type { FileSource } from "../workspace/fileSource.ts";
import { announcer } from "./announceChanges.ts";
import {
  type DiagnosticsChannel,
  pullCapabilities,
  pullDiagnostics,
  pushDiagnostics,
} from "./diagnosticsChannel.ts";
import {
  askEditorSettings,
  defaultEditorSettings,
  type EditorSettings,
  settingsSection,
} from "./editorSettings.ts";
import { type Folder, Folders } from "./folders.ts";
import { OpenCards } from "./openCards.ts";
import { findingsOfOtherFile } from "./otherFiles.ts";
import { servePanel } from "./panelRequests.ts";
import { featureCapabilities, registerFeatures } from "./registerFeatures.ts";

/** What the server needs from the machine it runs on. */
export interface Runtime {
  readonly openSource: (folder: URI) => FileSource;
}

/** Serves a connection, whatever carries it. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const log = (message: string) => connection.console.error(message);
  const settingsByFolder = new Map<string, EditorSettings>();
  const lenses = new LastGoodLenses();
  let client: InitializeParams["capabilities"] = {};
  let diagnostics: DiagnosticsChannel | undefined;

  const folders = new Folders({
    openSource: runtime.openSource,
    choicesFor: async (folderUri) => {
      const settings = await askEditorSettings(
        connection,
        folderUri,
        client.workspace?.configuration === true,
      );
      settingsByFolder.set(folderUri, settings);
      return settings.choices;
    },
    onChange: () => {
      announce();
      diagnostics?.refresh();
    },
    onProblem: (message) => connection.console.warn(message),
  });
  const cards = new OpenCards(folders);
  const announce = announcer(connection, folders, {
    // The folder's settings may have made cards of documents that were open before they were read.
    beforehand: () => documents.all().forEach((document) => void cards.read(document)),
    client: () => client,
    log,
  });
  const settingsOf = (folder: Folder) => settingsByFolder.get(folder.uri) ?? defaultEditorSettings;
  const open = (uri: string) => {
    const document = documents.get(uri);
    return document && cards.read(document);
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    const canPull =
      client.textDocument?.diagnostic !== undefined && client.workspace?.diagnostics?.refreshSupport === true;
    const diagnose = (document: TextDocument) => {
      const card = cards.read(document);
      return card
        ? diagnosticsOf(card.context, card.findings(), settingsOf(card.folder).densityDiagnostic)
        : findingsOfOtherFile(folders, document).map(diagnosticOf);
    };
    diagnostics = (canPull ? pullDiagnostics : pushDiagnostics)(connection, documents, diagnose, log);
    for (const { uri, name } of params.workspaceFolders ?? []) initialFolders.push({ uri, name });
    return {
      serverInfo: { name: "densing", version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...featureCapabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(canPull && pullCapabilities),
      },
    };
  });
  const initialFolders: { uri: string; name: string }[] = [];

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // A deleted folder is reported as the folder alone, so deletions of anything are watched.
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*.{yaml,yml}" }, { globPattern: "**/*", kind: WatchKind.Delete }],
      });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.remove(uri);
        for (const { uri, name } of added) folders.add(uri, name);
        cards.forget();
        announce();
      });
    }
    for (const { uri, name } of initialFolders) folders.add(uri, name);
  });

  connection.onDidChangeConfiguration(() => void folders.reload());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const uri of new Set(changes.map((change) => change.uri))) {
      const place = folders.find(uri);
      void place?.folder.collection.refresh(place.path);
    }
  });
  documents.onDidChangeContent(({ document }) => void cards.read(document));
  documents.onDidClose(({ document }) => {
    lenses.forget(document.uri);
    void cards.close(document);
  });

  registerFeatures(connection, {
    document: (uri) => documents.get(uri),
    open,
    settingsOf,
    supportsSnippets: () => client.textDocument?.completion?.completionItem?.snippetSupport === true,
    canCreateFiles: () =>
      client.workspace?.workspaceEdit?.resourceOperations?.includes("create") === true &&
      client.workspace.workspaceEdit.documentChanges === true,
    folders,
    lenses,
    log,
  });
  servePanel(connection, folders, log);

  documents.listen(connection);
  connection.listen();
}
