import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { methodsData, methodsTable } from "./support/methodsFixture.ts";
import { idOf, paperFolder } from "./support/panelFixtures.ts";
import type { PanelOptions, PanelPage } from "./support/panelPage.ts";

const rows = methodsTable.groups.flatMap((group) => group.rows);

describe("the table of methods", () => {
  const browser = browserForTests();

  async function showing(options: PanelOptions, check: (panel: PanelPage) => Promise<void>): Promise<void> {
    const { data } = await paperFolder();
    await browser.showing(methodsData(data), options, check);
  }

  function focusedText(panel: PanelPage): Promise<string | null | undefined> {
    return panel.page.evaluate(() => document.activeElement?.textContent);
  }

  it("is a table with a row a choice, in groups, with the numbers in words", async () => {
    await showing({}, async (panel) => {
      const table = panel.page.getByRole("table", { name: "The doubling time under every choice" });
      assert.deepEqual(
        (await table.getByRole("columnheader").allInnerTexts()).map((text) =>
          text.replace(/\s+/g, " ").trim(),
        ),
        ["Choice", "Doubling, days", "Interval", "Change", "100 150 200 300", "Fitted to"],
      );
      const cells = await table
        .locator("tr:has(td)")
        .evaluateAll((all) =>
          all.map((row) =>
            [...(row as HTMLTableRowElement).cells].map((cell) => (cell as HTMLElement).innerText.trim()),
          ),
        );
      assert.deepEqual(
        cells,
        rows.map(({ label, text, intervalText, changeText, fittedTo }) => [
          label,
          text,
          intervalText || "–",
          changeText,
          "",
          fittedTo,
        ]),
      );
      assert.deepEqual(
        await table.locator("th[scope=rowgroup]").allInnerTexts(),
        methodsTable.groups.flatMap(({ title }) => title || []),
      );
      assert.match(await table.locator("[aria-current=true]").innerText(), /^Records/);
      assert.equal(await panel.page.locator(".methods-note").innerText(), methodsTable.notes[0]);
    });
  });

  it("draws each on one axis: where the days say, solid with an interval, with an arrow where it goes on", async () => {
    await showing({}, async (panel) => {
      const drawn = await panel.page.locator(".estimate").evaluateAll((all) =>
        all.map((drawing) => ({
          whole: drawing.getBoundingClientRect(),
          dot: drawing.querySelector("circle")?.getBoundingClientRect(),
          isHollow: drawing.querySelector("circle")?.classList.contains("is-hollow"),
          line: drawing.querySelector("line.estimate-interval")?.getBoundingClientRect(),
          heads: [...drawing.querySelectorAll("path")].map((head) => head.getBoundingClientRect().x),
          current: drawing.querySelector("line.estimate-current")?.getBoundingClientRect(),
        })),
      );
      const place = (days: number) => Math.log(days / 80) / Math.log(320 / 80);
      const near = (actual: number | undefined, expected: number) =>
        assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.01, `${actual} is not ${expected}`);
      for (const [index, { days, low, high }] of rows.entries()) {
        const drawing = drawn[index];
        assert.ok(drawing);
        const { whole, dot, line, isHollow, heads, current } = drawing;
        const share = (x: number | undefined) => x && (x - whole.x) / whole.width;
        near(share(current?.x), place(106));
        assert.equal(isHollow, days === undefined ? undefined : low === undefined);
        const isCut = [low !== undefined && low < 80, low !== undefined && high === undefined];
        assert.equal(heads.length, isCut.filter(Boolean).length);
        if (days === undefined) assert.equal(dot, undefined);
        else near(share(dot && dot.x + dot.width / 2), place(days));
        if (low === undefined) assert.equal(line, undefined);
        else {
          near(share(line?.x), Math.max(0, place(low)));
          near(share(line && line.x + line.width), high === undefined ? 1 : place(high));
        }
      }
    });
  });

  it("uses a row on a click anywhere in it, and the current one not", async () => {
    await showing({}, async (panel) => {
      await panel.page.getByRole("cell", { name: "106" }).click();
      await panel.page.getByRole("cell", { name: "147" }).click();
      assert.ok((await panel.posted()).every(({ type }) => type !== "ask"));
      await panel.page.getByRole("cell", { name: "135" }).click();
      await panel.page.getByRole("button", { name: "Quantile 0.95" }).click();
      const asked = await panel.postedOf("ask");
      assert.deepEqual(
        asked.map(({ question }) => question.choices),
        [
          { estimator: "quantile", tau: 0.9 },
          { estimator: "quantile", tau: 0.95 },
        ],
      );
      assert.ok(asked.every(({ question }) => question.view === "methods"));
    });
  });

  it("is one stop by keyboard: up and down from row to row, Enter uses one and keeps its place", async () => {
    await showing({}, async (panel) => {
      const { keyboard } = panel.page;
      await panel.page.getByRole("button", { name: "Quantile 0.90", exact: true }).focus();
      const visited: (string | null | undefined)[] = [];
      for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowUp"]) {
        await keyboard.press(key);
        visited.push(await focusedText(panel));
      }
      assert.deepEqual(visited, [
        "Quantile 0.95",
        "without Mistral-Small-24B",
        "from 1 Jan 2025",
        "without Mistral-Small-24B",
      ]);
      await keyboard.press("Enter");
      const [asked] = await panel.postedOf("ask");
      assert.deepEqual(asked?.question.choices, { without: ["Mistral-Small-24B"] });
      const { data } = await paperFolder();
      const notes = ["Another answer."];
      await panel.send({ type: "show", data: methodsData(data, { ...methodsTable, notes }) });
      assert.equal(await focusedText(panel), "without Mistral-Small-24B");
      await keyboard.press("Shift+Tab");
      assert.equal(await focusedText(panel), "");
      await keyboard.press("Tab");
      assert.equal(await focusedText(panel), "without Mistral-Small-24B");
    });
  });

  it("loses no number on a narrow page", async () => {
    await showing({ width: 380, height: 600 }, async (panel) => {
      const texts = await panel.page
        .locator(".methods-table tr:has(td)")
        .evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText));
      for (const [index, { label, text, intervalText, changeText, fittedTo }] of rows.entries())
        for (const fact of [label, text, intervalText, changeText, fittedTo])
          assert.ok(texts[index]?.includes(fact), `${fact} in ${texts[index]}`);
      const area = panel.page.locator(".methods");
      assert.equal(await area.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), 0);
    });
  });

  it("gives way to the figure over time when a model is to be shown", async () => {
    const paper = await paperFolder();
    await browser.showing(methodsData(paper.data), {}, async (panel) => {
      await panel.send({ type: "reveal", modelId: idOf("Gemma2-9B") });
      assert.deepEqual(await panel.postedOf("ask"), [{ type: "ask", question: paper.data.question }]);
      await panel.send({ type: "show", data: paper.data });
      assert.match(await panel.page.locator("[role=option]").innerText(), /^Gemma2-9B,/);
      assert.ok(await panel.page.locator(".ring").isVisible());
    });
  });

  it("is reached from the grounds of the figure over time", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await panel.page.getByRole("button", { name: "Compare methods" }).click();
      assert.equal((await panel.postedOf("ask"))[0]?.question.view, "methods");
    });
  });
});
