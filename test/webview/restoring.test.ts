import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { folderOf, manyModels, paperFolder } from "./support/panelFixtures.ts";
import { isNeutral, type PanelPage, type Pixel } from "./support/panelPage.ts";

const red: Pixel = [0xf1, 0x4c, 0x4c];

describe("the page over a reload and while hidden", () => {
  const browser = browserForTests();

  /** What VS Code keeps for the page. */
  function keptState(panel: PanelPage): Promise<Record<string, unknown>> {
    return panel.page.evaluate(() => window.acquireVsCodeApi().getState() as Record<string, unknown>);
  }

  it("draws what it showed last before the host says a word", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "Llama" }).click();
      await panel.frames();
      await panel.page.reload();
      await panel.frames();
      assert.deepEqual(await panel.posted(), [{ type: "ready", question: paper.data.question }]);
      assert.match(
        await panel.page.locator("h1").innerText(),
        /^Density doubles about every 4\.4 months \(135 days/,
      );
      const layout = await layoutOnPage(panel, paper.figure);
      const [gemma, llama] = [layout.markOf("Gemma2-9B"), layout.markOf("Llama-65B")];
      assert.deepEqual(await panel.pixel(gemma.x, gemma.y), red);
      assert.ok(isNeutral(await panel.pixel(llama.x, llama.y)));
      assert.equal(
        await panel.page.getByRole("button", { name: "Llama" }).getAttribute("aria-pressed"),
        "false",
      );
    });
  });

  it("comes back as the table if that is what it was", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "More" }).click();
      await panel.page.getByRole("menuitem", { name: "Table of points" }).click();
      await panel.frames();
      await panel.page.reload();
      await panel.frames();
      assert.equal(await panel.page.locator("tbody tr").count(), 47);
    });
  });

  it("keeps the folder but not the data of a collection too large for it", async () => {
    const { data } = await folderOf(manyModels(4000));
    await browser.showing(data, {}, async (panel) => {
      const state = await keptState(panel);
      assert.deepEqual(state.question, data.question);
      assert.equal("data" in state, false);
      await panel.page.reload();
      await panel.frames();
      assert.equal(await panel.page.locator("h1").innerText(), "Reading cards…");
    });
  });

  it("forgets a state of another version", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.page.evaluate(() => window.acquireVsCodeApi().setState({ shape: 0, data: { figure: 1 } }));
      await panel.page.reload();
      await panel.frames();
      assert.equal(await panel.page.locator("h1").innerText(), "Reading cards…");
    });
  });

  it("does nothing while hidden, and catches up when it is seen", async () => {
    const [paper, few] = [await paperFolder(), await folderOf(manyModels(3))];
    await browser.showing(paper.data, {}, async (panel) => {
      const look = () =>
        panel.page.evaluate(() => [
          document.querySelector("canvas")?.toDataURL(),
          document.querySelector("main")?.textContent,
        ]);
      const before = await look();
      await setHidden(panel, true);
      await panel.send({ type: "show", data: few.data });
      await panel.setTheme("light");
      await panel.page.setViewportSize({ width: 901, height: 640 });
      await panel.page.waitForTimeout(200);
      assert.deepEqual(await look(), before);
      assert.deepEqual((await keptState(panel)).question, paper.data.question);
      await setHidden(panel, false);
      await panel.frames();
      assert.match(await panel.page.locator("h1").innerText(), /3 models/);
      assert.notDeepEqual(await look(), before);
    });
  });
});

function setHidden(panel: PanelPage, isHidden: boolean): Promise<void> {
  return panel.page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}
