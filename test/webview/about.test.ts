import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { paperFolder } from "./support/panelFixtures.ts";

describe("what to know about the indicator", () => {
  const browser = browserForTests();

  it("is a page of six terms, read in place of a figure", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const page = panel.page.locator(".about");
      assert.ok(!(await page.isVisible()));
      await panel.send({ type: "show", data: await paper.ask({ view: "about" }) });
      assert.equal(await panel.page.locator("h1").innerText(), "What to know about this indicator");
      assert.deepEqual(await page.locator("dt").allInnerTexts(), [
        "What it is",
        "Relative to what",
        "How it is processed",
        "Last date",
        "Who is missing",
        "What it does not say",
      ]);
      assert.match(await page.locator("dd").nth(3).innerText(), /^5 Apr 2025, /);
      await panel.send({ type: "show", data: paper.data });
      assert.ok(!(await page.isVisible()));
    });
  });
});
