import * as vscode from "vscode";

/** Where cards lie; the server decides by the same rule, and by the patterns of `densing.yaml`. */
const cardGlob =
  "**/{*.modelcard.{yaml,yml},modelcards/**/*.{yaml,yml},model-cards/**/*.{yaml,yml},densing.yaml}";

/** Files that a collection is made of or that change its numbers: what the server is told about. */
export const documentSelector = [
  { scheme: "file", language: "yaml" },
  { scheme: "untitled", language: "yaml" },
];

/** Whether a document is a card by its name or folder. */
export function isCardDocument({ uri, languageId }: vscode.TextDocument): boolean {
  if (languageId !== "yaml") return false;
  return /\.modelcard\.ya?ml$/i.test(uri.path) || /\/model-?cards\/.*\.ya?ml$/i.test(uri.path);
}

/** Whether the workspace holds a card, or settings of a collection. */
export async function hasCards(): Promise<boolean> {
  return (await vscode.workspace.findFiles(cardGlob, "**/node_modules/**", 1)).length > 0;
}
