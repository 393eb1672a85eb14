import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { eventually } from "../support/eventually.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { type LayoutOnPage, layoutOnPage } from "./support/layoutOnPage.ts";
import { idOf, paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";

describe("the tooltip", () => {
  const browser = browserForTests();

  async function hover(panel: PanelPage, { left, top, markOf }: LayoutOnPage, name: string): Promise<void> {
    const { x, y } = markOf(name);
    await panel.page.mouse.move(left + x + 1, top + y + 1);
    await panel.frames();
  }

  function text(panel: PanelPage): Promise<string> {
    return panel.page.locator(".tooltip").innerText();
  }

  it("has the model's own facts at once and what the hover says as soon as the host answers", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, paper.figure);
      await hover(panel, layout, "Llama-3.1-405B");
      const row = paper.data.rows.find(({ name }) => name === "Llama-3.1-405B");
      assert.ok(row);
      const atOnce = await text(panel);
      for (const fact of [row.name, row.density, row.effective, row.actual, row.released, row.place])
        assert.ok(atOnce.includes(fact), `${fact} in ${atOnce}`);
      assert.deepEqual(await panel.postedOf("askDetails"), [{ type: "askDetails", modelId: row.id }]);

      const details = paper.details(row.id);
      assert.ok(details);
      await panel.send({ type: "details", modelId: row.id, details });
      const complete = await text(panel);
      for (const { label, value } of details.rows)
        assert.ok(complete.includes(label) && complete.includes(value));
      for (const note of details.notes) assert.ok(complete.includes(note), note);
      assert.match(complete, /A click opens the card, P pins it\. X leaves it out\.$/);
    });
  });

  it("asks once for a model until the numbers change", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, paper.figure);
      const asked = async () => (await panel.postedOf("askDetails")).map(({ modelId }) => modelId);
      await hover(panel, layout, "Gemma2-9B");
      await eventually(async () => assert.deepEqual(await asked(), [idOf("Gemma2-9B")]));
      await panel.send({
        type: "details",
        modelId: idOf("Gemma2-9B"),
        details: paper.details(idOf("Gemma2-9B")),
      });
      await hover(panel, layout, "MiniCPM3-4B");
      await eventually(async () => assert.equal((await asked()).length, 2));
      await hover(panel, layout, "Gemma2-9B");
      assert.match(await text(panel), /Average of five/);
      await panel.send({ type: "show", data: paper.data });
      await eventually(async () =>
        assert.deepEqual(await asked(), [idOf("Gemma2-9B"), idOf("MiniCPM3-4B"), idOf("Gemma2-9B")]),
      );
    });
  });

  it("does not ask for models that the pointer only passes", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const { marks, left, top, plot } = await layoutOnPage(panel, paper.figure);
      const nowhere = { x: plot.right - 4, y: plot.bottom - 60 };
      const titles = await panel.page.evaluate(
        ([places, x, y]) =>
          places.map((place) => {
            const at = { clientX: place.x + x, clientY: place.y + y };
            document
              .querySelector(".points")
              ?.dispatchEvent(new PointerEvent("pointermove", { ...at, bubbles: true }));
            return document.querySelector<HTMLElement>(".tooltip:not([hidden]) .tooltip-title")?.textContent;
          }),
        [[...marks.map(({ x, y }) => ({ x, y })), nowhere], left, top] as const,
      );
      assert.ok(titles.slice(0, -1).every((title) => title !== undefined));
      assert.equal(titles.at(-1), undefined);
      await panel.page.waitForTimeout(150);
      assert.deepEqual(await panel.posted(), [{ type: "ready" }]);
    });
  });

  it("goes when the pointer goes, and with Escape", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, paper.figure);
      const tooltip = panel.page.locator(".tooltip");
      await hover(panel, layout, "Gemma2-9B");
      assert.ok(await tooltip.isVisible());
      await panel.page.mouse.move(5, 5);
      assert.equal(await tooltip.isVisible(), false);
      await hover(panel, layout, "Gemma2-9B");
      await panel.page.keyboard.press("Escape");
      assert.equal(await tooltip.isVisible(), false);
    });
  });

  for (const [width, height] of [
    [380, 600],
    [900, 640],
    [900, 300],
  ] as const) {
    it(`never covers its mark and stays on a page of ${width} by ${height}`, async () => {
      const paper = await paperFolder();
      await browser.showing(paper.data, { width, height }, async (panel) => {
        const layout = await layoutOnPage(panel, paper.figure);
        for (const { id, name, x, y, radius } of layout.marks) {
          const place = { x: layout.left + x, y: layout.top + y };
          if (place.y > height - 10) continue;
          await panel.page.mouse.move(place.x, place.y);
          const shown = await panel.page.locator(".tooltip-title").innerText();
          // A mark on top of another has the tooltip.
          if (shown !== name) continue;
          await panel.send({ type: "details", modelId: id, details: paper.details(id) });
          const box = await panel.page.locator(".tooltip").boundingBox();
          assert.ok(box);
          const isBeside =
            place.x + radius <= box.x ||
            place.x - radius >= box.x + box.width ||
            place.y + radius <= box.y ||
            place.y - radius >= box.y + box.height;
          assert.ok(isBeside, name);
          assert.ok(
            box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
            name,
          );
        }
      });
    });
  }
});
