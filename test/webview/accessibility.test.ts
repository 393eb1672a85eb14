import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PanelData } from "../../server/src/protocol.ts";
import { paperModels, withShuffledDates } from "../support/figures.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { methodsData } from "./support/methodsFixture.ts";
import { folderOf, idOf, paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";
import { themeNames } from "./support/themes.ts";

interface State {
  readonly name: string;
  readonly data: () => Promise<PanelData | undefined>;
  readonly act?: (panel: PanelPage) => Promise<void>;
}

const paper = async () => (await paperFolder()).data;

/** On a page too low for all of it, the strip is one button. */
async function unfold(panel: PanelPage): Promise<void> {
  const fold = panel.page.getByRole("button", { name: "Method and sources" });
  if (await fold.isVisible()) await fold.click();
}

const states: readonly State[] = [
  { name: "a figure", data: paper },
  {
    name: "a figure with a tooltip and a list of cards left out",
    data: paper,
    act: async (panel) => {
      await unfold(panel);
      await panel.page.getByRole("button", { name: "Llama" }).first().click();
      await panel.page.getByRole("button", { name: "4 left out" }).click();
      await panel.send({ type: "reveal", modelId: idOf("Gemma2-9B") });
      const { details } = await paperFolder();
      await panel.send({ type: "details", modelId: idOf("Gemma2-9B"), details: details(idOf("Gemma2-9B")) });
    },
  },
  {
    name: "a table",
    data: paper,
    act: async (panel) => {
      await panel.page.getByRole("button", { name: "More" }).click();
      await panel.page.getByRole("menuitem", { name: "Table of points" }).click();
      await panel.frames();
    },
  },
  { name: "methods", data: async () => methodsData(await paper()) },
  { name: "sizes", data: async () => (await paperFolder()).ask({ view: "sizes" }) },
  { name: "past forecasts", data: async () => (await paperFolder()).ask({ view: "backtest" }) },
  { name: "what to know", data: async () => (await paperFolder()).ask({ view: "about" }) },
  { name: "prices without a price", data: async () => (await paperFolder()).ask({ view: "prices" }) },
  {
    name: "a menu of switches, one of them with a reason",
    data: paper,
    act: (panel) => panel.page.getByRole("button", { name: "Layers" }).click(),
  },
  {
    name: "a control's menu, a changed value and the way back",
    data: async () => (await paperFolder()).ask({ choices: { estimator: "all", without: ["Phi-2-2B"] } }),
    act: async (panel) => {
      await unfold(panel);
      await panel.page.getByRole("button", { name: /^Kinds/ }).press("Enter");
    },
  },
  {
    name: "a search while an answer takes its time and something was saved",
    data: paper,
    act: async (panel) => {
      await panel.page.keyboard.press("Control+f");
      await panel.page.keyboard.type("llama");
      await panel.send({ type: "progress", isBusy: true });
      await panel.send({ type: "saved", text: "Saved as prices.svg" });
    },
  },
  {
    name: "notices, another fit and a picker",
    data: async () => {
      const { data } = await paperFolder({ estimator: "all" });
      const folders = [...data.folders, { uri: "file:///other", name: "other" }];
      return { ...data, folders, isIndexed: false, settingsProblem: "densing.yaml cannot be read" };
    },
    act: (panel) => panel.send({ type: "waiting", reason: "The language server is starting." }),
  },
  { name: "no doubling", data: async () => (await folderOf(withShuffledDates(3))).data },
  { name: "too few models", data: async () => (await folderOf(paperModels.slice(0, 3))).data },
  { name: "no card", data: async () => (await folderOf([])).data },
  {
    name: "no card that can be drawn",
    data: async () =>
      (await folderOf(paperModels.slice(0, 3).map((model) => ({ ...model, releaseDate: undefined })))).data,
  },
  { name: "nothing yet", data: async () => undefined },
  {
    name: "no server",
    data: async () => undefined,
    act: (panel) => panel.send({ type: "waiting", reason: "The language server is starting." }),
  },
];

describe("the page's accessibility", () => {
  const browser = browserForTests();

  for (const { name, data, act } of states) {
    it(`has no serious finding in any theme, nor when narrow: ${name}`, async () => {
      const shown = await data();
      await browser.showing(shown, {}, async (panel) => {
        await act?.(panel);
        for (const theme of themeNames) {
          await panel.setTheme(theme);
          assert.deepEqual(await panel.accessibilityFindings(), [], theme);
        }
        await panel.page.setViewportSize({ width: 380, height: 600 });
        await panel.frames();
        assert.deepEqual(await panel.accessibilityFindings(), [], "380 pixels");
      });
    });

    it(`needs no scrolling sideways and no letter below 11 pixels: ${name}`, async () => {
      const shown = await data();
      for (const width of [300, 380, 560, 900, 1600]) {
        await browser.showing(shown, { width, height: 640 }, async (panel) => {
          await act?.(panel);
          const overflow = await panel.page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(overflow, 0, `${width} pixels`);
          const sizes = await panel.page.evaluate(() =>
            [...document.querySelectorAll("main *")]
              .filter((element) =>
                [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE),
              )
              .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
          );
          assert.ok(Math.min(...sizes) >= 11);
        });
      }
    });
  }
});
