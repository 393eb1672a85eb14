import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { paperFolder } from "./support/panelFixtures.ts";
import type { PanelOptions, PanelPage } from "./support/panelPage.ts";

describe("the menus", () => {
  const browser = browserForTests();

  /** The label of the item in focus. */
  function focused(panel: PanelPage): Promise<string | null | undefined> {
    return panel.page.evaluate(() => document.activeElement?.querySelector(".menu-label")?.textContent);
  }

  function opener(panel: PanelPage, name: string | RegExp) {
    return panel.page.getByRole("button", { name });
  }

  async function withMenu(
    name: string | RegExp,
    check: (panel: PanelPage) => Promise<void>,
    options: PanelOptions = {},
  ): Promise<void> {
    const { data } = await paperFolder();
    await browser.showing(data, options, async (panel) => {
      await opener(panel, name).press("Enter");
      await check(panel);
    });
  }

  it("open at the entry that holds, else at the first", async () => {
    await withMenu(/^Fit/, async (panel) => {
      assert.equal(await focused(panel), "quantile 0.90");
      assert.equal(await opener(panel, /^Fit/).getAttribute("aria-expanded"), "true");
      assert.equal(await panel.page.getByRole("menu").getAttribute("aria-label"), "Fit quantile 0.90");
      await opener(panel, "More").press("Enter");
      assert.equal(await focused(panel), "Table of points");
      assert.equal(await panel.page.getByRole("menu").count(), 1);
    });
  });

  it("are walked through with arrows, Home, End and letters", async () => {
    await withMenu("Layers", async (panel) => {
      const visited: (string | null | undefined)[] = [];
      for (const key of ["ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "l", "e"]) {
        await panel.page.keyboard.press(key);
        visited.push(await focused(panel));
        // The next letter starts a new word.
        await panel.page.waitForTimeout(key.length === 1 ? 800 : 0);
      }
      assert.deepEqual(visited, [
        "Prediction band",
        "Other models",
        "Confidence band",
        "Other models",
        "Confidence band",
        "Labels",
        "Error bars",
      ]);
      await panel.page.keyboard.type("pa");
      assert.equal(await focused(panel), "Paper’s method");
    });
  });

  it("give the focus back on Escape, and go on from their button on Tab", async () => {
    await withMenu("Export", async (panel) => {
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.getByRole("menu").count(), 0);
      const button = opener(panel, "Export");
      assert.ok(await button.evaluate((element) => element === document.activeElement));
      assert.equal(await button.getAttribute("aria-expanded"), "false");
      await button.press("Enter");
      await panel.page.keyboard.press("Tab");
      assert.equal(await panel.page.getByRole("menu").count(), 0);
      assert.ok(await opener(panel, "More").evaluate((element) => element === document.activeElement));
    });
  });

  it("close on a click elsewhere, on their button, and when the focus leaves the page", async () => {
    await withMenu("Export", async (panel) => {
      const { page } = panel;
      await page.locator("h1").click();
      assert.equal(await page.getByRole("menu").count(), 0);
      await opener(panel, "Export").click();
      assert.equal(await page.getByRole("menu").count(), 1);
      await opener(panel, "Export").click();
      assert.equal(await page.getByRole("menu").count(), 0);
      await opener(panel, "Export").click();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      assert.equal(await page.getByRole("menu").count(), 0);
    });
  });

  it("read out why an entry cannot be chosen, and do not choose it", async () => {
    await withMenu("Layers", async (panel) => {
      const item = panel.page.getByRole("menuitemcheckbox", { name: "Break 30 Nov 2022, ChatGPT" });
      assert.equal(await item.getAttribute("aria-disabled"), "true");
      assert.match(await item.innerText(), /No model before 30 Nov 2022/);
      await panel.page.keyboard.type("br");
      assert.equal(await focused(panel), "Break 30 Nov 2022, ChatGPT");
      await panel.page.keyboard.press("Enter");
      await item.click({ force: true });
      assert.ok((await panel.posted()).every(({ type }) => type !== "ask"));
      assert.equal(await panel.page.getByRole("menu").count(), 1);
    });
  });

  for (const [width, height] of [
    [300, 420],
    [380, 600],
    [900, 640],
    [1920, 1080],
  ] as const)
    it(`stay on the page at ${width} by ${height} pixels`, async () => {
      const { data } = await paperFolder();
      await browser.showing(data, { width, height }, async (panel) => {
        const fold = panel.page.getByRole("button", { name: "Method and sources" });
        if ((await fold.count()) > 0) await fold.click();
        for (const button of await panel.page.locator("[aria-haspopup=menu]:visible").all()) {
          await button.press("Enter");
          const box = await panel.page.getByRole("menu").boundingBox();
          const seen = await panel.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
          assert.ok(box, await button.innerText());
          assert.ok(box.x >= 0 && box.x + box.width <= seen.width, await button.innerText());
          assert.ok(box.y >= 0 && box.y + box.height <= seen.height, await button.innerText());
          await panel.page.keyboard.press("Escape");
        }
      });
    });
});
