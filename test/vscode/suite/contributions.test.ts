/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { requireWorkbench } from "./testing.ts";

describe("what newcomers are offered", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("includes a snippet that writes a card", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "yaml", content: "" });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("editor.action.insertSnippet", {
      langId: "yaml",
      name: "Model card",
    });
    await eventually(() =>
      assert.match(
        document.getText(),
        /^name: Name-7B\norganization: .*\nfamily: .*\nrelease_date: \d{4}-\d{2}-\d{2}\nkind: base\n/,
      ),
    );
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
