import type { Locator } from "playwright-core";
import type { ModelPair } from "../../../server/src/protocol.ts";
import { type FixtureFolder, idOf, paperFolder } from "./panelFixtures.ts";
import type { PanelBrowser, PanelOptions, PanelPage } from "./panelPage.ts";

/** The two models that are compared. */
export const pair: ModelPair = [idOf("MiniCPM-2.4B"), idOf("Mistral-7B-v0.1")];

/** The pane with the comparison. */
export const comparisonPane = (panel: PanelPage): Locator =>
  panel.page.getByRole("region", { name: "Compare" });

/** The page with two models pinned, as it comes back after a reload, and the host's answer. */
export async function comparing(
  browser: Pick<PanelBrowser, "showing">,
  options: PanelOptions,
  check: (panel: PanelPage, paper: FixtureFolder) => Promise<void>,
): Promise<void> {
  const paper = await paperFolder();
  await browser.showing(paper.data, options, async (panel) => {
    await panel.page.evaluate((pinned) => {
      const host = window.acquireVsCodeApi();
      host.setState({ ...(host.getState() as object), pinned });
    }, pair);
    await panel.page.reload();
    await panel.frames();
    await panel.send({ type: "comparison", modelIds: pair, comparison: paper.compare(pair) });
    await check(panel, paper);
  });
}

/** The pane with the questions. */
export const aheadPane = (panel: PanelPage): Locator => panel.page.getByRole("region", { name: "Forecast" });

/** The page with the questions open and answered. */
export async function asking(
  browser: Pick<PanelBrowser, "showing">,
  options: PanelOptions,
  check: (panel: PanelPage, paper: FixtureFolder) => Promise<void>,
): Promise<void> {
  const paper = await paperFolder();
  await browser.showing(paper.data, options, async (panel) => {
    await askByMenu(panel);
    await answerAhead(panel, paper);
    await check(panel, paper);
  });
}

/** Opens the questions. */
export async function askByMenu(panel: PanelPage): Promise<void> {
  await panel.page.getByRole("button", { name: "More" }).click();
  await panel.page.getByRole("menuitem", { name: "Forecast" }).click();
  await panel.frames();
}

/** Answers what was asked last, as the host does. */
export async function answerAhead(panel: PanelPage, paper: FixtureFolder): Promise<readonly string[]> {
  const asked = (await panel.postedOf("askAhead")).at(-1)?.asked ?? [];
  const answers = paper.forecast(asked);
  await panel.send({ type: "forecasts", asked, answers });
  return answers;
}
