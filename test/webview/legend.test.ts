import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { textsOf } from "../support/drawings.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { paperFolder } from "./support/panelFixtures.ts";
import { isNeutral, type Pixel } from "./support/panelPage.ts";

describe("the legend", () => {
  const browser = browserForTests();

  it("names every family with its count", async () => {
    const { data, figure } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const names = await panel.page.locator(".family").allInnerTexts();
      assert.deepEqual(
        names.map((name) => name.replace(/\s+/g, " ")),
        figure.families.map(({ name, modelCount }) => `${name} ${modelCount}`),
      );
    });
  });

  it("hides the marks of a family and brings them back; numbers and other marks stay", async () => {
    const { data, figure } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, figure);
      const [llama, gemma] = [layout.markOf("Llama-65B"), layout.markOf("Gemma2-9B")];
      const verdict = await panel.page.locator(".verdict").innerText();
      const filled = [await panel.pixel(llama.x, llama.y), await panel.pixel(gemma.x, gemma.y)];
      const toggle = panel.page.getByRole("button", { name: "Llama" });
      assert.equal(await toggle.getAttribute("aria-pressed"), "true");

      await toggle.click();
      await panel.frames();
      assert.equal(await toggle.getAttribute("aria-pressed"), "false");
      assert.match(
        (await toggle.getAttribute("title")) ?? "",
        /^Show 13 models of Llama\. The fit and its numbers stay\.$/,
      );
      assert.ok(isNeutral(await panel.pixel(llama.x, llama.y)));
      assert.deepEqual(await panel.pixel(gemma.x, gemma.y), filled[1]);
      assert.equal(await panel.page.locator(".verdict").innerText(), verdict);

      await toggle.click();
      await panel.frames();
      assert.deepEqual(await panel.pixel(llama.x, llama.y), filled[0]);
    });
  });

  it("takes the name of a hidden record away and leaves the others where they were", async () => {
    const { data, figure } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const { drawing } = await layoutOnPage(panel, figure);
      const box = (pointName: string) => {
        const label = textsOf(drawing).find(({ text: { text } }) => text.startsWith(`${pointName} `));
        assert.ok(label);
        const { left: x, top: y, right, bottom } = label.text.box;
        return { x, y, width: right - x, height: bottom - y };
      };
      const isText = (colours: readonly Pixel[]) => colours.some(([red, green]) => red > 180 && green > 180);
      assert.ok(isText(await panel.pixels(box("Phi-2-2B"))));
      const gemma = await panel.pixels(box("Gemma2-9B"));
      await panel.page.getByRole("button", { name: "Phi" }).click();
      await panel.frames();
      assert.ok(!isText(await panel.pixels(box("Phi-2-2B"))));
      assert.deepEqual(await panel.pixels(box("Gemma2-9B")), gemma);
    });
  });

  it("takes hidden models out of the way of pointer and keys", async () => {
    const { data, figure } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, figure);
      const { x, y } = layout.markOf("Mistral-Small-24B");
      await panel.page.getByRole("button", { name: "Mistral" }).click();
      await panel.frames();
      await panel.page.mouse.click(layout.left + x, layout.top + y);
      assert.ok((await panel.posted()).every(({ type }) => type !== "open"));
      await panel.page.locator(".points").focus();
      assert.match(await panel.page.locator("[role=option]").innerText(), /^MiniCPM3-4B/);
      assert.equal(await panel.page.locator("[role=option]").getAttribute("aria-setsize"), "40");
    });
  });

  it("stays usable with every family hidden", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      for (const toggle of await panel.page.locator(".family").all()) await toggle.click();
      await panel.frames();
      assert.equal(await panel.page.locator("[role=option]").count(), 0);
      assert.deepEqual(await panel.accessibilityFindings(), []);
      await panel.page.getByRole("button", { name: "Phi" }).click();
      await panel.frames();
      assert.match(await panel.page.locator("[role=option]").innerText(), /^Phi-2-2B/);
    });
  });
});
