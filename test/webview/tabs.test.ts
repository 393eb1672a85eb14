import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { methodsData } from "./support/methodsFixture.ts";
import { paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";

const names = [
  "Over time",
  "By benchmark",
  "Sizes",
  "Score curves",
  "Prices",
  "Backtest",
  "Methods",
  "About",
];

describe("the tabs", () => {
  const browser = browserForTests();

  function selected(panel: PanelPage): Promise<string[]> {
    return panel.page.getByRole("tab", { selected: true }).allInnerTexts();
  }

  it("names every view and selects the one that is shown", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      assert.deepEqual(await panel.page.getByRole("tab").allInnerTexts(), names);
      assert.deepEqual(await selected(panel), ["Over time"]);
      await panel.send({ type: "show", data: await paper.ask({ view: "sizes" }) });
      assert.deepEqual(await selected(panel), ["Sizes"]);
      assert.ok(await panel.page.getByRole("tabpanel", { name: "Sizes" }).isVisible());
    });
  });

  it("asks for a view and keeps what is shown until the answer comes", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const headline = await panel.page.locator("h1").innerText();
      await panel.page.getByRole("tab", { name: "Methods" }).click();
      await panel.frames();
      assert.deepEqual(await panel.postedOf("ask"), [
        { type: "ask", question: { ...paper.data.question, view: "methods" } },
      ]);
      assert.deepEqual(await selected(panel), ["Methods"]);
      assert.equal(await panel.page.locator("h1").innerText(), headline);
      await panel.send({ type: "show", data: methodsData(paper.data) });
      assert.match(await panel.page.locator("h1").innerText(), /^Over these 5 choices/);
    });
  });

  it("takes nothing back when an older answer comes late", async () => {
    const paper = await paperFolder();
    const sizes = await paper.ask({ view: "sizes" });
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.getByRole("tab", { name: "Sizes" }).click();
      await panel.send({ type: "show", data: paper.data });
      assert.deepEqual(await selected(panel), ["Sizes"]);
      await panel.send({ type: "show", data: sizes });
      await panel.send({ type: "show", data: paper.data });
      assert.deepEqual(await selected(panel), ["Over time"]);
    });
  });

  it("asks for nothing when the view is the one that is shown", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.page.getByRole("tab", { name: "Over time" }).click();
      await panel.frames();
      assert.ok((await panel.posted()).every(({ type }) => type !== "ask"));
    });
  });

  it("is one stop, with arrows, Home and End inside, and asks on Enter only", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const { keyboard } = panel.page;
      const focused = () => panel.page.evaluate(() => document.activeElement?.textContent);
      await keyboard.press("Tab");
      assert.equal(await focused(), "Over time");
      const visited: (string | null | undefined)[] = [];
      for (const key of ["ArrowRight", "ArrowRight", "End", "ArrowRight", "ArrowLeft", "Home"]) {
        await keyboard.press(key);
        visited.push(await focused());
      }
      assert.deepEqual(visited, ["By benchmark", "Sizes", "About", "Over time", "About", "Over time"]);
      assert.ok((await panel.posted()).every(({ type }) => type !== "ask"));
      await keyboard.press("ArrowLeft");
      await keyboard.press("Enter");
      assert.equal((await panel.postedOf("ask"))[0]?.question.view, "about");
      await keyboard.press("Tab");
      assert.equal(
        await panel.page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
        "Find a model",
      );
    });
  });

  it("is one menu on a narrow page", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, { width: 380, height: 600 }, async (panel) => {
      assert.equal(await panel.page.getByRole("tab").count(), 0);
      await panel.page.getByRole("button", { name: "Over time" }).click();
      const items = panel.page.getByRole("menuitemradio");
      assert.deepEqual(await items.allInnerTexts(), names);
      assert.equal(await items.first().getAttribute("aria-checked"), "true");
      await panel.page.getByRole("menuitemradio", { name: "Prices" }).click();
      assert.equal((await panel.postedOf("ask"))[0]?.question.view, "prices");
      await panel.frames();
      const opener = panel.page.getByRole("button", { name: "Prices" });
      assert.ok(await opener.evaluate((button) => button === document.activeElement));
    });
  });

  it("is one menu wherever the tabs have no room beside the collections", async () => {
    const { data } = await paperFolder();
    const folders = [...data.folders, { uri: "file:///other", name: "a collection with a rather long name" }];
    await browser.showing({ ...data, folders }, { width: 700 }, async (panel) => {
      const { page } = panel;
      const isMenu = async () => (await page.getByRole("tab").count()) === 0;
      assert.equal(await isMenu(), true);
      await page.setViewportSize({ width: 1100, height: 640 });
      await panel.frames();
      assert.equal(await isMenu(), false);
      for (const control of await page.locator(".header button:visible, .header select").all()) {
        const box = await control.boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= 1100);
      }
    });
  });

  const severalFolders = async () => {
    const { data } = await paperFolder();
    return { ...data, folders: [...data.folders, { uri: "file:///other", name: "densing-law-2025" }] };
  };

  for (const width of [300, 320, 380, 480]) {
    it(`changes the view by pointer beside several collections at ${width} px`, async () => {
      await browser.showing(await severalFolders(), { width, height: 600 }, async (panel) => {
        const controls = panel.page.locator(".header button:visible, .header select:visible");
        let end = 0;
        for (const control of await controls.all()) {
          const box = await control.boundingBox();
          assert.ok(box && box.x >= end && box.x + box.width <= width, `${JSON.stringify(box)} after ${end}`);
          end = box.x + box.width;
        }
        await panel.page.getByRole("button", { name: "Over time" }).click({ timeout: 2_000 });
        await panel.page.getByRole("menuitemradio", { name: "Prices" }).click();
        assert.equal((await panel.postedOf("ask"))[0]?.question.view, "prices");
      });
    });
  }

  it("keeps the collections in a box that shrinks, and then in the menu More", async () => {
    await browser.showing(await severalFolders(), { width: 480, height: 600 }, async (panel) => {
      const { page } = panel;
      const collections = async () => {
        await page.getByRole("button", { name: "More" }).click();
        const items = await page.getByRole("menuitemradio").allInnerTexts();
        await page.keyboard.press("Escape");
        return items;
      };
      assert.ok(await page.getByLabel("Collection").isVisible());
      assert.deepEqual(await collections(), []);
      await page.setViewportSize({ width: 300, height: 600 });
      await panel.frames();
      assert.equal(await page.getByLabel("Collection").isVisible(), false);
      assert.deepEqual(await collections(), ["models", "densing-law-2025"]);
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitemradio", { name: "densing-law-2025" }).click();
      assert.equal((await panel.postedOf("chooseFolder"))[0]?.folderUri, "file:///other");
      await page.setViewportSize({ width: 480, height: 600 });
      await panel.frames();
      assert.ok(await page.getByLabel("Collection").isVisible());
    });
  });

  it("shows a quiet sign while an answer takes its time", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const sign = panel.page.getByRole("progressbar", { name: "Computing" });
      assert.equal(await sign.count(), 0);
      await panel.send({ type: "progress", isBusy: true });
      assert.ok(await sign.isVisible());
      assert.equal(await panel.page.getByRole("tabpanel").getAttribute("aria-busy"), "true");
      // The page's media say that motion is reduced.
      const animation = await sign.evaluate((line) => getComputedStyle(line, "::before").animationName);
      assert.equal(animation, "none");
      await panel.send({ type: "progress", isBusy: false });
      assert.equal(await sign.count(), 0);
      assert.equal(await panel.page.getByRole("tabpanel").getAttribute("aria-busy"), "false");
    });
  });
});
