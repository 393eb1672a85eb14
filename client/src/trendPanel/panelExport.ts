import * as vscode from "vscode";

const filters: Readonly<Record<string, string>> = { svg: "SVG", csv: "CSV", png: "PNG" };

/** Asks where a file goes and writes it. Returns what to say of it; `undefined` when nobody wants it any more. */
export async function saveFile(
  folderUri: string | undefined,
  fileName: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1);
  const uri = await vscode.window.showSaveDialog({
    ...(folderUri !== undefined && {
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(folderUri), fileName),
    }),
    filters: { [filters[ending] ?? ending]: [ending] },
  });
  if (uri === undefined) return undefined;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return vscode.l10n.t("Saved as {0}", uri.path.slice(uri.path.lastIndexOf("/") + 1));
}
