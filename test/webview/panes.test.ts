import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PageMessage, PanelData } from "../../server/src/protocol.ts";
import { forecastRefusal } from "../../server/src/wording/forecast.ts";
import { eventually } from "../support/eventually.ts";
import { withShuffledDates } from "../support/figures.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { folderOf, idOf, paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";
import {
  aheadPane,
  answerAhead,
  askByMenu,
  asking,
  comparing,
  comparisonPane,
  pair,
} from "./support/panesOnPage.ts";

const browser = browserForTests();

function announced(panel: PanelPage): Promise<string> {
  return panel.page.locator("[role=status]").innerText();
}

function messagesOf<Type extends PageMessage["type"]>(messages: readonly PageMessage[], type: Type) {
  return messages.filter((message) => message.type === type);
}

describe("the comparison of two pinned models", () => {
  it("says everything that the command line says, and names both with their marks", async () => {
    await comparing(browser, {}, async (panel, paper) => {
      assert.deepEqual((await panel.postedOf("compare")).at(0), { type: "compare", modelIds: pair });
      const text = await comparisonPane(panel).innerText();
      const comparison = paper.compare(pair);
      assert.ok(comparison);
      const { names, rows, expectation, claims } = comparison;
      const facts = rows.flatMap(({ values, relation }) => [...(values ?? []), relation]);
      for (const said of [...names, ...facts, expectation ?? "", ...claims])
        assert.ok(text.includes(said), `${said} in ${text}`);
      assert.equal(await comparisonPane(panel).locator("thead .mark").count(), 2);
    });
  });

  it("is read out when it comes, once, with what the law expects", async () => {
    await comparing(browser, {}, async (panel, paper) => {
      assert.match(
        await announced(panel),
        /^Compared: MiniCPM-2\.4B against Mistral-7B-v0\.1\. The law expects 1\.9 times the density/,
      );
      await panel.send({ type: "saved", text: "Saved as x.svg" });
      await panel.send({ type: "show", data: paper.data });
      await panel.send({ type: "comparison", modelIds: pair, comparison: paper.compare(pair) });
      assert.equal(await announced(panel), "Saved as x.svg");
    });
  });

  it("is asked for anew when numbers change, and stays until the answer has come", async () => {
    await comparing(browser, {}, async (panel, paper) => {
      const before = (await panel.postedOf("compare")).length;
      await panel.send({ type: "show", data: await paper.ask({ choices: { estimator: "all" } }) });
      await eventually(async () => assert.equal((await panel.postedOf("compare")).length, before + 1));
      assert.match(await comparisonPane(panel).innerText(), /2\.44.B/);
      await panel.send({ type: "comparison", modelIds: pair, comparison: null });
      assert.match(await comparisonPane(panel).innerText(), /no longer in this collection/);
    });
  });

  it("takes no answer about other models", async () => {
    await comparing(browser, {}, async (panel) => {
      await panel.send({ type: "comparison", modelIds: [pair[1], pair[0]], comparison: null });
      assert.match(await comparisonPane(panel).innerText(), /The law expects/);
    });
  });

  for (const close of ["its button", "Escape"] as const)
    it(`is closed by ${close}, which takes the pins away and leaves the focus at the second model`, async () => {
      await comparing(browser, {}, async (panel) => {
        const closer = panel.page.getByRole("button", { name: "Close: Compare" });
        await closer.focus();
        await panel.page.keyboard.press(close === "Escape" ? "Escape" : "Enter");
        await panel.frames();
        assert.equal(await comparisonPane(panel).isVisible(), false);
        assert.match(await panel.page.locator(":focus").innerText(), /^Mistral-7B-v0\.1/);
        const kept = await panel.page.evaluate(
          () => (window.acquireVsCodeApi().getState() as { pinned: unknown }).pinned,
        );
        assert.deepEqual(kept, []);
      });
    });

  it("is shown with other figures and hidden without one", async () => {
    await comparing(browser, {}, async (panel, paper) => {
      await panel.send({ type: "show", data: await paper.ask({ view: "sizes" }) });
      assert.equal(await comparisonPane(panel).isVisible(), true);
      await panel.send({ type: "show", data: await paper.ask({ view: "methods" }) });
      assert.equal(await comparisonPane(panel).isVisible(), false);
    });
  });

  it("says of every ratio whose it is", async () => {
    await comparing(browser, {}, async (panel) => {
      const relations = await comparisonPane(panel).locator("tbody .relation").allInnerTexts();
      const ratios = relations.filter((relation) => /%|times/.test(relation));
      assert.equal(ratios.length, relations.length - 1);
      for (const ratio of ratios) assert.match(ratio, / Mistral-7B-v0\.1’s( \(.* to .*\))?$/);
    });
  });
});

