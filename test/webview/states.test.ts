import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paperModels } from "../support/figures.ts";
import { counts, model, scores } from "../support/models.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { folderOf, paperFolder } from "./support/panelFixtures.ts";

const twoModels = paperModels.slice(0, 2);

describe("the page without a figure, or with half of one", () => {
  const browser = browserForTests();

  it("says that it is reading until the host has answered", async () => {
    await browser.showing(undefined, {}, async (panel) => {
      assert.equal(await panel.page.locator("main").innerText(), "Reading cards…");
      assert.deepEqual(await panel.posted(), [{ type: "ready" }]);
    });
  });

  it("says why the server is not ready, and asks again", async () => {
    await browser.showing(undefined, {}, async (panel) => {
      await panel.send({ type: "waiting", reason: "The language server is starting." });
      assert.match(await panel.page.locator("main").innerText(), /The language server is starting\./);
      await panel.page.getByRole("button", { name: "Try Again" }).click();
      assert.deepEqual(await panel.posted(), [{ type: "ready" }, { type: "ready" }]);
    });
  });

  it("keeps the last figure while the server is away", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.send({ type: "waiting", reason: "The language server is not answering." });
      assert.match(
        await panel.page.locator("h1").innerText(),
        /^Density doubles about every 4\.4 months \(135 days/,
      );
      assert.equal(await panel.page.locator(".notice").innerText(), "The language server is not answering.");
      await panel.send({ type: "show", data });
      assert.equal(await panel.page.locator(".notice").count(), 0);
    });
  });

  it("says what a card needs when there is none, and makes one", async () => {
    const { data } = await folderOf([]);
    await browser.showing(data, {}, async (panel) => {
      assert.equal(await panel.page.locator("h1").innerText(), "No models to plot yet");
      assert.match(await panel.page.locator(".state p").innerText(), /a release date, a size and the five/);
      assert.ok(await panel.page.getByRole("button", { name: "Find a model" }).isDisabled());
      await panel.page.getByRole("button", { name: "New Model Card" }).click();
      assert.deepEqual(await panel.postedOf("newCard"), [{ type: "newCard" }]);
    });
  });

  /** What a provider's card is: a price, no size, no scores. */
  const priced = paperModels.slice(0, 3).map(({ name, releaseDate }, place) =>
    model({
      name,
      releaseDate,
      kind: "instruct",
      parameters: counts({}),
      price: { dollarsPerMillionTokens: place + 1, epochDay: 19_600 + place },
    }),
  );

  it("opens the prices where there is nothing else, and says what is hardest to mend", async () => {
    const folder = await folderOf(priced);
    await browser.showing(folder.data, {}, async (panel) => {
      const reasons = await panel.page.locator(".state .card").allInnerTexts();
      assert.equal(reasons.length, 3);
      for (const reason of reasons) assert.match(reason, /no parameter count/);
      await panel.page.getByRole("button", { name: "Show the 3 Prices" }).click();
      assert.equal((await panel.postedOf("ask")).at(-1)?.question.view, "prices");
      await panel.send({ type: "show", data: await folder.ask({ view: "prices" }) });
      assert.equal(await panel.page.locator(".assumptions button:visible").count(), 0, "no menu acts");
      assert.equal(await panel.page.getByText("left out").count(), 0);
    });
  });

  it("leads to a card where prices are missing", async () => {
    const { ask } = await folderOf(twoModels);
    await browser.showing(await ask({ view: "prices" }), {}, async (panel) => {
      assert.equal(await panel.page.getByRole("button", { name: "New Model Card" }).count(), 0);
      await panel.page.getByRole("button", { name: "Add a price to a card" }).click();
      assert.equal((await panel.postedOf("open")).length, 1);
      assert.match(await panel.page.locator(".strip").innerText(), /2 cards without a price/);
    });
  });

  it("leads from small figures without scores to density over time", async () => {
    const { ask } = await folderOf(paperModels);
    await browser.showing(await ask({ view: "benchmarks" }), {}, async (panel) => {
      await panel.page.getByRole("button", { name: "Density over time" }).click();
      assert.equal((await panel.postedOf("ask")).at(-1)?.question.view, "time");
    });
  });

  it("names every card that cannot be drawn with its reason, and opens it", async () => {
    const [first, second] = twoModels;
    assert.ok(first && second);
    const { data } = await folderOf([
      { ...first, releaseDate: undefined },
      { ...second, scores: scores({ mmlu: 63.7 }) },
    ]);
    await browser.showing(data, {}, async (panel) => {
      const cards = await panel.page.locator(".state .card").allInnerTexts();
      assert.deepEqual(
        cards.map((card) => card.replace(/\s*\n\s*/g, ": ")),
        [
          `${first.name}: no release date`,
          `${second.name}: 1 of 5 scores: BBH, MATH, HumanEval and MBPP missing`,
        ],
      );
      await panel.page.getByRole("button", { name: second.name }).click();
      assert.deepEqual(await panel.postedOf("open"), [
        { type: "open", path: `cards/${second.name.toLowerCase()}.modelcard.yaml`, line: 1 },
      ]);
      await panel.page.getByRole("button", { name: "Open Settings" }).click();
      assert.deepEqual(await panel.postedOf("openSettings"), [{ type: "openSettings" }]);
    });
  });

  it("claims nothing of a folder that is still being read", async () => {
    const { data } = await folderOf([]);
    await browser.showing({ ...data, isIndexed: false }, {}, async (panel) => {
      assert.equal(await panel.page.locator("h1").innerText(), "Reading cards…");
    });
    const paper = await paperFolder();
    await browser.showing({ ...paper.data, isIndexed: false }, {}, async (panel) => {
      assert.equal(await panel.page.locator(".notice").innerText(), "Reading cards…");
    });
  });

  it("draws too few models without a line and offers a card", async () => {
    const { data } = await folderOf(twoModels);
    await browser.showing(data, {}, async (panel) => {
      assert.match(
        await panel.page.locator("h1").innerText(),
        /^Too few models for a trend: 1 record of 2 models; 3 of 5 are needed\.$/,
      );
      assert.ok(await panel.page.locator(".figure canvas").isVisible());
      await panel.page.locator(".grounds:visible").getByRole("button", { name: "New Model Card" }).click();
      assert.deepEqual(await panel.postedOf("newCard"), [{ type: "newCard" }]);
    });
  });

  it("warns of settings that are not in force", async () => {
    const { data } = await paperFolder();
    const settingsProblem = "densing.yaml: d0 must be a number";
    await browser.showing({ ...data, settingsProblem }, {}, async (panel) => {
      assert.equal(await panel.page.locator(".notice-warning").innerText(), settingsProblem);
    });
  });

  it("has a picker for several collections and keeps it open while numbers change", async () => {
    const { data } = await paperFolder();
    const folders = [...data.folders, { uri: "file:///other", name: "other" }];
    await browser.showing({ ...data, folders }, {}, async (panel) => {
      const picker = panel.page.getByLabel("Collection");
      assert.equal(await picker.inputValue(), data.question.folderUri);
      await picker.evaluate((element) => element.setAttribute("data-seen", ""));
      await panel.send({ type: "show", data: { ...data, folders, isIndexed: false } });
      assert.equal(await picker.getAttribute("data-seen"), "");
      await picker.selectOption("other");
      assert.deepEqual(await panel.postedOf("chooseFolder"), [
        { type: "chooseFolder", folderUri: "file:///other", view: "time" },
      ]);
    });
  });

  it("asks for another view of a collection that was just chosen, not of the one that goes", async () => {
    const paper = await paperFolder();
    const folders = [...paper.data.folders, { uri: "file:///other", name: "other" }];
    await browser.showing({ ...paper.data, folders }, {}, async (panel) => {
      const picker = panel.page.getByLabel("Collection");
      await picker.selectOption("other");
      await panel.page.getByRole("tab", { name: "Sizes" }).click();
      assert.deepEqual(await panel.postedOf("chooseFolder"), [
        { type: "chooseFolder", folderUri: "file:///other", view: "time" },
        { type: "chooseFolder", folderUri: "file:///other", view: "sizes" },
      ]);
      // An answer that was on its way takes nothing back.
      await panel.send({ type: "show", data: { ...paper.data, folders } });
      assert.equal(await picker.inputValue(), "file:///other");
      const question = { ...paper.data.question, view: "sizes", folderUri: "file:///other" } as const;
      const { content, ...other } = await paper.ask({ view: "sizes" });
      await panel.send({ type: "show", data: { ...other, content, folders, question } });
      await panel.page.getByRole("tab", { name: "Prices" }).click();
      assert.deepEqual((await panel.postedOf("ask")).at(-1)?.question, { ...question, view: "prices" });
    });
  });

  it("lists what was left out with reasons, and gives the focus back", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const opener = panel.page.getByRole("button", { name: "4 left out" });
      assert.equal(await opener.getAttribute("aria-expanded"), "false");
      await opener.press("Enter");
      assert.equal(await opener.getAttribute("aria-expanded"), "true");
      const cards = await panel.page.locator(".left-out .card").allInnerTexts();
      assert.equal(cards.length, 4);
      for (const [index, { name, reason }] of data.leftOut.entries())
        assert.ok(cards[index]?.includes(name) && cards[index]?.includes(reason));
      await panel.page.getByRole("button", { name: "Llama3.1-8B-gguf" }).focus();
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.locator(".left-out").isVisible(), false);
      assert.equal(await panel.page.evaluate(() => document.activeElement?.textContent), "4 left out");
    });
  });

  it("folds the strip on a low page, so that the figure keeps its height", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, { height: 440 }, async (panel) => {
      const figure = await panel.page.locator(".figure").boundingBox();
      assert.ok(figure && figure.height >= 240);
      assert.equal(await panel.page.getByRole("button", { name: "Fit quantile 0.90" }).count(), 0);
      await panel.page.getByRole("button", { name: "Method and sources" }).click();
      assert.ok(await panel.page.getByRole("button", { name: "Fit quantile 0.90" }).isVisible());
      await panel.page.setViewportSize({ width: 900, height: 640 });
      await panel.frames();
      assert.equal(await panel.page.getByRole("button", { name: "Method and sources" }).count(), 0);
    });
  });

  it("reads the verdict out once it has settled, and not when the page opens", async () => {
    const [paper, few] = [await paperFolder(), await folderOf(twoModels)];
    await browser.showing(paper.data, {}, async (panel) => {
      const { readings, milliseconds } = await panel.page.evaluate(
        async ([first, second]) => {
          const status = document.querySelector("[role=status]");
          const readings: (string | null | undefined)[] = [status?.textContent];
          let changedAt = Number.POSITIVE_INFINITY;
          for (const data of [second, first, second]) {
            await new Promise((resolve) => setTimeout(resolve, 200));
            changedAt = performance.now();
            window.postMessage({ type: "show", data }, "*");
          }
          while (status?.textContent === "") await new Promise((resolve) => requestAnimationFrame(resolve));
          readings.push(status?.textContent);
          return { readings, milliseconds: performance.now() - changedAt };
        },
        [paper.data, few.data] as const,
      );
      assert.deepEqual(readings, [
        "",
        "Too few models for a trend: 1 record of 2 models; 3 of 5 are needed.",
      ]);
      assert.ok(milliseconds >= 1000, `${milliseconds} ms`);
    });
  });
});
