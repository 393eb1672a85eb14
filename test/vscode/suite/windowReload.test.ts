/// <reference types="mocha" />
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { eventually } from "../../support/eventually.ts";
import { assertSeriesColours, chooseInPanel, headline } from "./panelInWindow.ts";
import { printedHeadline } from "./printedTrend.ts";
import { openCard, paperFolder } from "./sampleCards.ts";
import { afterReload, requireWorkbench } from "./testing.ts";

// The last file of the suite: what is open at its end is what a reload must bring back.
describe("a reload of the window", () => {
  const onEstimator = () => printedHeadline(paperFolder(), "--estimator", "records");

  it("finds the trend panel open, with a choice of its own", async function () {
    const window = requireWorkbench(this);
    await openCard("minicpm-2.4b.modelcard.yaml");
    await vscode.commands.executeCommand("densing.openTrendPanel");
    await eventually(async () => assert.equal(await headline(window), printedHeadline(paperFolder())));
    await chooseInPanel(window, "Fit", "records");
    await eventually(async () => assert.equal(await headline(window), onEstimator()));
    assert.notEqual(onEstimator(), printedHeadline(paperFolder()));
  });

  it(`brings it back with its figure and its choice ${afterReload}`, async function () {
    const window = requireWorkbench(this);
    await eventually(async () => assert.equal(await headline(window), onEstimator()), 15);
    await eventually(() => assertSeriesColours(window), 15);
  });
});
