import * as vscode from "vscode";
import type { ListedModel, ModelList } from "../../../server/src/protocol.ts";
import type { GroupTitle, ModelGroup } from "./groupModels.ts";

/** One line of the tree. */
export type ModelNode =
  | { readonly kind: "folder"; readonly list: ModelList }
  | { readonly kind: "group"; readonly list: ModelList; readonly group: ModelGroup }
  | { readonly kind: "model"; readonly list: ModelList; readonly model: ListedModel };

/** How a line of the tree looks, sounds, and what a click on it does. */
export function treeItem(node: ModelNode): vscode.TreeItem {
  switch (node.kind) {
    case "folder":
      return folderItem(node.list);
    case "group":
      return groupItem(node.list, node.group);
    case "model":
      return modelItem(node.list, node.model);
  }
}

function folderItem({ folderUri, name, models }: ModelList): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = folderUri;
  item.description = String(models.length);
  item.accessibilityInformation = { label: spokenCount(name, models.length) };
  return item;
}

function groupItem({ folderUri }: ModelList, { key, title, models }: ModelGroup): vscode.TreeItem {
  const label = groupLabel(title);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${folderUri} ${key}`;
  item.description = String(models.length);
  item.accessibilityInformation = { label: spokenCount(label, models.length) };
  return item;
}

function modelItem({ folderUri }: ModelList, model: ListedModel): vscode.TreeItem {
  const { id, name, path, line, density, released, leftOut, words } = model;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.None);
  item.id = `${folderUri} ${id}`;
  item.description = leftOut ?? density?.text ?? "";
  item.iconPath = modelIcon(model);
  const uri = vscode.Uri.joinPath(vscode.Uri.parse(folderUri), path);
  const details = [released?.text, ...(words === "" ? [leftOut] : words.split(" | "))].filter(isText);
  item.tooltip = [name, ...details, path].join("\n");
  item.accessibilityInformation = { label: [name, ...details].join(", ") };
  const position = new vscode.Position(line, 0);
  item.command = {
    title: vscode.l10n.t("Open Card"),
    command: "vscode.open",
    arguments: [uri, { selection: new vscode.Range(position, position) }],
  };
  return item;
}

function modelIcon({ isRecord, density }: ListedModel): vscode.ThemeIcon {
  if (isRecord) return new vscode.ThemeIcon("star-full");
  return new vscode.ThemeIcon(density === null ? "circle-slash" : "circle-filled");
}

function groupLabel(title: GroupTitle): string {
  switch (title.kind) {
    case "family":
      return title.name;
    case "no-family":
      return vscode.l10n.t("No family");
    case "year":
      return String(title.year);
    case "density":
      return vscode.l10n.t("Density {0} to {1}", title.from, title.from * 2);
    case "left-out":
      return vscode.l10n.t("Left out of the trend");
  }
}

/** What a screen reader says of a line whose description is a bare number. */
function spokenCount(label: string, count: number): string {
  return count === 1 ? vscode.l10n.t("{0}, 1 card", label) : vscode.l10n.t("{0}, {1} cards", label, count);
}

function isText(part: string | null | undefined): part is string {
  return typeof part === "string" && part !== "";
}
