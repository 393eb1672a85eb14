/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { requireWorkbench } from "./testing.ts";

describe("what newcomers are offered", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("includes a snippet that writes a card in an empty card, and in no other file", async function () {
    const window = requireWorkbench(this);
    const untitled = (path: string) =>
      vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: "untitled", path }));
    const offered = async ({ uri }: vscode.TextDocument) => {
      const start = new vscode.Position(0, 0);
      const command = "vscode.executeCompletionItemProvider";
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, uri, start);
      return items.map(({ label }) => label);
    };
    const other = await untitled("compose.yaml");
    const document = await untitled("tern-3b.modelcard.yaml");
    await vscode.window.showTextDocument(document);
    await eventually(async () => assert.ok((await offered(document)).includes("model-card")));
    assert.ok(!(await offered(other)).includes("model-card"));
    await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
    await window.type("model-c");
    await eventually(async () => {
      await vscode.commands.executeCommand("acceptSelectedSuggestion");
      assert.match(document.getText(), /^name: tern-3b\norganization: \nfamily: \n(?:.*\n)* {2}total: 3B\n/);
    });
  });

  it("includes a walkthrough of three steps", async function () {
    const window = requireWorkbench(this);
    await vscode.commands.executeCommand("workbench.action.openWalkthrough", "densing.densing#start", false);
    for (const step of ["Write a card", "Read its density", "Open the trend"]) {
      await window.clickText(step);
      await window.screenshot(`walkthrough-${step.replaceAll(" ", "-").toLowerCase()}`);
    }
  });
});
