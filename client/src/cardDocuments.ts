import * as vscode from "vscode";

/**
 * Where cards lie, and what has a say in it: the server decides by the same rule, and by the patterns that
 * a `densing.yaml` lists. VS Code finds nothing by a pattern with braces inside braces
 * (microsoft/vscode#230275), so there are several; the manifest's `workspaceContains` are the same.
 */
export const cardPatterns = [
  "**/*.modelcard.{yaml,yml}",
  "**/modelcards/**/*.{yaml,yml}",
  "**/model-cards/**/*.{yaml,yml}",
  "densing.yaml",
] as const;

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

/** Whether a folder of the workspace holds a card, or settings of a collection. */
export async function holdsCards(folder: vscode.WorkspaceFolder): Promise<boolean> {
  const found = await Promise.all(
    cardPatterns.map((pattern) =>
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), "**/node_modules/**", 1),
    ),
  );
  return found.some((files) => files.length > 0);
}
