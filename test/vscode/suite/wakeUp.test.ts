/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { holdsCards } from "../../../client/src/cardDocuments.ts";
import { eventually } from "../../support/eventually.ts";
import type { Workbench } from "../workbench.ts";
import { requireWorkbench } from "./testing.ts";

const folders = vscode.workspace.workspaceFolders ?? [];

/** What the lines of the Models view say when its groups are folded; a single folder has no line of its own. */
const folded = folders.length === 1 ? ["No family, 1 card"] : folders.map(({ name }) => `${name}, 1 card`);

/** The Models view without its groups: all folders are in sight, however low the view is. */
async function modelLines(window: Workbench): Promise<readonly string[]> {
  await vscode.commands.executeCommand("workbench.actions.treeView.densing.models.collapseAll");
  return window.labels('.tree-explorer-viewlet-tree-view [role="treeitem"]');
}

/** The steps of the open walkthrough, each with whether it is done. */
async function steps(window: Workbench): Promise<readonly string[]> {
  const labels = await window.labels('[role="checkbox"]');
  return labels.filter((label) => /ompleted$/.test(label));
}

// Has windows of its own (npm run test:only-opened): nothing opens a card or wakes the extension by hand.
describe("a folder that is only opened", () => {
  before(function () {
    if (folders.length === 0 || !folders.every(({ uri }) => uri.path.includes("/only-opened/"))) this.skip();
  });

  it("has a status item", async function () {
    const window = requireWorkbench(this);
    await eventually(async () => {
      const [label] = await window.labels('.statusbar-item-label[aria-label^="Densing: "]');
      assert.match(label ?? "no status item", /1 model/);
    });
  });

  it("has the Models view, folded", async function () {
    const window = requireWorkbench(this);
    await eventually(async () => {
      const headers = await window.labels('.pane-header[aria-expanded="false"]');
      assert.ok(headers.includes("Models Section"), headers.join("; "));
    });
    await window.screenshot(`only-opened-${folders.length}`);
  });

  it("has done the walkthrough's first step", async function () {
    const window = requireWorkbench(this);
    await vscode.commands.executeCommand("workbench.action.openWalkthrough", "densing.densing#start", false);
    await window.clickText("Read its density");
    await eventually(async () =>
      assert.deepEqual(await steps(window), [
        "Write a card: Completed",
        "Read its density: Not completed",
        "Open the trend: Not completed",
      ]),
    );
  });

  it("shows the models of every folder with the button of the second step", async function () {
    const window = requireWorkbench(this);
    await window.clickText("Show All Models");
    await eventually(async () => assert.deepEqual(await modelLines(window), folded));
    await eventually(async () => assert.equal((await steps(window))[1], "Read its density: Completed"));
    await window.screenshot(`only-opened-models-${folders.length}`);
  });

  it("is recognised in every folder by itself", async () => {
    for (const folder of folders) assert.ok(await holdsCards(folder), folder.name);
  });
});
