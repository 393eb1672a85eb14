import * as vscode from "vscode";
import type { ServerHandle } from "../serverHandle.ts";
import type { TrendPanels } from "../trendPanel/trendPanels.ts";

/** `Densing: Open Trend Panel`: the collection of the active editor, else the first with cards. */
export async function openTrendPanel(server: ServerHandle, panels: TrendPanels): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  panels.open(uri && vscode.workspace.getWorkspaceFolder(uri)?.uri.toString());
  await server.start();
}

/** `Densing: Duplicate Trend Panel`: the panel used last once more; the first panel when there is none. */
export async function duplicateTrendPanel(server: ServerHandle, panels: TrendPanels): Promise<void> {
  if (!panels.duplicate()) return openTrendPanel(server, panels);
  await server.start();
}

/** From a lens or a hover: the panel with the focus on one model. */
export async function showInTrend(server: ServerHandle, panels: TrendPanels, target: unknown): Promise<void> {
  if (!isTarget(target)) return openTrendPanel(server, panels);
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(target.uri));
  panels.open(folder?.uri.toString(), target.modelId);
  await server.start();
}

function isTarget(value: unknown): value is { modelId: string; uri: string } {
  if (typeof value !== "object" || value === null) return false;
  const { modelId, uri } = value as Record<string, unknown>;
  return typeof modelId === "string" && typeof uri === "string";
}
