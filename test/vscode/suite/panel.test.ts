/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { targetOf } from "../../support/measuredDrawing.ts";
import { assertSeriesColours, layoutInWindow, panelText, tokenColour, verdict } from "./panelInWindow.ts";
import { openCard } from "./sampleCards.ts";
import { requireWorkbench } from "./testing.ts";

describe("the trend panel", () => {
  it("opens from the command palette with the collection's verdict", async function () {
    const window = requireWorkbench(this);
    await openCard("minicpm-2.4b.modelcard.yaml");
    await window.press("F1");
    await window.type("Densing: Open Trend Panel");
    await window.press("Enter");
    await eventually(async () => assert.match(await panelText(window), verdict));
    await window.screenshot("panel");
  });

  it("has each series' colour where the figure model puts its models", async function () {
    const window = requireWorkbench(this);
    await eventually(() => assertSeriesColours(window));
  });

  it("opens a card at its line with a click on its point", async function () {
    const window = requireWorkbench(this);
    const { drawing, left, top } = await layoutInWindow(window);
    const { at } = targetOf(drawing, "Gemma2-9B");
    await window.clickPanel({ x: left + at.x, y: top + at.y });
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.match(editor?.document.uri.path ?? "", /gemma2-9b\.modelcard\.yaml$/);
      assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? "", /^name: Gemma2-9B$/);
    });
  });

  it("is reached and read by keyboard alone", async function () {
    const window = requireWorkbench(this);
    await vscode.commands.executeCommand("densing.showInTrend", {
      modelId: "phi-2-2b.modelcard.yaml#0",
      uri: (await openCard("phi-2-2b.modelcard.yaml")).uri.toString(),
    });
    const option = async () => (await window.probePanel("elements", "[role=option]"))[0]?.text ?? "";
    await eventually(async () => assert.match(await option(), /^Phi-2-2B, density 0\.75/));
    await window.press("r");
    await eventually(async () => assert.match(await option(), /^MiniCPM-2\.4B/));
    await window.press("Enter");
    await eventually(() =>
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? "", /minicpm-2\.4b/),
    );
  });

  it("follows what is typed, and undo brings the old figure back", async function () {
    const window = requireWorkbench(this);
    const document = await openCard("minicpm3-4b.modelcard.yaml");
    const size = /non_embedding: (\S+)/.exec(document.getText());
    assert.ok(size?.[1]);
    const start = document.positionAt(size.index + "non_embedding: ".length);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(start, start.translate(0, size[1].length)), "1.943B");
    await vscode.workspace.applyEdit(edit);
    await eventually(async () => {
      const text = await panelText(window);
      assert.match(text, /Density doubles about every \S+ months \(\d+ days/);
      assert.doesNotMatch(text, verdict);
    });
    await vscode.commands.executeCommand("undo");
    await eventually(async () => assert.match(await panelText(window), verdict));
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("follows the theme", async function () {
    const window = requireWorkbench(this);
    const settings = vscode.workspace.getConfiguration("workbench");
    const dark = await tokenColour(window, "charts-blue");
    try {
      for (const theme of ["Default Light Modern", "Default High Contrast Light", "Default High Contrast"]) {
        await settings.update("colorTheme", theme, vscode.ConfigurationTarget.Global);
        await eventually(() => assertSeriesColours(window), 15);
        await window.screenshot(`panel-${theme.replaceAll(/\W+/g, "-").toLowerCase()}`);
      }
    } finally {
      await settings.update("colorTheme", undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually(async () => assert.equal(await tokenColour(window, "charts-blue"), dark));
    await eventually(() => assertSeriesColours(window), 15);
  });

  it("comes back when the server has crashed", async function () {
    const window = requireWorkbench(this);
    if (process.platform !== "linux") return this.skip();
    const children = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], {
      encoding: "utf8",
    });
    const server = children.split("\n").find((line) => line.includes("densing-language-server"));
    assert.ok(server, children);
    process.kill(Number.parseInt(server, 10), "SIGKILL");
    const document = await openCard("phi-2-2b.modelcard.yaml");
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        new vscode.Position(0, 8),
      );
      assert.ok(hovers.length > 0, "no hover yet");
    }, 15);
    await eventually(async () => assert.match(await panelText(window), verdict), 15);
  });
});
