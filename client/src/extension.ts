import * as vscode from "vscode";
import { holdsCards, isCardDocument } from "./cardDocuments.ts";
import type { ClientRuntime } from "./clientRuntime.ts";
import { newModelCard } from "./commands/newModelCard.ts";
import { showModels } from "./commands/showModels.ts";
import { showOutput } from "./commands/showOutput.ts";
import { duplicateTrendPanel, openTrendPanel, showInTrend } from "./commands/trendPanel.ts";
import { ModelsView } from "./models/modelsView.ts";
import { type Server, ServerHandle } from "./serverHandle.ts";
import { StatusItem } from "./statusItem.ts";
import { TrendPanels } from "./trendPanel/trendPanels.ts";

/**
 * Registers everything the extension contributes. The server starts with the first card, not before:
 * a workspace without cards pays for this function only.
 */
export function activateExtension(context: vscode.ExtensionContext, runtime: ClientRuntime): ServerHandle {
  const server = new ServerHandle(runtime.startServer);
  const panels = new TrendPanels(context, server, runtime);
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
    vscode.commands.registerCommand("densing.showModels", () => showModels(server, models)),
    vscode.commands.registerCommand("densing.showOutput", () => showOutput(server)),
    vscode.window.registerWebviewPanelSerializer(TrendPanels.viewType, panels),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isCardDocument(document)) void server.start();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => void startForCards(server, added)),
  );
  if (vscode.workspace.textDocuments.some(isCardDocument)) void server.start();
  else void startForCards(server, vscode.workspace.workspaceFolders ?? []);
  return server;
}

/** Starts the server when one of the folders holds a card: nobody has to open one. */
async function startForCards(
  server: ServerHandle,
  folders: readonly vscode.WorkspaceFolder[],
): Promise<void> {
  if (server.isStarted) return;
  if ((await Promise.all(folders.map(holdsCards))).some(Boolean)) await server.start();
}
