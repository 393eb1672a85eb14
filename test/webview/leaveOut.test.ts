import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { idOf, paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";

describe("leaving a model out of the fit", () => {
  const browser = browserForTests();

  async function without(panel: PanelPage): Promise<readonly string[] | undefined> {
    return (await panel.postedOf("ask")).at(-1)?.question.choices.without;
  }

  it("takes one key at the model in focus, and the line moves", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.send({ type: "reveal", modelId: idOf("Gemma2-9B") });
      await panel.page.keyboard.press("x");
      assert.deepEqual(await without(panel), ["Gemma2-9B"]);
      assert.equal(await panel.page.locator("[role=status]").innerText(), "Gemma2-9B is left out");
      const choices = (await panel.postedOf("ask")).at(-1)?.question.choices ?? {};
      await panel.send({ type: "show", data: await paper.ask({ choices }) });
      assert.doesNotMatch(await panel.page.locator("h1").innerText(), /every 106 days/);
      assert.match(
        await panel.page.locator(".points").innerText(),
        /record/,
        "the focus goes on from a record",
      );
      await panel.page.getByRole("button", { name: "5 left out" }).click();
      await panel.page.getByRole("button", { name: "Take Gemma2-9B back" }).click();
      assert.equal(await without(panel), undefined);
    });
  });

  it("takes one key at the model under the pointer, and adds to those left out before", async () => {
    const paper = await paperFolder();
    const data = await paper.ask({ choices: { without: ["Phi-2-2B"] } });
    await browser.showing(data, {}, async (panel) => {
      const { content } = data;
      assert.ok(content.view === "time" && content.figure.kind === "time");
      const { left, top, markOf } = await layoutOnPage(panel, content.figure);
      const { x, y } = markOf("MiniCPM3-4B");
      await panel.page.mouse.move(left + x + 1, top + y + 1);
      await panel.frames();
      await panel.page.keyboard.press("Delete");
      assert.deepEqual(await without(panel), ["Phi-2-2B", "MiniCPM3-4B"]);
    });
  });

  it("adds to what the folder itself leaves out", async () => {
    const { data } = await paperFolder({ without: ["Phi-2-2B"] });
    await browser.showing(data, {}, async (panel) => {
      await panel.send({ type: "reveal", modelId: idOf("Gemma2-9B") });
      await panel.page.keyboard.press("X");
      assert.deepEqual(await without(panel), ["Phi-2-2B", "Gemma2-9B"]);
    });
  });

  it("goes on before the answer has come", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      for (const name of ["Gemma2-9B", "MiniCPM3-4B"]) {
        await panel.send({ type: "reveal", modelId: idOf(name) });
        await panel.page.keyboard.press("x");
      }
      assert.deepEqual(await without(panel), ["Gemma2-9B", "MiniCPM3-4B"]);
    });
  });

  it("works from a row of the table, but not while somebody types", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "More" }).click();
      await panel.page.getByRole("menuitem", { name: "Table of points" }).click();
      await panel.frames();
      await panel.page.keyboard.press("Control+f");
      await panel.page.keyboard.type("mix");
      await panel.frames();
      assert.equal((await panel.posted()).filter(({ type }) => type === "ask").length, 0);
      await panel.page.getByRole("button", { name: "Mixtral-8x7B" }).focus();
      await panel.page.keyboard.press("Delete");
      assert.deepEqual(await without(panel), ["Mixtral-8x7B"]);
    });
  });
});
