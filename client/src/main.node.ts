import type * as vscode from "vscode";
import { activateExtension } from "./extension.ts";
import type { startLanguageClient } from "./languageClient.ts";
import type { ServerHandle } from "./serverHandle.ts";

/** Entry point in VS Code on Node. The language client is loaded with the first card, not before. */
export function activate(context: vscode.ExtensionContext): ServerHandle {
  return activateExtension(context, () => {
    const client = require("./languageClient.cjs") as { startLanguageClient: typeof startLanguageClient };
    return client.startLanguageClient(context);
  });
}
