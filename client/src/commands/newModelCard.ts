import * as vscode from "vscode";
import type { ServerHandle } from "../serverHandle.ts";

/** `Densing: New Model Card`: asks for the name and opens a skeleton with tab stops. */
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
  await editor.insertSnippet(skeleton(name.trim(), new Date()), new vscode.Position(0, 0));
}

/** A valid card: what must be chosen is a tab stop, and no score is made up. */
export function skeleton(name: string, today: Date): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  snippet.appendText(
    `name: ${JSON.stringify(name) === `"${name}"` && /^[A-Za-z][\w.+ -]*$/.test(name) ? name : JSON.stringify(name)}\n`,
  );
  snippet.appendText("organization: ").appendTabstop().appendText("\n");
  snippet.appendText("release_date: ").appendPlaceholder(today.toISOString().slice(0, 10)).appendText("\n");
  snippet
    .appendText("kind: ")
    .appendChoice(["base", "instruct", "pruned", "distilled", "merged"])
    .appendText("\n");
  snippet.appendText("parameters:\n  total: ").appendPlaceholder("7.61B").appendText("\n  non_embedding: ");
  snippet.appendPlaceholder("6.53B").appendText("\nbenchmarks:\n");
  for (const id of ["mmlu", "bbh", "math", "humaneval", "mbpp"]) {
    snippet.appendText(`  ${id}: `).appendTabstop().appendText("\n");
  }
  snippet.appendText("sources: [").appendTabstop().appendText("]\n");
  return snippet;
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
