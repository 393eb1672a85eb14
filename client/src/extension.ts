import * as vscode from "vscode";
import { hasCards, isCardDocument } from "./cardDocuments.ts";
import { newModelCard } from "./commands/newModelCard.ts";
import { showOutput } from "./commands/showOutput.ts";
import { duplicateTrendPanel, openTrendPanel, showInTrend } from "./commands/trendPanel.ts";
import { ModelsView } from "./models/modelsView.ts";
import { type Server, ServerHandle, type StartServer } from "./serverHandle.ts";
import { StatusItem } from "./statusItem.ts";
import { TrendPanels } from "./trendPanel/trendPanels.ts";

/**
 * Registers everything the extension contributes. The server starts with the first card, not before:
 * a workspace without cards pays for this function only.
 */
export function activateExtension(context: vscode.ExtensionContext, startServer: StartServer): ServerHandle {
  const server = new ServerHandle(startServer);
  const panels = new TrendPanels(context, server);
  const status = new StatusItem();
  const models = new ModelsView(context, server);
  server.onStarted((started: Server) => {
    context.subscriptions.push(
      started.onCollectionsChanged((collections) => {
        status.show(collections);
        models.show(collections);
        panels.refresh();
      }),
    );
  });
  context.subscriptions.push(
    server,
    panels,
    status,
    models,
    vscode.commands.registerCommand("densing.openTrendPanel", () => openTrendPanel(server, panels)),
    vscode.commands.registerCommand("densing.duplicateTrendPanel", () => duplicateTrendPanel(server, panels)),
    vscode.commands.registerCommand("densing.showInTrend", (target: unknown) =>
      showInTrend(server, panels, target),
    ),
    vscode.commands.registerCommand("densing.newModelCard", () => newModelCard(server)),
    vscode.commands.registerCommand("densing.showOutput", () => showOutput(server)),
    vscode.window.registerWebviewPanelSerializer(TrendPanels.viewType, panels),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isCardDocument(document)) void server.start();
    }),
  );
  void startForCards(server);
  return server;
}

/** Starts the server when a card is open or the workspace holds one. */
async function startForCards(server: ServerHandle): Promise<void> {
  if (vscode.workspace.textDocuments.some(isCardDocument) || (await hasCards())) await server.start();
}
