/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import type { Workbench } from "../workbench.ts";
import { workbench } from "./bridgeClient.ts";
import { openCard } from "./sampleCards.ts";
import { requireWorkbench } from "./testing.ts";

const card = "minicpm-2.4b.modelcard.yaml";

/** Folds the Explorer's files, so that the models have room, and unfolds them again. */
async function toggleFiles(): Promise<void> {
  await workbench?.clickText(`${vscode.workspace.name}`);
}

/** Leaves only the paper's models unfolded, with the focus on their folder. */
async function showPaperGroups(window: Workbench): Promise<void> {
  // A click on a folder waits for the tree.
  await window.clickTreeItem("models, ");
  await vscode.commands.executeCommand("workbench.actions.treeView.densing.models.collapseAll");
  await window.clickTreeItem("densing-law-2025, ");
}

describe("the Models view", () => {
  before(async () => {
    await openCard(card);
    // The view is there once the server has said that there are cards.
    await eventually(async () => {
      const commands = await vscode.commands.getCommands(true);
      assert.ok(commands.includes("densing.models.focus"));
      await vscode.commands.executeCommand("densing.models.focus");
    });
    await toggleFiles();
  });

  after(async () => {
    await toggleFiles();
    await vscode.commands.executeCommand("densing.groupModelsByFamily");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("opens a card at its name with a click", async function () {
    const window = requireWorkbench(this);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await showPaperGroups(window);
    await window.clickTreeItem("MiniCPM, 3 cards");
    await window.clickTreeItem("MiniCPM-2.4B, 1 Feb 2024, Density 0.77");
    await window.screenshot("models-by-family");
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor, "no editor");
      assert.ok(editor.document.uri.path.endsWith(`/densing-law-2025/${card}`));
      assert.equal(editor.document.lineAt(editor.selection.active.line).text, "name: MiniCPM-2.4B");
    });
  });

  it("follows what is typed", async function () {
    const window = requireWorkbench(this);
    const document = await openCard(card);
    const before = document.getText();
    const start = document.positionAt(before.indexOf("2.442B"));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, "2.442B".length)), "1.221B");
    assert.ok(await vscode.workspace.applyEdit(edit));
    await window.clickTreeItem("MiniCPM-2.4B, 1 Feb 2024, Density 1.55");
    await openCard(card);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
    await window.clickTreeItem("MiniCPM-2.4B, 1 Feb 2024, Density 0.77");
  });

  it("groups by density and by date when asked", async function () {
    const window = requireWorkbench(this);
    await vscode.commands.executeCommand("densing.groupModelsByDensity");
    await showPaperGroups(window);
    await window.clickTreeItem("Density 2 to 4");
    await window.screenshot("models-by-density");
    await vscode.commands.executeCommand("densing.groupModelsByDate");
    await showPaperGroups(window);
    await window.clickTreeItem("2024, ");
  });
});
