import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../../../package.json";
import { createLanguageService } from "../language/languageService.ts";
import { announcer } from "./announceChanges.ts";
import { ClosedFindings } from "./closedFindings.ts";
import {
  type DiagnosticsChannel,
  pullCapabilities,
  pullDiagnostics,
  pushDiagnostics,
} from "./diagnosticsChannel.ts";
import { Editor, type Introduction } from "./editor.ts";
import { normalisedUri } from "./folders.ts";
import { servePanel } from "./panelRequests.ts";
import { featureCapabilities, registerFeatures } from "./registerFeatures.ts";
import { type Machine, runtimeOn } from "./runtime.ts";
import { Workspace } from "./workspace.ts";
import { pushClosedFindings, serveWorkspacePulls, WorkspacePullOffer } from "./workspaceDiagnostics.ts";

/** Serves a connection, whatever carries it, on any machine. */
export function startServer(connection: Connection, machine: Machine): void {
  const runtime = runtimeOn(machine, (line) => connection.console.error(line));
  const documents = new TextDocuments(TextDocument);
  const editor = new Editor(connection);
  const service = createLanguageService();
  const workspacePulls = new WorkspacePullOffer(connection);
  let diagnostics: DiagnosticsChannel | undefined;

  const workspace = new Workspace(connection, editor, documents, runtime, {
    onSettings: () => {
      if (editor.pulls && editor.takesOffers) workspacePulls.set(workspace.wantsClosedFiles);
    },
    onChange: () => {
      announce();
      diagnostics?.refresh();
      closed.refresh();
    },
  });
  const { folders } = workspace;
  const closed = new ClosedFindings({
    folders,
    isWanted: (folder) => workspace.settingsOf(folder).diagnosticScope === "workspace",
    runtime,
  });
  const announce = announcer(connection, folders, editor, runtime, () => workspace.followCards());

  connection.onInitialize((introduction: Introduction): InitializeResult => {
    editor.introduce(introduction);
    const diagnose = ({ uri }: TextDocument) => {
      const file = workspace.open(uri);
      if (file === undefined) return [];
      return service.diagnose(file, { density: workspace.settingsOf(file.folder).densityDiagnostic });
    };
    const channel = editor.pulls ? pullDiagnostics : pushDiagnostics;
    diagnostics = channel(connection, documents, diagnose, runtime);
    if (editor.pulls) serveWorkspacePulls(connection, closed, runtime);
    else pushClosedFindings(connection, closed);
    return {
      serverInfo: { name: "densing", version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...featureCapabilities,
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: { filters: [{ scheme: "file", pattern: { glob: "**/*" } }] } },
        },
        ...(editor.pulls && pullCapabilities(!editor.takesOffers)),
      },
    };
  });
  connection.onInitialized(() => {
    editor.watch();
    if (editor.tellsOfFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        workspace.changeFolders(added, removed);
        announce();
        closed.refresh();
      });
    for (const { uri, name } of editor.folders) folders.add(uri, name);
  });

  connection.onDidChangeConfiguration(() => folders.reload());
  connection.onDidChangeWatchedFiles(({ changes }) => workspace.refresh(changes.map(({ uri }) => uri)));
  // Said at once and of both ends; a watcher is late, or says it of the folder above.
  connection.workspace.onDidRenameFiles(({ files }) =>
    workspace.refresh(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );
  documents.onDidOpen(({ document: { uri } }) => closed.opened(normalisedUri(uri)));
  documents.onDidChangeContent(({ document }) => workspace.follow(document));
  documents.onDidClose(({ document }) => {
    service.forget(document.uri);
    workspace.close(document);
  });

  registerFeatures(connection, service, workspace, editor, runtime);
  servePanel(connection, folders, runtime);
  documents.listen(connection);
  connection.listen();
}
