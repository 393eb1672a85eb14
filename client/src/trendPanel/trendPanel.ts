import * as vscode from "vscode";
import type {
  ExportChoice,
  ExportedFile,
  ExportFormat,
  HostMessage,
  ModelPair,
  PageMessage,
  PanelControl,
  PanelForecastQuestion,
  PanelParams,
  PanelQuestion,
  PictureLayers,
  PictureUse,
} from "../../../server/src/protocol.ts";
import type { ClientRuntime } from "../clientRuntime.ts";
import type { Server, ServerHandle } from "../serverHandle.ts";
import { LatestRequest } from "./latestRequest.ts";
import { pageHtml } from "./pageHtml.ts";
import { readPageMessage } from "./pageMessages.ts";
import { bytesOfBase64, copiedText, saveFile } from "./panelExport.ts";
import type { PanelMemory } from "./panelMemory.ts";

/** The host's side of one panel: asks the server, tells the page, does what the page asks for. */
export class TrendPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #server: ServerHandle;
  readonly #memory: PanelMemory;
  /** What the page asks for; the server fills in what is not said. */
  #asked: Partial<PanelQuestion>;
  /** The question that the page shows the answer to. */
  #answered: PanelQuestion | undefined;
  /** What the server calls the answer that the page has. */
  #answerId: string | undefined;
  #modelToFocus: string | undefined;
  #isPageReady = false;
  /** Numbers changed while the page could not show them. */
  #isStale = true;
  readonly #latest: LatestRequest<vscode.CancellationToken>;

  constructor(
    panel: vscode.WebviewPanel,
    media: vscode.Uri,
    server: ServerHandle,
    memory: PanelMemory,
    { after }: ClientRuntime,
    asked: Partial<PanelQuestion>,
  ) {
    this.#panel = panel;
    this.#server = server;
    this.#memory = memory;
    this.#latest = new LatestRequest(
      () => new vscode.CancellationTokenSource(),
      (isBusy) => this.#send({ type: "progress", isBusy }),
      after,
    );
    this.#asked = asked.folderUri === undefined ? asked : { ...memory.of(asked.folderUri), ...asked };
    panel.iconPath = vscode.Uri.joinPath(media, "..", "..", "media", "trend.svg");
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readPageMessage(message);
      if (read !== undefined) void this.#handle(read);
    });
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away; shown again, it starts anew and says when it is ready.
      if (!panel.visible) {
        this.#isPageReady = false;
        this.#latest.cancel();
      } else if (this.#isStale) void this.refresh();
    });
    panel.onDidDispose(() => this.#latest.cancel());
    panel.webview.html = pageHtml(panel.webview, media);
  }

  /** What the panel shows, for another panel that starts there. */
  get question(): Partial<PanelQuestion> {
    return this.#answered ?? this.#asked;
  }

  reveal(folderUri: string | undefined): void {
    this.#panel.reveal();
    if (folderUri !== undefined && folderUri !== this.#asked.folderUri) void this.#chooseFolder(folderUri);
  }

  /** Puts the page's focus on a model, as soon as the page shows it. */
  focusModel(modelId: string): void {
    this.#modelToFocus = modelId;
    if (this.#isPageReady && !this.#isStale) this.#sendFocus();
  }

  /** Asks the server anew, calling off what was asked before, and shows the answer; nothing while hidden. */
  async refresh(): Promise<void> {
    this.#isStale = true;
    if (!this.#isPageReady || !this.#panel.visible) return;
    const asked: PanelParams = {
      question: this.#asked,
      ...(this.#answerId !== undefined && { since: this.#answerId }),
    };
    const answer = await this.#ask((server) =>
      this.#latest.ask((token) => server.request("densing/panel", asked, token)),
    );
    if (answer === undefined || !this.#isPageReady) return;
    if (answer === null)
      return this.#send({
        type: "waiting",
        reason: vscode.l10n.t("Open a folder with model cards to see their trend."),
      });
    const { question, ...update } = answer;
    const { folderUri } = question;
    if (this.#asked.folderUri !== folderUri) {
      // The server chose the collection, or the one asked for is gone: it is shown as it was last looked at.
      const remembered = this.#memory.of(folderUri);
      this.#asked = { ...this.#asked, ...remembered, folderUri };
      if (remembered !== undefined) return this.refresh();
    }
    this.#answered = question;
    this.#answerId = answer.id;
    this.#isStale = false;
    this.#send({ type: "show", ...update });
    this.#sendFocus();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #handle(message: PageMessage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#isPageReady = true;
        this.#isStale = true;
        this.#answerId = undefined;
        // The page that waited for it is gone.
        this.#latest.cancel();
        if (message.question !== undefined) this.#asked = message.question;
        if (!this.#server.isStarted)
          this.#send({ type: "waiting", reason: vscode.l10n.t("The language server is starting.") });
        return this.refresh();
      case "open":
        return this.#openCard(message.path, message.line);
      case "askDetails":
        return this.#sendDetails(message.modelId);
      case "askMenu":
        return this.#sendMenu(message.setting);
      case "compare":
        return this.#sendComparison(message.modelIds);
      case "askAhead":
        return this.#sendForecasts(message.asked);
      case "ask":
        this.#asked = message.question;
        if (message.question.folderUri !== undefined)
          this.#memory.keep(message.question.folderUri, message.question);
        return this.refresh();
      case "chooseFolder":
        return this.#chooseFolder(message.folderUri, message.view);
      case "export":
        return this.#export(message);
      case "copy":
        return this.#copy(message.format);
      case "askPicture":
        return this.#sendPicture(message);
      case "savePicture":
        return this.#save("density.png", bytesOfBase64(message.png));
      case "duplicate":
        await vscode.commands.executeCommand("densing.duplicateTrendPanel");
        return;
      case "newCard":
        await vscode.commands.executeCommand("densing.newModelCard");
        return;
      case "openSettings":
        await vscode.commands.executeCommand("workbench.action.openSettings", "densing.");
    }
  }

  async #export(choice: ExportChoice): Promise<void> {
    const file = await this.#exported(choice);
    if (file) await this.#save(file.fileName, new TextEncoder().encode(file.text));
  }

  async #copy(format: ExportFormat): Promise<void> {
    const file = await this.#exported({ format });
    if (!file) return;
    await vscode.env.clipboard.writeText(file.text);
    this.#send({ type: "saved", text: copiedText(format, this.#answered?.folderUri ?? "") });
  }

  /** The page turns the figure into pixels: only it has a canvas. */
  async #sendPicture({ use, scale, layers }: PictureUse & PictureLayers): Promise<void> {
    const file = await this.#exported({ format: "svg", layers });
    if (file?.size) this.#send({ type: "picture", svg: file.text, use, scale, ...file.size });
  }

  async #exported(choice: ExportChoice): Promise<ExportedFile | null | undefined> {
    const question = this.#answered;
    if (question === undefined) return undefined;
    return this.#ask((server) => server.request("densing/export", { question, ...choice }));
  }

  async #save(fileName: string, bytes: Uint8Array): Promise<void> {
    const text = await saveFile(this.#answered?.folderUri, fileName, bytes);
    if (text !== undefined) this.#send({ type: "saved", text });
  }

  /** Another collection, as it was last looked at, in the same view unless another one is asked for. */
  async #chooseFolder(folderUri: string, view = this.#asked.view): Promise<void> {
    this.#asked = { ...(view !== undefined && { view }), ...this.#memory.of(folderUri), folderUri };
    await this.refresh();
  }

  async #openCard(path: string, line: number): Promise<void> {
    if (this.#answered?.folderUri === undefined) return;
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(this.#answered.folderUri), path);
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
    const question = this.#answered;
    if (question === undefined) return;
    const details = await this.#ask((server) =>
      server.request("densing/modelDetails", { question, modelId }),
    );
    if (details !== undefined) this.#send({ type: "details", modelId, details });
  }

  async #sendMenu(setting: PanelControl["setting"]): Promise<void> {
    const question = this.#answered;
    if (question === undefined) return;
    const groups = await this.#ask((server) => server.request("densing/menu", { question, setting }));
    if (groups) this.#send({ type: "menu", setting, groups });
  }

  async #sendComparison(modelIds: ModelPair): Promise<void> {
    const question = this.#answered;
    if (question === undefined) return;
    const comparison = await this.#ask((server) => server.request("densing/compare", { question, modelIds }));
    if (comparison !== undefined) this.#send({ type: "comparison", modelIds, comparison });
  }

  async #sendForecasts(asked: readonly PanelForecastQuestion[]): Promise<void> {
    const question = this.#answered;
    if (question === undefined) return;
    const answers = await this.#ask((server) => server.request("densing/forecast", { question, asked }));
    if (answers) this.#send({ type: "forecasts", asked, answers });
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
