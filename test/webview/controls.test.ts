import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";

describe("the controls along the lower border", () => {
  const browser = browserForTests();

  /** What an element shows, in one line. */
  async function texts(panel: PanelPage, selector: string): Promise<string[]> {
    return (await panel.page.locator(selector).allInnerTexts()).map((text) =>
      text.replace(/[ \n]+/g, " ").trim(),
    );
  }

  function control(panel: PanelPage, label: string) {
    return panel.page.getByRole("button", { name: new RegExp(`^${label} `) });
  }

  function focusedText(panel: PanelPage): Promise<string | undefined> {
    return panel.page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim());
  }

  it("say every choice with its value, and nothing to reset where the paper's method holds", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      assert.deepEqual(
        await texts(panel, ".assumption"),
        data.controls.map(({ label, value }) => `${label} ${value}`),
      );
      assert.equal(await panel.page.locator(".is-modified").count(), 0);
      assert.equal(await panel.page.getByRole("button", { name: /^Reset/ }).count(), 0);
    });
  });

  it("open a menu with everything that each can be", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      for (const { label, groups } of data.controls) {
        await control(panel, label).press("Enter");
        assert.deepEqual(
          await texts(panel, ".menu-label"),
          groups.flatMap(({ options }) => options.map((option) => option.label)),
        );
        const checked = await texts(panel, ".menu-item[aria-checked=true] .menu-label");
        const chosen = groups.flatMap(({ options }) => options.filter(({ isChosen }) => isChosen));
        assert.deepEqual(
          checked,
          chosen.map((option) => option.label),
        );
        await panel.page.keyboard.press("Escape");
      }
    });
  });

  it("ask what each choice leads to when a menu opens, and show it once it is there", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const details = () => texts(panel, ".menu-detail");
      await control(panel, "Basis").press("Enter");
      assert.deepEqual(await details(), ["47 models, the paper’s"]);
      const focused = await focusedText(panel);
      const [asked] = await panel.postedOf("askMenu");
      assert.equal(asked?.setting, "basis");
      await panel.send({ type: "menu", setting: "basis", groups: paper.menu("basis") });
      assert.ok((await details()).length > 5);
      assert.equal(await focusedText(panel), focused);
    });
  });

  it("ask with the choices of the entry, and have the focus back when the answer is shown", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      await control(panel, "Fit").press("Enter");
      await panel.page.keyboard.type("records");
      await panel.page.keyboard.press("Enter");
      const [asked] = await panel.postedOf("ask");
      assert.equal(asked?.question.choices.estimator, "records");
      assert.match((await focusedText(panel)) ?? "", /^Fit quantile 0\.90/);
      await panel.send({ type: "show", data: await paper.ask({ choices: asked?.question.choices ?? {} }) });
      assert.match((await focusedText(panel)) ?? "", /^Fit records/);
      assert.match(
        await panel.page.locator("h1").innerText(),
        /^Density doubles about every 3\.5 months \(106 days, the paper’s method/,
      );
    });
  });

  it("mark what was changed with a bar, and lead back", async () => {
    const paper = await paperFolder();
    const changed = await paper.ask({ choices: { estimator: "all", basis: "mmlu" } });
    await browser.showing(changed, {}, async (panel) => {
      assert.deepEqual(await texts(panel, ".is-modified .assumption-label"), ["Basis", "Fit"]);
      const bar = await control(panel, "Fit").evaluate((button) => {
        const { width, backgroundColor } = getComputedStyle(button, "::before");
        return { width, backgroundColor };
      });
      assert.deepEqual(bar, { width: "2px", backgroundColor: "rgb(187, 128, 9)" });
      await panel.page.getByRole("button", { name: "Reset to the defaults" }).press("Enter");
      const [asked] = await panel.postedOf("ask");
      const reset = changed.resets.find(({ to }) => to === "standard");
      assert.deepEqual(asked?.question.choices, reset?.choices);
      await panel.send({ type: "show", data: await paper.ask({ choices: asked?.question.choices ?? {} }) });
      assert.match((await focusedText(panel)) ?? "", /^Reference /);
    });
  });

  it("keep a menu of switches open, and take the next switch when the answer is there", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const kind = (name: string) =>
        panel.page.getByRole("menuitemcheckbox", { name: new RegExp(`^${name}`) });
      await control(panel, "Kinds").press("Enter");
      await kind("instruct").click();
      await kind("quantised").click();
      const [first, ...early] = await panel.postedOf("ask");
      assert.deepEqual(early, []);
      const kinds = first?.question.choices.kinds;
      assert.deepEqual(kinds, ["base", "instruct", "pruned", "distilled"]);
      await panel.send({ type: "show", data: await paper.ask({ choices: first?.question.choices ?? {} }) });
      assert.equal(await kind("instruct").getAttribute("aria-checked"), "true");
      const second = (await panel.postedOf("ask"))[1];
      assert.deepEqual(second?.question.choices.kinds, [...(kinds ?? []), "quantized"]);
      await panel.send({ type: "show", data: await paper.ask({ choices: second?.question.choices ?? {} }) });
      assert.equal(await kind("quantised").getAttribute("aria-checked"), "true");
      assert.match((await focusedText(panel)) ?? "", /^quantised/);
      await panel.page.keyboard.press("Escape");
      assert.match((await focusedText(panel)) ?? "", /^Kinds/);
    });
  });

  it("list what was left out with reasons, and take back what was left out by choice", async () => {
    const paper = await paperFolder();
    const without = await paper.ask({ choices: { without: ["Gemma2-9B", "Phi-2-2B"] } });
    await browser.showing(without, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "6 left out" }).press("Enter");
      assert.equal(await panel.page.locator(".left-out .card").count(), 6);
      assert.equal(await panel.page.getByRole("button", { name: /^Take .* back$/ }).count(), 2);
      await panel.page.getByRole("button", { name: "Take Gemma2-9B back" }).press("Enter");
      const [asked] = await panel.postedOf("ask");
      assert.deepEqual(asked?.question.choices.without, ["Phi-2-2B"]);
      await panel.send({ type: "show", data: await paper.ask({ choices: asked?.question.choices ?? {} }) });
      const names = await texts(panel, ".left-out .card-name");
      assert.equal(names.length, 5);
      assert.equal(await focusedText(panel), names[0]);
      assert.deepEqual(await texts(panel, ".is-modified"), ["Without Phi-2-2B"]);
    });
  });

  it("keep the focus when the control in use is gone with the answer", async () => {
    const paper = await paperFolder();
    await browser.showing(await paper.ask({ choices: { without: ["Phi-2-2B"] } }), {}, async (panel) => {
      await control(panel, "Without").press("Enter");
      await panel.page.getByRole("menuitemradio", { name: "no model" }).click();
      const [asked] = await panel.postedOf("ask");
      await panel.send({ type: "show", data: await paper.ask({ choices: asked?.question.choices ?? {} }) });
      assert.match((await focusedText(panel)) ?? "", /^Reference /);
      assert.equal(await control(panel, "Without").count(), 0);
    });
  });

  it("are what a reload comes back to", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      await control(panel, "Fit").press("Enter");
      await panel.page.getByRole("menuitemradio", { name: "all models" }).click();
      await panel.frames();
      await panel.page.reload();
      await panel.frames();
      const [ready] = await panel.postedOf("ready");
      assert.equal(ready?.question?.choices.estimator, "all");
    });
  });
});
