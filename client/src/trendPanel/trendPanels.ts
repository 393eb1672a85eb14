import * as vscode from "vscode";
import type { ServerHandle } from "../serverHandle.ts";
import { TrendPanel } from "./trendPanel.ts";

/** The open trend panel, one at a time, brought back after a reload of the window. */
export class TrendPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  static readonly viewType = "densing.trend";
  readonly #media: vscode.Uri;
  readonly #server: ServerHandle;
  #panel: TrendPanel | undefined;

  constructor({ extensionUri }: vscode.ExtensionContext, server: ServerHandle) {
    this.#media = vscode.Uri.joinPath(extensionUri, "dist", "media");
    this.#server = server;
  }

  /** Opens the panel or brings it to the front. */
  open(folderUri: string | undefined, modelId?: string): void {
    if (this.#panel === undefined) {
      const panel = vscode.window.createWebviewPanel(
        TrendPanels.viewType,
        vscode.l10n.t("Densing: Trend"),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
        this.#options(),
      );
      this.#adopt(panel, folderUri);
    } else this.#panel.reveal(folderUri);
    if (modelId !== undefined) this.#panel?.focusModel(modelId);
  }

  /** Numbers changed. */
  refresh(): void {
    void this.#panel?.refresh();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = this.#options();
    this.#adopt(panel, folderUriOf(state));
    await this.#server.start();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, folderUri: string | undefined): void {
    this.#panel?.dispose();
    const adopted = new TrendPanel(panel, this.#media, this.#server, folderUri);
    this.#panel = adopted;
    panel.onDidDispose(() => {
      if (this.#panel === adopted) this.#panel = undefined;
    });
  }

  #options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.#media] };
  }
}

/** The folder that a restored page showed. */
function folderUriOf(state: unknown): string | undefined {
  const { folderUri } = (state ?? {}) as { folderUri?: unknown };
  return typeof folderUri === "string" ? folderUri : undefined;
}
