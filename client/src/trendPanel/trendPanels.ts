import * as vscode from "vscode";
import type { PanelQuestion } from "../../../server/src/protocol.ts";
import type { ClientRuntime } from "../clientRuntime.ts";
import type { ServerHandle } from "../serverHandle.ts";
import { PanelMemory } from "./panelMemory.ts";
import { TrendPanel } from "./trendPanel.ts";

/** The open trend panels, brought back after a reload of the window. Each has choices of its own. */
export class TrendPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  static readonly viewType = "densing.trend";
  readonly #media: vscode.Uri;
  readonly #server: ServerHandle;
  readonly #memory: PanelMemory;
  readonly #runtime: ClientRuntime;
  /** The one used last is the last. */
  readonly #panels = new Set<TrendPanel>();

  constructor(
    { extensionUri, workspaceState }: vscode.ExtensionContext,
    server: ServerHandle,
    runtime: ClientRuntime,
  ) {
    this.#media = vscode.Uri.joinPath(extensionUri, "dist", "media");
    this.#server = server;
    this.#memory = new PanelMemory(workspaceState);
    this.#runtime = runtime;
  }

  /** Brings the panel used last to the front, or opens one. */
  open(folderUri: string | undefined, modelId?: string): void {
    const last = this.#last();
    if (last === undefined) this.#create(folderUri === undefined ? {} : { folderUri });
    else last.reveal(folderUri);
    if (modelId !== undefined) this.#last()?.focusModel(modelId);
  }

  /** Opens one more panel: what the last one shows, to be changed there and compared with it. `false` without one. */
  duplicate(): boolean {
    const last = this.#last();
    if (last !== undefined) this.#create(last.question);
    return last !== undefined;
  }

  /** Numbers changed. */
  refresh(): void {
    for (const panel of this.#panels) void panel.refresh();
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = this.#options();
    this.#adopt(panel, questionOf(state));
    await this.#server.start();
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
  }

  #last(): TrendPanel | undefined {
    return [...this.#panels].at(-1);
  }

  #create(question: Partial<PanelQuestion>): void {
    const panel = vscode.window.createWebviewPanel(
      TrendPanels.viewType,
      vscode.l10n.t("Densing: Trend"),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      this.#options(),
    );
    this.#adopt(panel, question);
  }

  #adopt(panel: vscode.WebviewPanel, question: Partial<PanelQuestion>): void {
    const adopted = new TrendPanel(panel, this.#media, this.#server, this.#memory, this.#runtime, question);
    this.#panels.add(adopted);
    panel.onDidChangeViewState(() => {
      if (!panel.active || !this.#panels.delete(adopted)) return;
      this.#panels.add(adopted);
    });
    panel.onDidDispose(() => this.#panels.delete(adopted));
  }

  #options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.#media] };
  }
}

/** The question that a restored page kept; the page says it again, and the server reads it with care. */
function questionOf(state: unknown): Partial<PanelQuestion> {
  const { question } = (state ?? {}) as { question?: unknown };
  return typeof question === "object" && question !== null ? question : {};
}
