import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withShuffledDates } from "../support/figures.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { folderOf, manyModels, paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";

describe("the table of the points", () => {
  const browser = browserForTests();

  async function showTable(panel: PanelPage): Promise<void> {
    await panel.page.getByRole("button", { name: "More" }).click();
    await panel.page.getByRole("menuitem", { name: "Table of points" }).click();
    await panel.frames();
  }

  /** Texts of the cells that are seen, row by row. */
  function cells(panel: PanelPage): Promise<string[][]> {
    return panel.page.evaluate(() =>
      [...document.querySelectorAll<HTMLTableRowElement>("tbody tr")].map((row) =>
        [...row.cells].filter((cell) => cell.offsetWidth > 0).map((cell) => cell.innerText.trim()),
      ),
    );
  }

  it("has the figure's points in their order, with the same facts", async () => {
    const { data, figure } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await showTable(panel);
      assert.equal(await panel.page.locator(".figure").isVisible(), false);
      assert.equal(await panel.page.locator("caption").innerText(), "47 models in order of release");
      const expected = data.rows.map((row, index) => [
        row.name,
        figure.points[index]?.family.name ?? "",
        row.released,
        row.density,
        row.effective,
        row.actual,
        row.place,
      ]);
      assert.deepEqual(await cells(panel), expected);
      assert.equal(expected[0]?.[0], "Llama-65B");
      assert.match(expected[0]?.[6] ?? "", /^record, 235 days behind the trend$/);
    });
  });

  it("opens a card by its name", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await showTable(panel);
      await panel.page.getByRole("button", { name: "Phi-2-2B" }).press("Enter");
      const row = data.rows.find(({ name }) => name === "Phi-2-2B");
      assert.deepEqual(await panel.postedOf("open"), [{ type: "open", path: row?.path, line: row?.line }]);
    });
  });

  it("says which models are records when there is no trend to stand against", async () => {
    const { data, figure } = await folderOf(withShuffledDates(3));
    await browser.showing(data, {}, async (panel) => {
      await panel.page.locator(".grounds:visible .link").click();
      await panel.frames();
      const standing = (await cells(panel)).map((row) => row.at(-1));
      assert.deepEqual(
        standing,
        figure.points.map(({ isRecord }) => (isRecord ? "record" : "")),
      );
    });
  });

  it("follows the legend and says so", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await showTable(panel);
      await panel.page.getByRole("button", { name: "Llama 13" }).click();
      await panel.frames();
      assert.equal((await cells(panel)).length, 34);
      assert.match(await panel.page.locator("caption").innerText(), /^34 of 47 models .* the legend hides/);
    });
  });

  it("loses no fact on a narrow page and needs no scrolling sideways", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, { width: 380, height: 600 }, async (panel) => {
      await showTable(panel);
      const [first] = await cells(panel);
      const text = first?.join(" ") ?? "";
      const row = data.rows[0];
      for (const fact of [row?.name, row?.released, row?.density, row?.effective, row?.actual, row?.place])
        assert.ok(fact !== undefined && text.includes(fact), `${fact} in ${text}`);
      const overflow = await panel.page
        .locator(".table-area:visible")
        .evaluate((area) => area.scrollWidth - area.clientWidth);
      assert.equal(overflow, 0);
    });
  });

  it("keeps the focus on a model while numbers change", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await showTable(panel);
      await panel.page.getByRole("button", { name: "Phi-2-2B" }).focus();
      const rows = data.rows.map((row) => ({ ...row, density: `${row.density}1` }));
      await panel.send({ type: "show", data: { ...data, rows } });
      assert.equal(await panel.page.evaluate(() => document.activeElement?.textContent), "Phi-2-2B");
    });
  });

  it("shows thousands of models in steps", async () => {
    const { data } = await folderOf(manyModels(2500));
    await browser.showing(data, {}, async (panel) => {
      await showTable(panel);
      assert.equal((await cells(panel)).length, 1000);
      await panel.page.getByRole("button", { name: "Show 1,000 more of 1,500" }).click();
      await panel.page.getByRole("button", { name: "Show 500 more of 500" }).click();
      assert.equal((await cells(panel)).length, 2500);
      assert.equal(await panel.page.getByRole("button", { name: /more of/ }).count(), 0);
    });
  });
});
