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
import type { FileSource } from "../files/fileSource.ts";
import { LastGoodLenses } from "../language/codeLens.ts";
import { diagnosticOf, diagnosticsOf } from "../language/diagnostics.ts";
import type { InitializationOptions } from "../protocol.ts";
import { announcer } from "./announceChanges.ts";
import { ClosedFindings } from "./closedFindings.ts";
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
import { type Folder, Folders, normalisedUri } from "./folders.ts";
import { OpenCards } from "./openCards.ts";
import { findingsOfOtherFile, placeOfOtherFile } from "./otherFiles.ts";
import { servePanel } from "./panelRequests.ts";
import { featureCapabilities, registerFeatures } from "./registerFeatures.ts";
import { pushClosedFindings, serveWorkspacePulls, WorkspacePullOffer } from "./workspaceDiagnostics.ts";

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
  let options: InitializationOptions = {};
  let diagnostics: DiagnosticsChannel | undefined;
  let canPull = false;
  const canRegister = () => client.textDocument?.diagnostic?.dynamicRegistration === true;
  const isWorkspaceScope = () =>
    [...settingsByFolder.values()].some(({ diagnosticScope }) => diagnosticScope === "workspace");

  const folders = new Folders({
    openSource: runtime.openSource,
    choicesFor: async (folderUri) => {
      const settings = await askEditorSettings(
        connection,
        folderUri,
        client.workspace?.configuration === true,
      );
      settingsByFolder.set(folderUri, settings);
      if (canPull && canRegister()) workspacePulls.set(isWorkspaceScope());
      return settings.choices;
    },
    onChange: () => {
      announce();
      diagnostics?.refresh();
      closed.refresh();
    },
    onProblem: (message) => connection.console.warn(message),
  });
  const cards = new OpenCards(folders);
  const closed = new ClosedFindings({
    folders,
    isWanted: (folder) => settingsOf(folder).diagnosticScope === "workspace",
  });
  const workspacePulls = new WorkspacePullOffer(connection);
  const announce = announcer(connection, folders, {
    // The folder's settings may have made cards of documents that were open before they were read.
    flush: () => documents.all().forEach((document) => void cards.follow(document)),
    client: () => client,
    followsCollections: () => options.followsCollections === true,
    log,
  });
  const settingsOf = (folder: Folder) => settingsByFolder.get(folder.uri) ?? defaultEditorSettings;
  const follow = (document: TextDocument) => {
    if (cards.follow(document)) return;
    const place = placeOfOtherFile(folders, document.uri);
    void place?.folder.collection.setOpenSettings(place.path, document.getText());
  };
  const open = (uri: string) => {
    const document = documents.get(uri);
    return document && cards.read(document);
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    options = params.initializationOptions ?? {};
    canPull =
      client.textDocument?.diagnostic !== undefined && client.workspace?.diagnostics?.refreshSupport === true;
    const diagnose = (document: TextDocument) => {
      const card = cards.read(document);
      return card
        ? diagnosticsOf(card.context, card.findings(), settingsOf(card.folder).densityDiagnostic)
        : findingsOfOtherFile(folders, document).map(diagnosticOf);
    };
    diagnostics = (canPull ? pullDiagnostics : pushDiagnostics)(connection, documents, diagnose, log);
    if (canPull) serveWorkspacePulls(connection, closed);
    else pushClosedFindings(connection, closed);
    for (const { uri, name } of params.workspaceFolders ?? []) initialFolders.push({ uri, name });
    return {
      serverInfo: { name: "densing", version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...featureCapabilities,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] } },
        },
        ...(canPull && pullCapabilities(!canRegister())),
      },
    };
  });
  const initialFolders: { uri: string; name: string }[] = [];

  connection.onInitialized(() => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      // A folder that is moved or deleted is reported as the folder alone, so that of anything is watched.
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: "**/*.{yaml,yml}", kind: WatchKind.Change },
          { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
        ],
      });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) {
          folders.remove(uri);
          settingsByFolder.delete(normalisedUri(uri));
        }
        for (const { uri, name } of added) folders.add(uri, name);
        cards.forget();
        documents.all().forEach(follow);
        announce();
        closed.refresh();
      });
    }
    for (const { uri, name } of initialFolders) folders.add(uri, name);
  });

  connection.onDidChangeConfiguration(() => void folders.reload());
  const refresh = (uris: readonly string[]) => {
    for (const uri of new Set(uris)) {
      const place = folders.find(uri);
      void place?.folder.collection.refresh(place.path);
    }
  };
  connection.onDidChangeWatchedFiles(({ changes }) => refresh(changes.map(({ uri }) => uri)));
  // Said at once and of both ends; a watcher is late, or says it of the folder above.
  connection.workspace.onDidRenameFiles(({ files }) =>
    refresh(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );
  documents.onDidOpen(({ document: { uri } }) => closed.opened(normalisedUri(uri)));
  documents.onDidChangeContent(({ document }) => follow(document));
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
