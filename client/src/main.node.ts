import type * as vscode from "vscode";
import type { ClientRuntime } from "./clientRuntime.ts";
import { activateExtension } from "./extension.ts";
import type { startLanguageClient } from "./languageClient.ts";
import type { ServerHandle } from "./serverHandle.ts";

/** Entry point in VS Code on Node. The language client is loaded with the first card, not before. */
export function activate(context: vscode.ExtensionContext): ServerHandle {
  const runtime: ClientRuntime = {
    startServer: () => {
      const client = require("./languageClient.cjs") as { startLanguageClient: typeof startLanguageClient };
      return client.startLanguageClient(context, runtime);
    },
    now: () => new Date(),
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  };
  return activateExtension(context, runtime);
}
