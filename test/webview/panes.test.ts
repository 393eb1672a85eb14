import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright-core";
import type { ModelPair, PageMessage, PanelData } from "../../server/src/protocol.ts";
import { forecastRefusal } from "../../server/src/trend/wording/forecast.ts";
import { eventually } from "../support/eventually.ts";
import { paperModels, withShuffledDates } from "../support/figures.ts";
import { type FixtureFolder, folderOf, idOf, paperFolder } from "./support/panelFixtures.ts";
import { PanelBrowser, type PanelOptions, type PanelPage } from "./support/panelPage.ts";
import { themeNames } from "./support/themes.ts";

const pair: ModelPair = [idOf("MiniCPM-2.4B"), idOf("Mistral-7B-v0.1")];

let browser: PanelBrowser;
before(async () => {
  browser = await PanelBrowser.launch();
});
after(() => browser.close());

function announced(panel: PanelPage): Promise<string> {
  return panel.page.locator("[role=status]").innerText();
}

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

function messagesOf<Type extends PageMessage["type"]>(messages: readonly PageMessage[], type: Type) {
  return messages.filter((message) => message.type === type);
}

describe("the comparison of two pinned models", () => {
  const region = (panel: PanelPage) => panel.page.getByRole("region", { name: "Compare" });

  /** The page with two models pinned, as it comes back after a reload, and the host's answer. */
  async function comparing(
    options: PanelOptions,
    check: (panel: PanelPage, paper: FixtureFolder) => Promise<void>,
  ): Promise<void> {
    const paper = await paperFolder();
    await browser.showing(paper.data, options, async (panel) => {
      await panel.page.evaluate((pinned) => {
        const host = window.acquireVsCodeApi();
        host.setState({ ...(host.getState() as object), pinned });
      }, pair);
      await panel.page.reload();
      await panel.frames();
      await panel.send({ type: "comparison", modelIds: pair, comparison: paper.compare(pair) });
      await check(panel, paper);
    });
  }

  it("says everything that the command line says, and names both with their marks", async () => {
    await comparing({}, async (panel, paper) => {
      assert.deepEqual((await panel.postedOf("compare")).at(0), { type: "compare", modelIds: pair });
      const text = await region(panel).innerText();
      const comparison = paper.compare(pair);
      assert.ok(comparison);
      const { names, rows, expectation, claims } = comparison;
      const facts = rows.flatMap(({ values, relation }) => [...(values ?? []), relation]);
      for (const said of [...names, ...facts, expectation ?? "", ...claims])
        assert.ok(text.includes(said), `${said} in ${text}`);
      assert.equal(await region(panel).locator("thead .mark").count(), 2);
    });
  });

  it("is read out when it comes, once, with what the law expects", async () => {
    await comparing({}, async (panel, paper) => {
      assert.match(
        await announced(panel),
        /^Compared: MiniCPM-2\.4B against Mistral-7B-v0\.1\. The law expects 2\.3 times the density/,
      );
      await panel.send({ type: "saved", text: "Saved as x.svg" });
      await panel.send({ type: "show", data: paper.data });
      await panel.send({ type: "comparison", modelIds: pair, comparison: paper.compare(pair) });
      assert.equal(await announced(panel), "Saved as x.svg");
    });
  });

  it("is asked for anew when numbers change, and stays until the answer has come", async () => {
    await comparing({}, async (panel, paper) => {
      const before = (await panel.postedOf("compare")).length;
      await panel.send({ type: "show", data: await paper.ask({ choices: { estimator: "all" } }) });
      await eventually(async () => assert.equal((await panel.postedOf("compare")).length, before + 1));
      assert.match(await region(panel).innerText(), /2\.44.B/);
      await panel.send({ type: "comparison", modelIds: pair, comparison: null });
      assert.match(await region(panel).innerText(), /no longer in this collection/);
    });
  });

  it("takes no answer about other models", async () => {
    await comparing({}, async (panel) => {
      await panel.send({ type: "comparison", modelIds: [pair[1], pair[0]], comparison: null });
      assert.match(await region(panel).innerText(), /The law expects/);
    });
  });

  for (const close of ["its button", "Escape"] as const)
    it(`is closed by ${close}, which takes the pins away and leaves the focus at the second model`, async () => {
      await comparing({}, async (panel) => {
        const closer = panel.page.getByRole("button", { name: "Close: Compare" });
        await closer.focus();
        await panel.page.keyboard.press(close === "Escape" ? "Escape" : "Enter");
        await panel.frames();
        assert.equal(await region(panel).isVisible(), false);
        assert.match(await panel.page.locator(":focus").innerText(), /^Mistral-7B-v0\.1/);
        const kept = await panel.page.evaluate(
          () => (window.acquireVsCodeApi().getState() as { pinned: unknown }).pinned,
        );
        assert.deepEqual(kept, []);
      });
    });

  it("is shown with other figures and hidden without one", async () => {
    await comparing({}, async (panel, paper) => {
      await panel.send({ type: "show", data: await paper.ask({ view: "sizes" }) });
      assert.equal(await region(panel).isVisible(), true);
      await panel.send({ type: "show", data: await paper.ask({ view: "methods" }) });
      assert.equal(await region(panel).isVisible(), false);
    });
  });

  it("says of every ratio whose it is", async () => {
    await comparing({}, async (panel) => {
      const relations = await region(panel).locator("tbody .relation").allInnerTexts();
      const ratios = relations.filter((relation) => /%|times/.test(relation));
      assert.equal(ratios.length, relations.length - 1);
      for (const ratio of ratios) assert.match(ratio, / Mistral-7B-v0\.1’s$/);
    });
  });

  for (const width of [300, 320, 600, 900, 1600])
    it(`breaks no interval and covers no words at ${width} pixels`, async () => {
      await comparing({ width }, async (panel) => {
        await assertNoBrokenInterval(region(panel), 2);
        const covered = await region(panel)
          .locator("th, td")
          .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
        assert.equal(covered, 0);
      });
    });

  it("uses its width at 900 pixels, with every label on one line", async () => {
    await comparing({ width: 900 }, async (panel) => {
      const pane = await region(panel).boundingBox();
      const relation = await region(panel).locator("tbody .relation").first().boundingBox();
      assert.ok(pane && relation);
      assert.equal(relation.x + relation.width, pane.x + pane.width - 20);
      const heights = await region(panel)
        .locator("tbody tr")
        .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
      assert.deepEqual(new Set(heights), new Set([24]));
    });
  });

  it("is a table to assistive technology on a narrow page, too", async () => {
    await comparing({ width: 300 }, async (panel) => {
      const row = region(panel)
        .getByRole("table")
        .getByRole("row", { name: /^Parameters/ });
      assert.equal(await row.getByRole("rowheader").innerText(), "Parameters");
      assert.equal(await row.getByRole("cell").count(), 3);
    });
  });

  it("shares a wide page with the questions ahead, and has all of it alone", async () => {
    await comparing({ width: 1600 }, async (panel) => {
      assert.equal((await region(panel).boundingBox())?.width, 1600);
      await panel.page.getByRole("button", { name: "More" }).click();
      await panel.page.getByRole("menuitem", { name: "Ask ahead" }).click();
      await panel.frames();
      const ahead = panel.page.getByRole("region", { name: "Ask ahead" });
      const boxes = [await region(panel).boundingBox(), await ahead.boundingBox()];
      assert.deepEqual(
        boxes.map((box) => box?.width),
        [800, 800],
      );
      assert.equal(boxes[0]?.y, boxes[1]?.y);
    });
  });

  for (const theme of themeNames)
    it(`fits a page of 300 pixels without findings of axe-core, ${theme}`, async () => {
      await comparing({ theme, width: 300, height: 600 }, async (panel) => {
        assert.deepEqual(await panel.accessibilityFindings(), []);
        assert.equal(await widthBeyondPage(panel), 0);
      });
    });
});

