import type * as vscode from "vscode";
import type { PanelQuestion } from "../../../server/src/protocol.ts";

/** What was last chosen for a collection: a new panel of it starts there. */
export type RememberedChoices = Pick<PanelQuestion, "choices">;

const keyOf = (folderUri: string) => `trendPanel.choices:${folderUri}`;

/** Choices live with their collection, in the workspace's own storage, and touch no file. */
export class PanelMemory {
  readonly #storage: vscode.Memento;

  constructor(storage: vscode.Memento) {
    this.#storage = storage;
  }

  /** `undefined` when nothing was ever chosen; the server reads what is kept with care. */
  of(folderUri: string): RememberedChoices | undefined {
    return this.#storage.get<RememberedChoices>(keyOf(folderUri));
  }

  keep(folderUri: string, { choices }: RememberedChoices): void {
    void this.#storage.update(keyOf(folderUri), { choices });
  }
}
