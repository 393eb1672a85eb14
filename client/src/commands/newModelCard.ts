import * as vscode from "vscode";
import { newCardSnippet } from "../../../server/src/language/newCard.ts";
import type { ServerHandle } from "../serverHandle.ts";

/** `Densing: New Model Card`: asks for the name and opens a skeleton with tab stops, the one that completion writes. */
export async function newModelCard(server: ServerHandle): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t("New Model Card"),
    prompt: vscode.l10n.t("Name of the model, as people call it"),
    placeHolder: "Qwen2.5-7B",
    validateInput: (value) =>
      fileNameOf(value) === "" ? vscode.l10n.t("A name needs at least one letter or digit.") : undefined,
  });
  if (name === undefined) return;
  const folder = await cardFolder();
  const fileName = `${fileNameOf(name)}.modelcard.yaml`;
  const uri = folder
    ? vscode.Uri.joinPath(folder, fileName)
    : vscode.Uri.from({ scheme: "untitled", path: fileName });
  if (folder !== undefined && !(await createFile(uri))) return;
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await server.start();
  const card = newCardSnippet({ name: name.trim(), isNamed: true, isMixture: false });
  await editor.insertSnippet(new vscode.SnippetString(card), new vscode.Position(0, 0));
}

/** A file name from a model's name: letters, digits, dots and dashes. */
export function fileNameOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}

/** The folder of the active card, else the workspace folder, asked for when there are several. */
async function cardFolder(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (
    active?.scheme === "file" &&
    /\.ya?ml$/.test(active.path) &&
    vscode.workspace.getWorkspaceFolder(active)
  ) {
    return vscode.Uri.joinPath(active, "..");
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick())?.uri;
}

async function createFile(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (await vscode.workspace.applyEdit(edit)) return true;
  void vscode.window.showErrorMessage(
    vscode.l10n.t("{0} exists already, or cannot be written.", vscode.workspace.asRelativePath(uri)),
  );
  return false;
}
