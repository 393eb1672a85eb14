import * as vscode from "vscode";
import type { ExportFormat } from "../../../server/src/protocol.ts";

const filters: Readonly<Record<string, string>> = {
  svg: "SVG",
  png: "PNG",
  csv: "CSV",
  json: "JSON",
  md: "Markdown",
};

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
  return vscode.l10n.t("Saved as {0}", lastName(uri));
}

/** The bytes behind a text in Base64. */
export function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** What to say of a text that is on the clipboard now. */
export function copiedText(format: ExportFormat, folderUri: string): string {
  const folder = lastName(vscode.Uri.parse(folderUri));
  switch (format) {
    case "markdown":
      return vscode.l10n.t("Caption copied");
    case "settings":
      return vscode.l10n.t("Copied for the densing.yaml of {0}", folder);
    case "command":
      return vscode.l10n.t("Command copied, to be run in {0}", folder);
    default:
      return vscode.l10n.t("Copied");
  }
}

function lastName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
