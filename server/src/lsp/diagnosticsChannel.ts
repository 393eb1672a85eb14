import {
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Log, runSafely } from "./runSafely.ts";

/** How findings reach the editor. The rest of the server does not know which way it is. */
export interface DiagnosticsChannel {
  /** Findings of open documents may have changed. */
  readonly refresh: () => void;
}

/** Findings of an open document; nothing for a document that is no card. */
export type Diagnose = (document: TextDocument) => Diagnostic[];

/**
 * What pull diagnostics need in the server's capabilities.
 * @param workspaceDiagnostics whether closed files can be asked for; `false` where that is offered later
 */
export function pullCapabilities(
  workspaceDiagnostics: boolean,
): Pick<ServerCapabilities, "diagnosticProvider"> {
  return { diagnosticProvider: { identifier: "densing", interFileDependencies: true, workspaceDiagnostics } };
}

/** The editor asks when it wants findings; after changes elsewhere it is asked to ask again. */
export function pullDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  log: Log,
): DiagnosticsChannel {
  connection.languages.diagnostics.on(({ textDocument }, token) =>
    runSafely(log, "Diagnostics", token, { kind: DocumentDiagnosticReportKind.Full, items: [] }, () => {
      const document = documents.get(textDocument.uri);
      return { kind: DocumentDiagnosticReportKind.Full, items: document ? diagnose(document) : [] };
    }),
  );
  return {
    refresh: coalesced(
      refreshDelay,
      () => void connection.languages.diagnostics.refresh().catch(() => undefined),
    ),
  };
}

/** For editors without pull or without refresh: findings are sent, a moment after the last change. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  log: Log,
): DiagnosticsChannel {
  const send = (document: TextDocument) => {
    try {
      const { uri, version } = document;
      void connection.sendDiagnostics({ uri, version, diagnostics: diagnose(document) });
    } catch (error) {
      log(`Diagnostics failed: ${String(error)}`);
    }
  };
  const refresh = coalesced(pushDelay, () => documents.all().forEach(send));
  documents.onDidChangeContent(refresh);
  documents.onDidClose(({ document: { uri } }) => void connection.sendDiagnostics({ uri, diagnostics: [] }));
  return { refresh };
}

/** Milliseconds: an editor that pulls asks by itself on typing, so this is for changes elsewhere. */
const refreshDelay = 150;
/** Milliseconds after the last keystroke. */
const pushDelay = 50;

/** Runs once for many calls within `delay` milliseconds of each other, counted from the first. */
export function coalesced(delay: number, run: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      run();
    }, delay);
  };
}
