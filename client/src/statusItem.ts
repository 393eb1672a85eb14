import * as vscode from "vscode";
import type { CollectionStatus } from "../../server/src/protocol.ts";

/** In the status bar: how many models, and how fast density doubles; a click opens the panel. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("densing.status", vscode.StatusBarAlignment.Left, 0);

  constructor() {
    this.#item.name = "Densing";
    this.#item.command = "densing.openTrendPanel";
  }

  /** Shows the collection with most cards in the line, and all of them on hover. */
  show(collections: readonly CollectionStatus[]): void {
    const withCards = collections.filter(({ cardCount }) => cardCount > 0);
    const [first] = [...withCards].sort((left, right) => right.cardCount - left.cardCount);
    if (first === undefined) {
      this.#item.hide();
      return;
    }
    const icon = withCards.every(({ isIndexed }) => isIndexed) ? "$(graph-line)" : "$(sync~spin)";
    this.#item.text = `${icon} ${first.summary}`;
    this.#item.tooltip = withCards
      .map(({ name, cardCount, summary }) => `${name}: ${cardCount} cards, ${summary}`)
      .join("\n");
    this.#item.accessibilityInformation = {
      label: `Densing: ${first.summary}. Open the trend panel.`,
      role: "button",
    };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
