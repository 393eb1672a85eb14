import * as vscode from "vscode";
import type { CollectionStatus } from "../../server/src/protocol.ts";

/** In the status bar: how many models, and how fast density doubles; a click opens the panel. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("densing.status", vscode.StatusBarAlignment.Left, 0);
  readonly #onEditor = vscode.window.onDidChangeActiveTextEditor(() => this.#update());
  #collections: readonly CollectionStatus[] = [];
  /** Folder of the editor last used: a panel that is active leaves no editor active. */
  #folderUri: string | undefined;

  constructor() {
    this.#item.name = "Densing";
    this.#item.command = "densing.openTrendPanel";
  }

  /** What the server last said of every collection. */
  show(collections: readonly CollectionStatus[]): void {
    this.#collections = collections.filter(({ cardCount }) => cardCount > 0);
    this.#update();
  }

  dispose(): void {
    this.#onEditor.dispose();
    this.#item.dispose();
  }

  /** The collection of the active editor, else the one with most cards; all of them on hover. */
  #update(): void {
    const visible = this.#ofActiveEditor() ?? this.#largest();
    if (visible === undefined) {
      this.#item.hide();
      return;
    }
    const icon = visible.isIndexed ? "$(graph-line)" : "$(sync~spin)";
    const name = this.#collections.length > 1 ? `${visible.name}: ` : "";
    this.#item.text = `${icon} ${name}${visible.summary}`;
    this.#item.tooltip = this.#collections
      .map(({ name, cardCount, modelCount, summary }) => {
        // Without a model in the trend the summary counts the cards itself.
        if (modelCount === 0) return `${name}: ${summary}`;
        return cardCount === 1
          ? vscode.l10n.t("{0}: 1 card, {1}", name, summary)
          : vscode.l10n.t("{0}: {1} cards, {2}", name, cardCount, summary);
      })
      .join("\n");
    const spoken = `${name}${visible.summary}`;
    this.#item.accessibilityInformation = {
      // The icon that turns says to the eye that cards are still being read.
      label: visible.isIndexed
        ? vscode.l10n.t("Densing: {0}. Open the trend panel.", spoken)
        : vscode.l10n.t("Densing: {0}, reading cards. Open the trend panel.", spoken),
      role: "button",
    };
    this.#item.show();
  }

  #ofActiveEditor(): CollectionStatus | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri !== undefined) this.#folderUri = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
    return this.#collections.find(({ folderUri }) => folderUri === this.#folderUri);
  }

  #largest(): CollectionStatus | undefined {
    return [...this.#collections].sort((left, right) => right.cardCount - left.cardCount)[0];
  }
}
