import * as vscode from "vscode";
import type { CollectionStatus, ModelList } from "../../../server/src/protocol.ts";
import type { ServerHandle } from "../serverHandle.ts";
import { type Grouping, groupings, groupModels } from "./groupModels.ts";
import { type ModelNode, treeItem } from "./modelItems.ts";

/** Where the choice is kept, per workspace, and what menus know it by. */
const groupingKey = "densing.groupModelsBy";
/** Menus and the view itself: whether there is anything to list, or a reason to say that there is nothing. */
const availableKey = "densing.hasCollection";
/** The walkthrough's first step: whether there is a card. */
const hasCardsKey = "densing.hasCards";

const commandOf: Readonly<Record<Grouping, string>> = {
  family: "densing.groupModelsByFamily",
  date: "densing.groupModelsByDate",
  density: "densing.groupModelsByDensity",
};

/** The `Models` view of the Explorer: every card by family, year or density. Asks nothing while hidden. */
export class ModelsView implements vscode.TreeDataProvider<ModelNode>, vscode.Disposable {
  readonly #server: ServerHandle;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<ModelNode>;
  readonly #registrations: vscode.Disposable[];
  #lists: readonly ModelList[] | undefined;
  #grouping: Grouping;
  /** Numbers changed since the models were asked for. */
  #isStale = true;
  /** Somebody asked to see the models: where there are none, the view says so from then on. */
  #isAskedFor = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor({ workspaceState }: vscode.ExtensionContext, server: ServerHandle) {
    this.#server = server;
    this.#memory = workspaceState;
    this.#grouping = groupings.find((one) => one === workspaceState.get(groupingKey)) ?? "family";
    setContext(groupingKey, this.#grouping);
    this.#view = vscode.window.createTreeView("densing.models", {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#registrations = [
      this.#view.onDidChangeVisibility(({ visible }) => visible && this.#isStale && void this.#refresh()),
      ...groupings.map((grouping) =>
        vscode.commands.registerCommand(commandOf[grouping], () => this.#groupBy(grouping)),
      ),
    ];
  }

  /** Numbers changed. */
  show(collections: readonly CollectionStatus[]): void {
    setContext(
      availableKey,
      this.#isAskedFor || collections.some(({ isIndexed, cardCount }) => isIndexed || cardCount > 0),
    );
    setContext(
      hasCardsKey,
      collections.some(({ cardCount }) => cardCount > 0),
    );
    this.#isStale = true;
    if (this.#view.visible) void this.#refresh();
  }

  /** Unfolds the view and puts the focus on it, also where it has no card to list. */
  async reveal(): Promise<void> {
    this.#isAskedFor = true;
    await vscode.commands.executeCommand("setContext", availableKey, true);
    await vscode.commands.executeCommand("densing.models.focus");
  }

  getTreeItem(node: ModelNode): vscode.TreeItem {
    return treeItem(node);
  }

  async getChildren(node?: ModelNode): Promise<ModelNode[]> {
    switch (node?.kind) {
      case undefined: {
        this.#lists ??= await this.#ask();
        const [first, ...others] = this.#lists ?? [];
        if (first === undefined) return [];
        return others.length === 0
          ? this.#groups(first)
          : [first, ...others].map((list) => ({ kind: "folder", list }));
      }
      case "folder":
        return this.#groups(node.list);
      case "group":
        return node.group.models.map((model) => ({ kind: "model", list: node.list, model }));
      case "model":
        return [];
    }
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #groups(list: ModelList): ModelNode[] {
    return groupModels(list.models, this.#grouping).map((group) => ({ kind: "group", list, group }));
  }

  async #groupBy(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    setContext(groupingKey, grouping);
    this.#changed.fire();
    await this.#memory.update(groupingKey, grouping);
  }

  /** Asks anew, and draws only what is different: a tree that is redrawn loses the pointer's place. */
  async #refresh(): Promise<void> {
    const lists = await this.#ask();
    if (lists === undefined || JSON.stringify(lists) === JSON.stringify(this.#lists)) return;
    this.#lists = lists;
    this.#changed.fire();
  }

  async #ask(): Promise<readonly ModelList[] | undefined> {
    this.#isStale = false;
    try {
      const lists = await (await this.#server.start()).request("densing/models", {});
      delete this.#view.message;
      return lists;
    } catch {
      this.#isStale = true;
      this.#view.message = vscode.l10n.t("The language server is not answering; see Densing: Show Output.");
      return undefined;
    }
  }
}

function setContext(key: string, value: unknown): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
