import { strict as assert } from "node:assert";
import * as vscode from "vscode";

/** The folder of the paper's models. */
export function paperFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.path.endsWith("densing-law-2025"));
  assert.ok(folder, "samples/densing-law-2025 is not in the workspace");
  return folder.uri;
}

/** Opens a card of the paper's models in the first column. */
export async function openCard(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(paperFolder(), name));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** Opens a file as a person does: unlike a document that an extension opens, it is closed with its editor. */
export async function openByHand(
  uri: vscode.Uri,
  column = vscode.ViewColumn.One,
): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand("vscode.open", uri, column);
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.toString(), uri.toString());
  return document;
}
