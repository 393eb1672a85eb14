import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paperModels } from "../support/figures.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";

describe("the page by keyboard", () => {
  const browser = browserForTests();

  /** Presses keys one after the other. */
  async function press(panel: PanelPage, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) await panel.page.keyboard.press(key);
  }

  /** The name of the model in focus, as a screen reader is told. */
  async function model(panel: PanelPage): Promise<string | undefined> {
    const text = await panel.page.evaluate(() => {
      const id = document.activeElement?.getAttribute("aria-activedescendant");
      return id ? document.getElementById(id)?.textContent : undefined;
    });
    return text?.split(",")[0];
  }

  async function inFigure(check: (panel: PanelPage) => Promise<void>): Promise<void> {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      await check(panel);
    });
  }

  it("goes from the tabs and icons to the legend, the figure and the strip", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const stops: string[] = [];
      for (let stop = 0; stop < 24; stop++) {
        await press(panel, "Tab");
        stops.push(
          await panel.page.evaluate(() => {
            const { activeElement } = document;
            const role = activeElement?.getAttribute("role");
            const text = activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
            return role === "listbox" ? role : text;
          }),
        );
      }
      assert.deepEqual(stops, [
        "Over time",
        ...["Find a model", "Layers", "Export", "More"],
        ...["Compare methods", "Forecast"],
        ...["Llama13", "Gemma9", "Mistral7", "DeepSeek4", "Phi3", "MiniCPM3", "Other8"],
        "listbox",
        ...["Reference", "Basis", "Size", "Fit", "Kinds", "Dates", "Models", "Break"].map(
          (label) => stops.find((stop) => stop.startsWith(label)) ?? label,
        ),
        "4 left out",
      ]);
    });
  });

  it("enters at the latest record and reaches every model by date", async () => {
    const { data, figure } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      assert.equal(await model(panel), "Mistral-Small-24B");
      await press(panel, "Home");
      const visited = [await model(panel)];
      for (let step = 1; step < figure.points.length; step++) {
        await press(panel, "ArrowRight");
        visited.push(await model(panel));
      }
      assert.deepEqual(
        visited,
        figure.points.map(({ name }) => name),
      );
      await press(panel, "ArrowRight");
      assert.equal(await model(panel), visited.at(-1));
      await press(panel, "ArrowLeft");
      assert.equal(await model(panel), visited.at(-2));
    });
  });

  it("goes up and down by density", async () => {
    const { data, figure } = await paperFolder();
    const byDensity = [...figure.points].sort((first, second) => second.density - first.density);
    await browser.showing(data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      assert.equal(await model(panel), byDensity[0]?.name);
      await press(panel, "ArrowDown", "ArrowDown");
      assert.equal(await model(panel), byDensity[2]?.name);
      await press(panel, "ArrowUp");
      assert.equal(await model(panel), byDensity[1]?.name);
    });
  });

  it("jumps to both ends, and from record to record and round", async () => {
    const { figure } = await paperFolder();
    await inFigure(async (panel) => {
      await press(panel, "End");
      assert.equal(await model(panel), figure.points.at(-1)?.name);
      await press(panel, "Home");
      assert.equal(await model(panel), figure.points[0]?.name);
      const records = figure.points.filter(({ isRecord }) => isRecord).map(({ name }) => name);
      const visited: (string | undefined)[] = [];
      for (const _ of records) {
        await press(panel, "r");
        visited.push(await model(panel));
      }
      assert.deepEqual(new Set(visited), new Set(records));
    });
  });

  it("opens the card of the model in focus with Enter", async () => {
    await inFigure(async (panel) => {
      await press(panel, "Enter");
      const line = paperModels.findIndex(({ name }) => name === "Mistral-Small-24B");
      assert.deepEqual(await panel.postedOf("open"), [
        { type: "open", path: "cards/mistral-small-24b.modelcard.yaml", line },
      ]);
    });
  });

  it("shows a ring around the mark and its tooltip beside it, and Escape leaves both", async () => {
    const { figure } = await paperFolder();
    await inFigure(async (panel) => {
      const layout = await layoutOnPage(panel, figure);
      for (const key of ["Home", "ArrowRight", "r", "End", "ArrowDown"]) {
        await press(panel, key);
        const mark = layout.markOf((await model(panel)) ?? "");
        const [x, y] = [layout.left + mark.x, layout.top + mark.y];
        const ring = await panel.page.locator(".ring").boundingBox();
        assert.ok(ring);
        assert.ok(Math.abs(ring.x + ring.width / 2 - x) < 1 && Math.abs(ring.y + ring.height / 2 - y) < 1);
        const tooltip = await panel.page.locator(".tooltip").boundingBox();
        assert.ok(tooltip);
        const isBeside =
          x + mark.radius < tooltip.x ||
          x - mark.radius > tooltip.x + tooltip.width ||
          y + mark.radius < tooltip.y ||
          y - mark.radius > tooltip.y + tooltip.height;
        assert.ok(isBeside, key);
        assert.ok(tooltip.x >= 0 && tooltip.y >= 0);
        assert.ok(tooltip.x + tooltip.width <= 900 && tooltip.y + tooltip.height <= 640);
      }
      await press(panel, "Escape");
      assert.equal(await panel.page.locator(".ring").isVisible(), false);
      assert.equal(await panel.page.locator(".tooltip").isVisible(), false);
      const outline = () =>
        panel.page.locator(".points").evaluate((list) => getComputedStyle(list).outlineStyle);
      assert.equal(await outline(), "solid");
      await press(panel, "Tab");
      assert.match(
        (await panel.page.evaluate(() => document.activeElement?.textContent)) ?? "",
        /^Reference/,
      );
    });
  });

  it("tells screen readers the model's place among all and what the tooltip says", async () => {
    await inFigure(async (panel) => {
      await press(panel, "Home", "ArrowRight");
      const option = panel.page.locator("[role=option]");
      assert.equal(await option.getAttribute("aria-posinset"), "2");
      assert.equal(await option.getAttribute("aria-setsize"), "47");
      const described = await option.getAttribute("aria-describedby");
      assert.match(await panel.page.locator(`#${described}`).innerText(), /Enter opens the card/);
    });
  });

  it("leaves other keys and shortcuts alone", async () => {
    await inFigure(async (panel) => {
      const before = await model(panel);
      await press(panel, "Control+ArrowLeft", "Alt+ArrowUp", "x", "p");
      assert.equal(await model(panel), before);
    });
  });
});