describe("asking ahead", () => {
  it("starts with the latest record at half its size and half a year, in the words of the command line", async () => {
    await asking(browser, {}, async (panel) => {
      const { asked } = (await panel.postedOf("askAhead")).at(-1) ?? {};
      assert.deepEqual(asked, [
        { kind: "match", modelId: idOf("Mistral-Small-24B") },
        { kind: "wait", months: 6 },
      ]);
      const text = await aheadPane(panel).innerText();
      assert.match(
        text,
        /A model of 11\.1.B parameters reaches the ability of Mistral-Small-24B .* interval/,
      );
      assert.match(text, /In 6 months the frontier’s density grows 2\.5 times; 95.% interval/);
      assert.equal(await panel.page.locator(":focus").getAttribute("aria-label"), "Model to be matched");
    });
  });

  it("asks about another model, size and wait, and reads out the answer to what was changed", async () => {
    await asking(browser, {}, async (panel, paper) => {
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
      const [, wait] = await answerAhead(panel, paper);
      assert.equal(await announced(panel), wait);
    });
  });

  it("draws the line to the day asked about, and no further once the day is taken back", async () => {
    await asking(browser, {}, async (panel, paper) => {
      const day = panel.page.getByLabel("Day to which the trend is drawn");
      await day.fill("2025-12-31");
      await day.press("Enter");
      await panel.frames();
      assert.equal((await panel.postedOf("ask")).at(-1)?.question.aheadEpochDay, 20_453);
      const { asked } = (await panel.postedOf("askAhead")).at(-1) ?? {};
      assert.deepEqual(asked?.[1], { kind: "frontier", epochDay: 20_453 });
      await answerAhead(panel, paper);
      assert.match(await aheadPane(panel).innerText(), /On 31 Dec 2025 the trend’s density is/);
      await day.fill("");
      await day.press("Enter");
      await panel.frames();
      const question = (await panel.postedOf("ask")).at(-1)?.question;
      assert.ok(question);
      assert.equal("aheadEpochDay" in question, false);
      assert.doesNotMatch(await aheadPane(panel).innerText(), /On 31 Dec 2025/);
    });
  });

  it("asks nothing about what is outside a field's limits, and takes the old answer away", async () => {
    await asking(browser, {}, async (panel) => {
      await panel.page.getByLabel("Months").fill("-3");
      await panel.page.keyboard.press("Enter");
      await panel.frames();
      const { asked } = (await panel.postedOf("askAhead")).at(-1) ?? {};
      assert.deepEqual(asked, [{ kind: "match", modelId: idOf("Mistral-Small-24B") }]);
      assert.doesNotMatch(await aheadPane(panel).innerText(), /In 6 months/);
    });
  });

  it("takes a day as cards write it, and says of anything else what is wrong", async () => {
    await asking(browser, {}, async (panel) => {
      const day = panel.page.getByLabel("Day to which the trend is drawn");
      assert.equal(await day.getAttribute("placeholder"), "YYYY-MM-DD");
      const said = () =>
        day.evaluate((field) => (field instanceof HTMLInputElement ? field.validationMessage : ""));
      for (const [text, message] of [
        ["12/31/2025", "Write the day as 2025-12-31."],
        ["2025-02-30", "There is no day 2025-02-30."],
        ["2131-01-01", "Write a day until 2100-12-31."],
      ] as const) {
        await day.fill(text);
        await day.press("Enter");
        await panel.frames();
        assert.equal(await said(), message);
        assert.equal((await panel.postedOf("ask")).at(-1)?.question.aheadEpochDay, undefined);
      }
      await day.fill("2025-12-31");
      assert.equal(await said(), "", "while it is corrected");
    });
  });

  it("is asked anew when numbers change, and drops answers to older questions", async () => {
    await asking(browser, {}, async (panel, paper) => {
      const before = (await panel.postedOf("askAhead")).length;
      await panel.send({ type: "show", data: paper.data });
      await eventually(async () => assert.equal((await panel.postedOf("askAhead")).length, before + 1));
      await panel.send({
        type: "forecasts",
        asked: [{ kind: "wait", months: 1 }],
        answers: ["An old answer."],
      });
      assert.doesNotMatch(await aheadPane(panel).innerText(), /An old answer/);
    });
  });

  it("is refused without a doubling, at once", async () => {
    const { data } = await folderOf(withShuffledDates(3));
    await browser.showing(data, {}, async (panel) => {
      await askByMenu(panel);
      assert.match(await aheadPane(panel).innerText(), new RegExp(forecastRefusal));
      assert.equal(await panel.page.getByLabel("Months").isVisible(), false);
      assert.deepEqual(messagesOf(await panel.posted(), "askAhead"), []);
    });
  });

  it("opens from the verdict, and Escape gives the line and the focus back", async () => {
    const paper = await paperFolder();
    const data: PanelData = await paper.ask({ aheadEpochDay: 20_453 });
    await browser.showing(data, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "Forecast" }).click();
      await panel.frames();
      assert.equal(await panel.page.getByLabel("Day to which the trend is drawn").inputValue(), "2025-12-31");
      await panel.page.keyboard.press("Escape");
      await panel.frames();
      assert.equal(await aheadPane(panel).isVisible(), false);
      assert.equal(await panel.page.locator(":focus").getAttribute("aria-label"), "More");
      assert.equal((await panel.postedOf("ask")).at(-1)?.question.aheadEpochDay, undefined);
    });
  });

  it("comes back after a reload with what was asked", async () => {
    await asking(browser, {}, async (panel) => {
      await panel.page.getByLabel("Months").fill("12");
      await panel.page.keyboard.press("Enter");
      await panel.frames();
      await panel.page.reload();
      await panel.frames();
      assert.equal(await panel.page.getByLabel("Months").inputValue(), "12");
    });
  });
});
