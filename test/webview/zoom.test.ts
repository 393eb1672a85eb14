import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { windowPhrase } from "../../media/trendPanel/zoom/windowBar.ts";
import type { TimeFigure } from "../../server/src/figures/time/timeFigure.ts";
import { zoomedTime } from "../../server/src/figures/time/zoomedTime.ts";
import type { DaySpan } from "../../server/src/trend/fit/lineOnDays.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { type FixtureFolder, idOf, paperFolder } from "./support/panelFixtures.ts";
import { isNeutral, type PanelPage } from "./support/panelPage.ts";
import { themeNames } from "./support/themes.ts";

describe("zooming in the figure over time", () => {
  const browser = browserForTests();
  let paper: FixtureFolder;
  before(async () => {
    paper = await paperFolder();
  });

  /** The dates that the page keeps over a reload. */
  function kept(panel: PanelPage): Promise<DaySpan | undefined> {
    return panel.page.evaluate(
      () => (window.acquireVsCodeApi().getState() as { window?: DaySpan } | undefined)?.window,
    );
  }

  async function keptWindow(panel: PanelPage): Promise<DaySpan> {
    const window = await kept(panel);
    assert.ok(window, "all dates are seen");
    return window;
  }

  /** Drags from one share of the plot's width to another, through its middle. */
  async function drag(panel: PanelPage, from: number, to: number, figure: TimeFigure = paper.figure) {
    const { plot, left, top } = await layoutOnPage(panel, figure);
    const at = (share: number) => left + plot.left + share * (plot.right - plot.left);
    const y = top + (plot.top + plot.bottom) / 2;
    await panel.page.mouse.move(at(from), y);
    await panel.page.mouse.down();
    await panel.page.mouse.move(at((from + to) / 2), y + 9, { steps: 3 });
    await panel.page.mouse.move(at(to), y, { steps: 3 });
    return {
      drop: async () => {
        await panel.page.mouse.up();
        await panel.frames();
      },
    };
  }

  async function brush(panel: PanelPage, from = 0.4, to = 0.7): Promise<DaySpan> {
    await (await drag(panel, from, to)).drop();
    return keptWindow(panel);
  }

  function daysAt(share: number, { firstEpochDay, lastEpochDay }: DaySpan): number {
    return firstEpochDay + share * (lastEpochDay - firstEpochDay);
  }

  async function press(panel: PanelPage, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) await panel.page.keyboard.press(key);
    await panel.frames();
  }

  /** Marks are coloured or have the text's colour; the ground around is neither. */
  async function hasMarkAt(panel: PanelPage, x: number, y: number): Promise<boolean> {
    const pixels = await panel.pixels({ x: x - 6, y: y - 6, width: 12, height: 12 });
    return pixels.some((pixel) => !isNeutral(pixel));
  }

  it("shows the dates brushed, with the models and the axis of these dates", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const { timeRange } = paper.figure;
      const window = await brush(panel, 0.4, 0.7);
      assert.ok(Math.abs(window.firstEpochDay - daysAt(0.4, timeRange)) < 2);
      assert.ok(Math.abs(window.lastEpochDay - daysAt(0.7, timeRange)) < 2);
      const seen = zoomedTime(paper.figure, window);
      const layout = await layoutOnPage(panel, seen);
      const coloured = layout.marks.filter(({ hue }) => ["blue", "red"].includes(hue));
      assert.ok(coloured.length > 5);
      for (const { x, y } of coloured) assert.ok(await hasMarkAt(panel, x, y), `no mark at ${x}, ${y}`);
      assert.equal(
        await panel.page.locator(".window-words").innerText(),
        windowPhrase(window, seen.points.length, paper.figure.points.length),
      );
      assert.match(
        (await panel.page.locator(".points").getAttribute("aria-label")) ?? "",
        new RegExp(`${seen.points.length} of 47 models`),
      );
    });
  });

  it("outlines the dates while they are brushed; Escape leaves all as it was", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const brushed = panel.page.locator(".brush");
      assert.ok(await brushed.isHidden());
      const { drop } = await drag(panel, 0.4, 0.7);
      const { plot } = await layoutOnPage(panel, paper.figure);
      const box = await brushed.boundingBox();
      assert.ok(box && Math.abs(box.width - 0.3 * (plot.right - plot.left)) < 2);
      await press(panel, "Escape");
      assert.ok(await brushed.isHidden());
      await drop();
      assert.equal(await kept(panel), undefined);
    });
  });

  it("follows no pointer whose button was let go outside", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const { plot, left, top } = await layoutOnPage(panel, paper.figure);
      await panel.page.mouse.move(left + plot.left + 200, top + plot.top + 60);
      await panel.page.mouse.down();
      await panel.page.locator(".points").dispatchEvent("pointermove", {
        clientX: left + plot.left + 300,
        clientY: top + plot.top + 60,
        buttons: 0,
      });
      assert.ok(await panel.page.locator(".brush").isHidden());
      await panel.page.mouse.up();
      assert.equal(await kept(panel), undefined);
    });
  });

  it("opens no card at the end of a drag", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, paper.figure);
      const { x, y } = layout.markOf("MiniCPM-2.4B");
      await panel.page.mouse.move(layout.left + x - 150, layout.top + y);
      await panel.page.mouse.down();
      await panel.page.mouse.move(layout.left + x, layout.top + y, { steps: 4 });
      assert.ok(await panel.page.locator(".tooltip").isHidden());
      await panel.page.mouse.up();
      assert.deepEqual(
        (await panel.posted()).map(({ type }) => type),
        ["ready"],
      );
    });
  });

  it("moves the dates along with the pointer once they are not all, marks and names in their places", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const before = await brush(panel);
      const { drop } = await drag(panel, 0.3, 0.5, zoomedTime(paper.figure, before));
      await panel.frames();
      const days = before.lastEpochDay - before.firstEpochDay;
      const expected = {
        firstEpochDay: before.firstEpochDay - 0.2 * days,
        lastEpochDay: before.lastEpochDay - 0.2 * days,
      };
      // Until the pointer is up, the density axis stays as it was.
      const { densityRange } = zoomedTime(paper.figure, before);
      const moving = { ...zoomedTime(paper.figure, expected), densityRange };
      const layout = await layoutOnPage(panel, moving);
      const inside = layout.marks.filter(
        ({ y, x, hue }) =>
          y < layout.plot.bottom - 8 &&
          x > layout.plot.left + 8 &&
          x < layout.plot.right - 8 &&
          ["blue", "red"].includes(hue),
      );
      assert.ok(inside.length > 5);
      for (const { x, y } of inside) assert.ok(await hasMarkAt(panel, x, y), `no mark at ${x}, ${y}`);
      await drop();
      const after = await keptWindow(panel);
      assert.ok(Math.abs(after.firstEpochDay - expected.firstEpochDay) < 1);
      assert.ok(Math.abs(after.lastEpochDay - after.firstEpochDay - days) < 1e-6);
    });
  });

  it("brushes again with Shift", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const before = await brush(panel);
      await panel.page.keyboard.down("Shift");
      await (await drag(panel, 0.2, 0.6, zoomedTime(paper.figure, before))).drop();
      await panel.page.keyboard.up("Shift");
      const after = await keptWindow(panel);
      assert.ok(Math.abs(after.firstEpochDay - daysAt(0.2, before)) < 1);
      assert.ok(Math.abs(after.lastEpochDay - daysAt(0.6, before)) < 1);
    });
  });

  it("turns with Ctrl and the wheel around the pointer, and leaves the bare wheel to the page", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const { plot, left, top } = await layoutOnPage(panel, paper.figure);
      await panel.page.mouse.move(left + plot.left + 0.25 * (plot.right - plot.left), top + plot.top + 9);
      await panel.page.mouse.wheel(0, -200);
      await panel.page.waitForTimeout(400);
      assert.equal(await kept(panel), undefined);
      await panel.page.keyboard.down("Control");
      await panel.page.mouse.wheel(0, -200);
      await panel.page.keyboard.up("Control");
      await panel.page.locator(".window-bar").waitFor();
      await panel.page.waitForFunction(
        () => (window.acquireVsCodeApi().getState() as { window?: object }).window !== undefined,
      );
      const turned = await keptWindow(panel);
      const { timeRange } = paper.figure;
      const day = daysAt(0.25, timeRange);
      assert.ok(Math.abs(daysAt(0.25, turned) - day) < 1);
      const share =
        (turned.lastEpochDay - turned.firstEpochDay) / (timeRange.lastEpochDay - timeRange.firstEpochDay);
      assert.ok(Math.abs(share - Math.SQRT1_2) < 0.01, String(share));
    });
  });

  it("comes closer to the model in focus with plus, goes back with minus and 0, and keeps the focus", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      await press(panel, "Home", "r", "r");
      const option = panel.page.locator(".points > [role=option]");
      const name = await option.innerText();
      await press(panel, "+", "+");
      const closer = await keptWindow(panel);
      assert.equal(await option.innerText(), name);
      await press(panel, "Shift+ArrowRight");
      const later = await keptWindow(panel);
      assert.ok(later.firstEpochDay > closer.firstEpochDay);
      await press(panel, "-");
      const wider = await keptWindow(panel);
      assert.ok(wider.lastEpochDay - wider.firstEpochDay > closer.lastEpochDay - closer.firstEpochDay);
      await press(panel, "0");
      assert.equal(await kept(panel), undefined);
      assert.ok(await panel.page.locator(".window-bar").isHidden());
    });
  });

  it("works in every figure over dates, and asks the host nothing", async () => {
    const data = await paper.ask({ view: "benchmarks" });
    await browser.showing(data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      await press(panel, "Home", "+");
      const closer = await keptWindow(panel);
      assert.ok(closer.lastEpochDay > closer.firstEpochDay);
      assert.ok(await panel.page.locator(".window-bar").isVisible());
      assert.ok((await panel.posted()).every(({ type }) => type !== "ask"));
      await press(panel, "0");
      assert.ok(await panel.page.locator(".window-bar").isHidden());
    });
  });

  it("takes every key of some that are pressed at once", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      await panel.page.evaluate(() => {
        for (const key of ["+", "+", "+"])
          document
            .querySelector(".points")
            ?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      });
      await panel.frames();
      const { firstEpochDay, lastEpochDay } = await keptWindow(panel);
      const { timeRange } = paper.figure;
      const share = (lastEpochDay - firstEpochDay) / (timeRange.lastEpochDay - timeRange.firstEpochDay);
      assert.ok(Math.abs(share - 0.6 ** 3) < 0.01, String(share));
    });
  });

  it("says which dates are seen once no more keys are pressed", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      await press(panel, "+");
      const window = await keptWindow(panel);
      const seen = zoomedTime(paper.figure, window).points.length;
      const phrase = `${windowPhrase(window, seen, paper.figure.points.length)} are seen.`;
      await panel.page.getByText(phrase, { exact: true }).waitFor({ state: "attached" });
    });
  });

  it("shows all dates after a double click beside the marks, or with the bar's button", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      await brush(panel);
      await panel.page.getByRole("button", { name: "Show all dates" }).click();
      await panel.frames();
      assert.equal(await kept(panel), undefined);
      const window = await brush(panel);
      const { plot, left, top } = await layoutOnPage(panel, zoomedTime(paper.figure, window));
      await panel.page.mouse.dblclick(left + plot.right - 20, top + plot.bottom - 12);
      await panel.frames();
      assert.equal(await kept(panel), undefined);
    });
  });

  it("is found in the menu, too", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "More" }).click();
      await panel.page.getByRole("menuitem", { name: "Zoom in" }).click();
      await panel.frames();
      assert.ok(await kept(panel));
    });
  });

  it("has its bar beside the figure over time alone", async () => {
    const sizes = await paper.ask({ view: "sizes" });
    await browser.showing(paper.data, {}, async (panel) => {
      await brush(panel);
      await panel.send({ type: "show", data: sizes });
      await panel.page.setViewportSize({ width: 880, height: 600 });
      await panel.frames();
      assert.ok(await panel.page.locator(".window-bar").isHidden());
      await panel.send({ type: "show", data: paper.data });
      assert.ok(await panel.page.locator(".window-bar").isVisible());
    });
  });

  it("fits the trend to the dates seen, and then shows all there is", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const window = await brush(panel);
      await panel.page.getByRole("button", { name: "Fit to these dates" }).click();
      await panel.frames();
      const asked = (await panel.postedOf("ask")).at(-1);
      assert.deepEqual(asked?.question.choices, {
        sinceEpochDay: Math.ceil(window.firstEpochDay),
        untilEpochDay: Math.floor(window.lastEpochDay),
      });
      assert.equal(await kept(panel), undefined);
    });
  });

  it("is kept over a reload, and fits in other data", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const window = await brush(panel, 0.1, 0.4);
      await panel.page.reload();
      await panel.frames();
      assert.ok(await panel.page.locator(".window-bar").isVisible());
      const later = await paperFolder({ sinceEpochDay: Math.ceil(window.lastEpochDay) });
      await panel.send({ type: "show", data: later.data });
      const words = await panel.page.locator(".window-words").innerText();
      assert.match(words, / of \d+ models$/);
      const { points } = later.figure;
      const pattern = new RegExp(`of ${points.length} models`);
      assert.match(words, pattern);
    });
  });

  it("moves to a model that is asked for outside the dates seen", async () => {
    await browser.showing(paper.data, {}, async (panel) => {
      const before = await brush(panel, 0.1, 0.4);
      await panel.send({ type: "reveal", modelId: idOf("Mistral-Small-24B") });
      await panel.frames();
      const after = await keptWindow(panel);
      assert.ok(after.firstEpochDay > before.lastEpochDay);
      assert.match(await panel.page.locator(".points > [role=option]").innerText(), /^Mistral-Small-24B/);
    });
  });

  it("has no serious accessibility finding, nothing wider than a narrow page", async () => {
    for (const theme of themeNames)
      await browser.showing(paper.data, { theme, width: 320 }, async (panel) => {
        await panel.page.locator(".points").focus();
        await press(panel, "+");
        assert.deepEqual(await panel.accessibilityFindings(), []);
        const width = await panel.page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${width} px`);
      });
  });
});
