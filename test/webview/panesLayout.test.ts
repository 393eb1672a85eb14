import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator } from "playwright-core";
import { paperModels } from "../support/figures.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { folderOf } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";
import {
  aheadPane,
  answerAhead,
  askByMenu,
  asking,
  comparing,
  comparisonPane,
} from "./support/panesOnPage.ts";
import { themeNames } from "./support/themes.ts";

const browser = browserForTests();

/** How far something reaches over the right border, in pixels. */
function widthBeyondPage(panel: PanelPage): Promise<number> {
  return panel.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Every interval below a locator with the number of lines it stands on. */
function linesOfIntervals(within: Locator): Promise<{ interval: string; lines: number }[]> {
  return within.evaluate((root) => {
    const found: { interval: string; lines: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      for (const match of (node.textContent ?? "").matchAll(/\(?[\d.]+\sto\s[\d.]+\)?/g)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        found.push({ interval: match[0], lines: tops.size });
      }
    return found;
  });
}

async function assertNoBrokenInterval(within: Locator, leastCount: number): Promise<void> {
  const intervals = await linesOfIntervals(within);
  assert.ok(intervals.length >= leastCount, JSON.stringify(intervals));
  assert.deepEqual(
    intervals.filter(({ lines }) => lines !== 1),
    [],
  );
}

describe("the comparison at any width", () => {
  for (const width of [300, 320, 600, 900, 1600])
    it(`breaks no interval and covers no words at ${width} pixels`, async () => {
      await comparing(browser, { width }, async (panel) => {
        await assertNoBrokenInterval(comparisonPane(panel), 2);
        const covered = await comparisonPane(panel)
          .locator("th, td")
          .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
        assert.equal(covered, 0);
      });
    });

  it("uses its width at 900 pixels, with every label on one line", async () => {
    await comparing(browser, { width: 900 }, async (panel) => {
      const pane = await comparisonPane(panel).boundingBox();
      const relation = await comparisonPane(panel).locator("tbody .relation").first().boundingBox();
      assert.ok(pane && relation);
      assert.equal(relation.x + relation.width, pane.x + pane.width - 20);
      const heights = await comparisonPane(panel)
        .locator("tbody tr")
        .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
      assert.deepEqual(new Set(heights), new Set([24]));
    });
  });

  it("is a table to assistive technology on a narrow page, too", async () => {
    await comparing(browser, { width: 300 }, async (panel) => {
      const row = comparisonPane(panel)
        .getByRole("table")
        .getByRole("row", { name: /^Parameters/ });
      assert.equal(await row.getByRole("rowheader").innerText(), "Parameters");
      assert.equal(await row.getByRole("cell").count(), 3);
    });
  });

  it("shares a wide page with the questions ahead, and has all of it alone", async () => {
    await comparing(browser, { width: 1600 }, async (panel) => {
      assert.equal((await comparisonPane(panel).boundingBox())?.width, 1600);
      await askByMenu(panel);
      const boxes = [await comparisonPane(panel).boundingBox(), await aheadPane(panel).boundingBox()];
      assert.deepEqual(
        boxes.map((box) => box?.width),
        [800, 800],
      );
      assert.equal(boxes[0]?.y, boxes[1]?.y);
    });
  });

  for (const theme of themeNames)
    it(`fits a page of 300 pixels without findings of axe-core, ${theme}`, async () => {
      await comparing(browser, { theme, width: 300, height: 600 }, async (panel) => {
        assert.deepEqual(await panel.accessibilityFindings(), []);
        assert.equal(await widthBeyondPage(panel), 0);
      });
    });
});

describe("the questions ahead at any width", () => {
  for (const width of [300, 320, 900, 1600])
    it(`keeps intervals, and words with the field they lead to, on one line at ${width} pixels`, async () => {
      await asking(browser, { width }, async (panel) => {
        await assertNoBrokenInterval(aheadPane(panel), 2);
        const word = await aheadPane(panel).getByText("with", { exact: true }).boundingBox();
        const field = await panel.page.getByLabel("Its size in billions").boundingBox();
        assert.ok(word && field);
        assert.ok(word.x + word.width <= field.x && word.y >= field.y && word.y < field.y + field.height);
        assert.equal(await widthBeyondPage(panel), 0);
      });
    });

  it("keeps a very long name of a model within a page of 300 pixels", async () => {
    const paper = await folderOf(
      paperModels.map((model) =>
        model.name === "Mistral-Small-24B" ? { ...model, name: "Mistral-Small-24B-".repeat(6) } : model,
      ),
    );
    await browser.showing(paper.data, { width: 300 }, async (panel) => {
      await askByMenu(panel);
      await answerAhead(panel, paper);
      assert.equal(await widthBeyondPage(panel), 0);
      const field = await panel.page.getByLabel("Model to be matched").boundingBox();
      assert.ok(field && field.x + field.width <= 288);
    });
  });

  for (const theme of themeNames)
    it(`fits a page of 300 pixels without findings of axe-core, ${theme}`, async () => {
      await asking(browser, { theme, width: 300, height: 600 }, async (panel) => {
        assert.deepEqual(await panel.accessibilityFindings(), []);
        assert.equal(await widthBeyondPage(panel), 0);
      });
    });
});
