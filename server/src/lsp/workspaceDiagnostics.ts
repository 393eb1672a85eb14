import {
  type CancellationToken,
  type Connection,
  type Disposable,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Audience, ClosedFindings, FileReport } from "./closedFindings.ts";
import { normalisedUri } from "./folders.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Answers pulls for the whole workspace with the findings of closed files. A request stays open until
 * something is different from what the editor has; where the editor takes partial results, it stays
 * open for good and changes are sent as they come.
 */
export function serveWorkspacePulls(
  connection: Connection,
  closed: ClosedFindings,
  { soon }: Pick<Runtime, "soon">,
): void {
  connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
    partial === undefined
      ? nextChange(closed, params, token)
      : allChanges(closed, params, token, (report) => partial.report(report), soon),
  );
}

/** Sends the findings of closed files to an editor that cannot pull. */
export function pushClosedFindings(connection: Connection, closed: ClosedFindings): void {
  closed.add({
    reported: new Map(),
    takesBackOpened: false,
    send: (reports) => {
      for (const { uri, diagnostics } of reports) void connection.sendDiagnostics({ uri, diagnostics });
    },
  });
}

/**
 * Offers pulls for the workspace only while they are wanted, since an editor that pulls keeps what it
 * has of a closed file. The offer is apart from that for open documents and is for none of them.
 */
export class WorkspacePullOffer {
  readonly #connection: Connection;
  #registration: Promise<Disposable> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Registers or takes back the offer; does nothing when it stands as it should. */
  set(isWanted: boolean): void {
    if (isWanted === (this.#registration !== undefined)) return;
    if (this.#registration !== undefined) {
      void this.#registration.then((registration) => registration.dispose()).catch(() => undefined);
      this.#registration = undefined;
      return;
    }
    this.#registration = this.#connection.client.register(DocumentDiagnosticRequest.type, {
      documentSelector: [],
      identifier: "densing-workspace",
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  }
}

function nextChange(
  closed: ClosedFindings,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  return new Promise((resolve, reject) => {
    const changed = new Map<string, WorkspaceDocumentDiagnosticReport>();
    const audience: Audience = {
      reported: shownBefore(previousResultIds),
      takesBackOpened: true,
      send: (reports) => {
        for (const report of reports) changed.set(report.uri, documentReport(report));
      },
      onRoundEnd: () => {
        if (changed.size === 0) return;
        closed.remove(audience);
        const same = previousResultIds.filter(({ uri }) => !changed.has(normalisedUri(uri)));
        const unchanged = same.map(
          ({ uri, value }): WorkspaceDocumentDiagnosticReport => ({
            kind: DocumentDiagnosticReportKind.Unchanged,
            uri,
            version: null,
            resultId: value,
          }),
        );
        resolve({ items: [...changed.values(), ...unchanged] });
      },
    };
    listenUntilCancelled(closed, audience, token, reject);
  });
}

/** Never resolves: changes are reported as partial results until the editor cancels. */
function allChanges(
  closed: ClosedFindings,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  report: (partial: WorkspaceDiagnosticReport) => void,
  soon: Runtime["soon"],
): Promise<WorkspaceDiagnosticReport> {
  return new Promise((_, reject) => {
    const waiting: WorkspaceDocumentDiagnosticReport[] = [];
    const flush = () => {
      if (waiting.length > 0) report({ items: waiting.splice(0) });
    };
    const audience: Audience = {
      reported: shownBefore(previousResultIds),
      takesBackOpened: true,
      send: (reports) => {
        const isFirst = waiting.length === 0;
        waiting.push(...reports.map(documentReport));
        if (isFirst) soon(flush);
      },
    };
    listenUntilCancelled(closed, audience, token, reject);
  });
}

function listenUntilCancelled(
  closed: ClosedFindings,
  audience: Audience,
  token: CancellationToken,
  reject: (reason: unknown) => void,
): void {
  token.onCancellationRequested(() => {
    closed.remove(audience);
    reject(new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled."));
  });
  if (!token.isCancellationRequested) closed.add(audience);
}

function shownBefore(ids: WorkspaceDiagnosticParams["previousResultIds"]): Map<string, string> {
  return new Map(ids.map(({ uri, value }) => [normalisedUri(uri), value]));
}

function documentReport({ uri, diagnostics, resultId }: FileReport): WorkspaceDocumentDiagnosticReport {
  return {
    kind: DocumentDiagnosticReportKind.Full,
    uri,
    version: null,
    items: diagnostics,
    ...(resultId !== undefined && { resultId }),
  };
}
