import { strict as assert } from "node:assert";
import * as vscode from "vscode";

function sampleFolder(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.path.endsWith(`/${name}`));
  assert.ok(folder, `samples/${name} is not in the workspace`);
  return folder.uri;
}

/** The folder of the paper's models. */
export function paperFolder(): vscode.Uri {
  return sampleFolder("densing-law-2025");
}

/** The folder of the models with scores from their own reports. */
export function modelsFolder(): vscode.Uri {
  return sampleFolder("models");
}

/** Opens a card in the first column: one of the paper's models unless a folder is given. */
export async function openCard(name: string, folder = paperFolder()): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
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
