/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { targetOf } from "../../support/measuredDrawing.ts";
import { chooseInPanel, headline, layoutInWindow } from "./panelInWindow.ts";
import { printedHeadline, printedTrend } from "./printedTrend.ts";
import { modelsFolder, openCard } from "./sampleCards.ts";
import { requireWorkbench } from "./testing.ts";

describe("what the trend panel gives away", () => {
  const folder = mkdtempSync(join(tmpdir(), "densing-exports-"));

  before(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await openCard("phi-2.modelcard.yaml", modelsFolder());
    await vscode.commands.executeCommand("densing.openTrendPanel");
  });

  after(async () => {
    rmSync(folder, { recursive: true });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("says what the command line says, on the basis that is chosen in the panel", async function () {
    const window = requireWorkbench(this);
    const onAverage = printedHeadline(modelsFolder());
    const onMmlu = printedHeadline(modelsFolder(), "--basis", "mmlu");
    assert.notEqual(onMmlu, onAverage);
    await eventually(async () => assert.equal(await headline(window), onAverage), 15);
    await chooseInPanel(window, "Basis", "MMLU");
    await eventually(async () => assert.equal(await headline(window), onMmlu), 15);
  });

  it("opens the card of a model that only this basis draws", async function () {
    const window = requireWorkbench(this);
    const { drawing, left, top } = await layoutInWindow(window, {
      folderUri: modelsFolder().toString(),
      choices: { basis: "mmlu" },
    });
    const { at } = targetOf(drawing, "DeepSeek-V4-Flash-Base");
    await window.clickPanel({ x: left + at.x, y: top + at.y });
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(
        editor?.document.lineAt(editor.selection.active.line).text,
        "name: DeepSeek-V4-Flash-Base",
      );
    });
  });

  const files = [
    ["SVG", "figure.svg", "svg"],
    ["CSV", "points.csv", "csv"],
    ["JSON", "fit.json", "json"],
    ["Markdown", "caption.md", "markdown"],
  ] as const;
  for (const [entry, fileName, format] of files)
    it(`is saved as ${entry} with the bytes of the command line`, async function () {
      const window = requireWorkbench(this);
      const path = join(folder, fileName);
      await chooseInPanel(window, "Export", entry);
      await window.saveAs(path);
      const printed = printedTrend(modelsFolder(), "--basis", "mmlu", "--format", format);
      await eventually(() => assert.equal(readFileSync(path, "utf8"), printed));
    });

  it("is saved as PNG with twice the pixels of the figure", async function () {
    const window = requireWorkbench(this);
    const path = join(folder, "figure.png");
    await chooseInPanel(window, "Export", "PNG, twice the pixels");
    await window.saveAs(path);
    const [, width, height] =
      /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(
        printedTrend(modelsFolder(), "--basis", "mmlu", "--format", "svg"),
      ) ?? [];
    await eventually(() => {
      const png = readFileSync(path);
      // A PNG begins with its signature and the chunk that holds its size.
      assert.equal(png.toString("latin1", 1, 4), "PNG");
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * Number(width), 2 * Number(height)]);
    });
  });
});
