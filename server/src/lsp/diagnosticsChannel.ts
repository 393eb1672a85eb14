import {
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { inSlices } from "../files/inSlices.ts";
import type { Steps } from "../trend/steps.ts";
import { runSafely } from "./runSafely.ts";
import { errorText, type Runtime } from "./runtime.ts";
import { AdaptiveWaits, coalesced, gathered } from "./scheduling.ts";

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
  runtime: Runtime,
): DiagnosticsChannel {
  connection.languages.diagnostics.on(({ textDocument }, token) =>
    runSafely(runtime, "Diagnostics", token, { kind: DocumentDiagnosticReportKind.Full, items: [] }, () => {
      const document = documents.get(textDocument.uri);
      return { kind: DocumentDiagnosticReportKind.Full, items: document ? diagnose(document) : [] };
    }),
  );
  return {
    refresh: coalesced(
      refreshDelay,
      () => connection.languages.diagnostics.refresh().catch(() => undefined),
      runtime,
    ),
  };
}

/** What an editor was sent of a document last. */
interface Sent {
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
  /** How many changes there had been. */
  readonly changes: number;
}

/**
 * For editors without pull or without refresh: findings are sent. Those of the document that somebody
 * types in come at once, or after a pause as long as they took the last time, so that never more than
 * half of the time is spent on them; those of other documents come a moment later, if they are others.
 */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  diagnose: Diagnose,
  runtime: Runtime,
): DiagnosticsChannel {
  const sent = new Map<string, Sent>();
  const waits = new AdaptiveWaits(runtime);
  let changes = 0;
  const send = (document: TextDocument) => {
    try {
      const { uri, version } = document;
      const diagnostics = diagnose(document);
      const last = sent.get(uri);
      sent.set(uri, { version, diagnostics, changes });
      if (last?.version === version && areSame(last.diagnostics, diagnostics)) return;
      void connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      runtime.log(`Diagnostics failed: ${errorText(error)}`);
    }
  };
  const sendAll = function* (): Steps<void> {
    for (const { uri } of documents.all()) {
      const document = documents.get(uri);
      // What was sent after the last change stands as it is.
      if (document === undefined || sent.get(uri)?.changes === changes) continue;
      send(document);
      yield;
    }
  };
  const sendSoon = coalesced(
    refreshDelay,
    () => {
      const sinceChange = changes;
      // Each change asks for another round; one between two documents would have all be seen anew for each.
      return inSlices(sendAll(), runtime, () => sinceChange === changes);
    },
    runtime,
  );
  const refresh = () => {
    changes += 1;
    sendSoon();
  };
  // Of many documents that are opened at once each would change the collection that the others are seen in.
  const sendOnceGathered = gathered(
    longestGathering,
    (uris) => {
      for (const uri of uris)
        waits.run(uri, () => {
          const document = documents.get(uri);
          if (document !== undefined) send(document);
        });
    },
    runtime,
  );
  documents.onDidChangeContent(({ document: { uri } }) => {
    refresh();
    sendOnceGathered(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    sent.delete(uri);
    waits.forget(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return { refresh };
}

/** Most are the very same objects. */
function areSame(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, place) => one === others[place] || JSON.stringify(one) === JSON.stringify(others[place]))
  );
}

/** Milliseconds that the first of many documents opened at once waits for the others. */
const longestGathering = 100;

/** Milliseconds: findings of a document that nobody types in may wait that long. */
const refreshDelay = 150;
