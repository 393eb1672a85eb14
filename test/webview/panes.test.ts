import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { ModelPair, PageMessage, PanelData } from "../../server/src/protocol.ts";
import { forecastRefusal } from "../../server/src/trend/wording/forecast.ts";
import { eventually } from "../support/eventually.ts";
import { withShuffledDates } from "../support/figures.ts";
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

  for (const theme of themeNames)
    it(`fits a page of 300 pixels without findings of axe-core, ${theme}`, async () => {
      await asking({ theme, width: 300, height: 600 }, async (panel) => {
        assert.deepEqual(await panel.accessibilityFindings(), []);
        assert.equal(await widthBeyondPage(panel), 0);
      });
    });
});
