import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import type { CollectionStatus, CustomMessages, InitializationOptions } from "../../server/src/protocol.ts";
import { documentSelector } from "./cardDocuments.ts";
import type { ClientRuntime } from "./clientRuntime.ts";
import type { Server } from "./serverHandle.ts";

/** Starts the language server as a process of its own, over Node IPC. */
export async function startLanguageClient(
  context: vscode.ExtensionContext,
  runtime: Pick<ClientRuntime, "now">,
): Promise<Server> {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "densing-language-server.cjs").fsPath;
  const serverOptions: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector,
    outputChannelName: "Densing",
    markdown: { isTrusted: { enabledCommands: ["densing.showInTrend"] } },
    errorHandler: restartOnce(runtime),
    initializationOptions: { followsCollections: true } satisfies InitializationOptions,
  };
  const client = new LanguageClient("densing", "Densing", serverOptions, clientOptions);
  const changed = new vscode.EventEmitter<readonly CollectionStatus[]>();
  client.onNotification(
    "densing/collectionsChanged",
    ({ collections }: CustomMessages["densing/collectionsChanged"]["params"]) => changed.fire(collections),
  );
  await client.start();
  return {
    // A token that is undefined would be sent as a second parameter.
    request: (method, params, token) =>
      token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token),
    onCollectionsChanged: changed.event,
    showOutput: () => client.outputChannel.show(),
    dispose: () => {
      changed.dispose();
      void client.dispose();
    },
  };
}

/** More crashes than this within the period mean that a restart does not help. */
const mostRestarts = 4;
const restartPeriod = 180_000;

/** Restarts a crashed server and says so once; gives up when it keeps crashing. */
function restartOnce({ now }: Pick<ClientRuntime, "now">): ErrorHandler {
  const crashes: number[] = [];
  let hasSaidSo = false;
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const time = now().getTime();
      crashes.push(time);
      const recent = crashes.filter((crash) => time - crash < restartPeriod);
      if (recent.length > mostRestarts) {
        return {
          action: CloseAction.DoNotRestart,
          message: vscode.l10n.t(
            'The Densing server stopped {0} times in three minutes and is not started again. "Densing: Show Output" says why; reload the window to try once more.',
            recent.length,
          ),
        };
      }
      if (!hasSaidSo) {
        hasSaidSo = true;
        void vscode.window.showInformationMessage(
          vscode.l10n.t("The Densing server stopped and was started again."),
        );
      }
      return { action: CloseAction.Restart, handled: true };
    },
  };
}
