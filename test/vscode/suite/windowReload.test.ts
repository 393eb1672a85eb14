/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { assertSeriesColours, panelText, verdict } from "./panelInWindow.ts";
import { openCard } from "./sampleCards.ts";
import { afterReload, requireWorkbench } from "./testing.ts";

// The last file of the suite: what is open at its end is what a reload must bring back.
describe("a reload of the window", () => {
  it("finds the trend panel open", async function () {
    const window = requireWorkbench(this);
    await openCard("minicpm-2.4b.modelcard.yaml");
    await vscode.commands.executeCommand("densing.openTrendPanel");
    await eventually(async () => assert.match(await panelText(window), verdict));
  });

  it(`brings it back with its figure ${afterReload}`, async function () {
    const window = requireWorkbench(this);
    await eventually(async () => assert.match(await panelText(window), verdict), 15);
    await eventually(() => assertSeriesColours(window), 15);
  });
});
