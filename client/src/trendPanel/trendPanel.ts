import * as vscode from "vscode";
import type { HostMessage, PageMessage } from "../../../server/src/protocol.ts";
import type { Server, ServerHandle } from "../serverHandle.ts";
import { pageHtml } from "./pageHtml.ts";
import { readPageMessage } from "./pageMessages.ts";

/** The host's side of one panel: asks the server, tells the page, does what the page asks for. */
export class TrendPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: ServerHandle;
  #folderUri: string | undefined;
  #modelToFocus: string | undefined;
  #isPageReady = false;
  /** Numbers changed while the page could not show them. */
  #isStale = true;
  /** Answers to older questions are not shown. */
  #question = 0;

  constructor(
    panel: vscode.WebviewPanel,
    media: vscode.Uri,
    server: ServerHandle,
    folderUri: string | undefined,
  ) {
    this.#panel = panel;
    this.#server = server;
    this.#folderUri = folderUri;
    panel.iconPath = vscode.Uri.joinPath(media, "..", "..", "media", "trend.svg");
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readPageMessage(message);
      if (read !== undefined) void this.#obey(read);
    });
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away; shown again, it starts anew and says when it is ready.
      if (!panel.visible) this.#isPageReady = false;
      else if (this.#isStale) void this.refresh();
    });
    panel.webview.html = pageHtml(panel.webview, media);
  }

  reveal(folderUri: string | undefined): void {
    this.#panel.reveal();
    if (folderUri !== undefined && folderUri !== this.#folderUri) {
      this.#folderUri = folderUri;
      void this.refresh();
    }
  }

  /** Puts the page's focus on a model, as soon as the page shows it. */
  focusModel(modelId: string): void {
    this.#modelToFocus = modelId;
    if (this.#isPageReady && !this.#isStale) this.#sendFocus();
  }

  /** Asks the server anew and shows the answer; nothing while hidden. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (!this.#isPageReady || !this.#panel.visible) return;
    this.#question += 1;
    const question = this.#question;
    const data = await this.#ask((server) =>
      server.request("densing/panel", this.#folderUri === undefined ? {} : { folderUri: this.#folderUri }),
    );
    if (question !== this.#question || !this.#isPageReady) return;
    if (data === undefined) return;
    if (data === null)
      return this.#send({
        type: "waiting",
        reason: vscode.l10n.t("Open a folder with model cards to see their trend."),
      });
    this.#folderUri = data.folderUri;
    this.#isStale = false;
    this.#send({ type: "show", data });
    this.#sendFocus();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #obey(message: PageMessage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#isPageReady = true;
        this.#isStale = true;
        if (!this.#server.isStarted)
          this.#send({ type: "waiting", reason: vscode.l10n.t("The language server is starting.") });
        return this.refresh();
      case "open":
        return this.#openCard(message.path, message.line);
      case "askDetails":
        return this.#sendDetails(message.modelId);
      case "chooseFolder":
        this.#folderUri = message.folderUri;
        return this.refresh();
      case "newCard":
        await vscode.commands.executeCommand("densing.newModelCard");
        return;
      case "openSettings":
        await vscode.commands.executeCommand("workbench.action.openSettings", "densing.");
    }
  }

  async #openCard(path: string, line: number): Promise<void> {
    if (this.#folderUri === undefined) return;
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(this.#folderUri), path);
    const position = new vscode.Position(line, 0);
    await vscode.window.showTextDocument(uri, {
      selection: new vscode.Range(position, position),
      viewColumn: this.#columnForCards(),
    });
  }

  /** Beside the panel, in a column that is already there when there is one. */
  #columnForCards(): vscode.ViewColumn {
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== this.#panel.viewColumn);
    return other?.viewColumn ?? vscode.ViewColumn.Beside;
  }

  async #sendDetails(modelId: string): Promise<void> {
    const folderUri = this.#folderUri;
    if (folderUri === undefined) return;
    const details = await this.#ask((server) =>
      server.request("densing/modelDetails", { folderUri, modelId }),
    );
    if (details !== undefined) this.#send({ type: "details", modelId, details });
  }

  /** The server's answer; `undefined` when it cannot answer, which the page is told. */
  async #ask<Answer>(question: (server: Server) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await question(await this.#server.start());
    } catch {
      this.#send({
        type: "waiting",
        reason: vscode.l10n.t(
          "The language server is not answering. It is started again; see Densing: Show Output.",
        ),
      });
      return undefined;
    }
  }

  #sendFocus(): void {
    if (this.#modelToFocus === undefined) return;
    this.#send({ type: "reveal", modelId: this.#modelToFocus });
    this.#modelToFocus = undefined;
  }

  #send(message: HostMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}