describe("asking ahead", () => {
  const region = (panel: PanelPage) => panel.page.getByRole("region", { name: "Ask ahead" });

  async function asking(
    options: PanelOptions,
    check: (panel: PanelPage, paper: FixtureFolder) => Promise<void>,
  ): Promise<void> {
    const paper = await paperFolder();
    await browser.showing(paper.data, options, async (panel) => {
      await openByMenu(panel);
      await answer(panel, paper);
      await check(panel, paper);
    });
  }

  async function openByMenu(panel: PanelPage): Promise<void> {
    await panel.page.getByRole("button", { name: "More" }).click();
    await panel.page.getByRole("menuitem", { name: "Ask ahead" }).click();
    await panel.frames();
  }

  /** Answers what was asked last, as the host does. */
  async function answer(panel: PanelPage, paper: FixtureFolder): Promise<readonly string[]> {
    const asked = (await panel.postedOf("askAhead")).at(-1)?.asked ?? [];
    const answers = paper.forecast(asked);
    await panel.send({ type: "forecasts", asked, answers });
    return answers;
  }

  it("starts with the latest record at half its size and half a year, in the words of the command line", async () => {
    await asking({}, async (panel) => {
      const { asked } = (await panel.postedOf("askAhead")).at(-1) ?? {};
      assert.deepEqual(asked, [
        { kind: "match", modelId: idOf("Mistral-Small-24B") },
        { kind: "wait", months: 6 },
      ]);
      const text = await region(panel).innerText();
      assert.match(
        text,
        /A model of 11\.1.B parameters reaches the ability of Mistral-Small-24B .* interval/,
      );
      assert.match(text, /In 6 months the frontier’s density grows 3\.3 times; 95.% interval/);
      assert.equal(await panel.page.locator(":focus").getAttribute("aria-label"), "Model to be matched");
    });
  });

  it("asks about another model, size and wait, and reads out the answer to what was changed", async () => {
    await asking({}, async (panel, paper) => {
      await panel.page.getByLabel("Model to be matched").selectOption("Gemma2-9B");
      await panel.page.getByLabel("Its size in billions").fill("3");
      await panel.page.getByLabel("Months").fill("12");
      await panel.page.keyboard.press("Enter");
      await panel.frames();
      const { asked } = (await panel.postedOf("askAhead")).at(-1) ?? {};
      assert.deepEqual(asked, [
        { kind: "match", modelId: idOf("Gemma2-9B"), parameters: 3e9 },
        { kind: "wait", months: 12 },
      ]);
      const [, wait] = await answer(panel, paper);
      assert.equal(await announced(panel), wait);
    });
  });

  it("draws the line to the day asked about, and no further once the day is taken back", async () => {
    await asking({}, async (panel, paper) => {
      const day = panel.page.getByLabel("Day to which the trend is drawn");
      await day.fill("2025-12-31");
      await panel.frames();
      assert.equal((await panel.postedOf("ask")).at(-1)?.question.aheadEpochDay, 20_453);
      const { asked } = (await panel.postedOf("askAhead")).at(-1) ?? {};
      assert.deepEqual(asked?.[1], { kind: "frontier", epochDay: 20_453 });
      await answer(panel, paper);
      assert.match(await region(panel).innerText(), /On 31 Dec 2025 the trend’s density is/);
      await day.fill("");
      await panel.frames();
      const question = (await panel.postedOf("ask")).at(-1)?.question;
      assert.ok(question);
      assert.equal("aheadEpochDay" in question, false);
      assert.doesNotMatch(await region(panel).innerText(), /On 31 Dec 2025/);
    });
  });

  it("asks nothing about what is outside a field's limits, and takes the old answer away", async () => {
    await asking({}, async (panel) => {
      await panel.page.getByLabel("Months").fill("-3");
      await panel.page.keyboard.press("Enter");
      await panel.frames();
      const { asked } = (await panel.postedOf("askAhead")).at(-1) ?? {};
      assert.deepEqual(asked, [{ kind: "match", modelId: idOf("Mistral-Small-24B") }]);
      assert.doesNotMatch(await region(panel).innerText(), /In 6 months/);
    });
  });

  it("is asked anew when numbers change, and drops answers to older questions", async () => {
    await asking({}, async (panel, paper) => {
      const before = (await panel.postedOf("askAhead")).length;
      await panel.send({ type: "show", data: paper.data });
      await eventually(async () => assert.equal((await panel.postedOf("askAhead")).length, before + 1));
      await panel.send({
        type: "forecasts",
        asked: [{ kind: "wait", months: 1 }],
        answers: ["An old answer."],
      });
      assert.doesNotMatch(await region(panel).innerText(), /An old answer/);
    });
  });

  it("is refused without a doubling, at once", async () => {
    const { data } = await folderOf(withShuffledDates(3));
    await browser.showing(data, {}, async (panel) => {
      await openByMenu(panel);
      assert.match(await region(panel).innerText(), new RegExp(forecastRefusal));
      assert.equal(await panel.page.getByLabel("Months").isVisible(), false);
      assert.deepEqual(messagesOf(await panel.posted(), "askAhead"), []);
    });
  });

  it("opens from the verdict, and Escape gives the line and the focus back", async () => {
    const paper = await paperFolder();
    const data: PanelData = await paper.ask({ aheadEpochDay: 20_453 });
    await browser.showing(data, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "Ask ahead" }).click();
      await panel.frames();
      assert.equal(await panel.page.getByLabel("Day to which the trend is drawn").inputValue(), "2025-12-31");
      await panel.page.keyboard.press("Escape");
      await panel.frames();
      assert.equal(await region(panel).isVisible(), false);
      assert.equal(await panel.page.locator(":focus").getAttribute("aria-label"), "More");
      assert.equal((await panel.postedOf("ask")).at(-1)?.question.aheadEpochDay, undefined);
    });
  });

  it("comes back after a reload with what was asked", async () => {
    await asking({}, async (panel) => {
      await panel.page.getByLabel("Months").fill("12");
      await panel.page.keyboard.press("Enter");
      await panel.frames();
      await panel.page.reload();
      await panel.frames();
      assert.equal(await panel.page.getByLabel("Months").inputValue(), "12");
    });
  });

  for (const width of [300, 320, 900, 1600])
    it(`keeps intervals, and words with the field they lead to, on one line at ${width} pixels`, async () => {
      await asking({ width }, async (panel) => {
        await assertNoBrokenInterval(region(panel), 2);
        const word = await region(panel).getByText("with", { exact: true }).boundingBox();
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
      await openByMenu(panel);
      await answer(panel, paper);
      assert.equal(await widthBeyondPage(panel), 0);
      const field = await panel.page.getByLabel("Model to be matched").boundingBox();
      assert.ok(field && field.x + field.width <= 288);
    });
  });

  for (const theme of themeNames)
    it(`fits a page of 300 pixels without findings of axe-core, ${theme}`, async () => {
      await asking({ theme, width: 300, height: 600 }, async (panel) => {
        assert.deepEqual(await panel.accessibilityFindings(), []);
        assert.equal(await widthBeyondPage(panel), 0);
      });
    });
});
