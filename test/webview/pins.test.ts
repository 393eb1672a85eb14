import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readPins, withPinToggled } from "../../media/trendPanel/figure/pins.ts";
import { textsOf } from "../support/drawings.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { type LayoutOnPage, layoutOnPage, type MarkOnPage } from "./support/layoutOnPage.ts";
import { idOf, paperFolder } from "./support/panelFixtures.ts";
import { isNeutral, type PanelPage, type Pixel } from "./support/panelPage.ts";

describe("the pair of pinned models", () => {
  const all = new Set(["a", "b", "c", "d"]);

  it("is joined at its end, and a third model takes the place of the older", () => {
    assert.deepEqual(withPinToggled([], "a", all), ["a"]);
    assert.deepEqual(withPinToggled(["a"], "b", all), ["a", "b"]);
    assert.deepEqual(withPinToggled(["a", "b"], "c", all), ["b", "c"]);
  });

  it("is left by a model that is pinned once more", () => {
    assert.deepEqual(withPinToggled(["a", "b"], "a", all), ["b"]);
  });

  it("keeps a model that is gone until its place is needed", () => {
    assert.deepEqual(withPinToggled(["gone"], "a", all), ["gone", "a"]);
    assert.deepEqual(withPinToggled(["a", "gone"], "b", all), ["a", "b"]);
  });

  it("is never more than two, each once, the latest among them", () => {
    const ids = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 20 });
    fc.assert(
      fc.property(ids, (pressed) => {
        let pinned: readonly string[] = [];
        for (const id of pressed) {
          const wasPinned = pinned.includes(id);
          pinned = withPinToggled(pinned, id, all);
          assert.equal(pinned.includes(id), !wasPinned);
          assert.ok(pinned.length <= 2);
          assert.deepEqual(readPins(pinned), pinned);
        }
      }),
    );
  });

  it("is read from a state of any kind", () => {
    for (const kept of [undefined, null, 3, "a", {}]) assert.deepEqual(readPins(kept), []);
    assert.deepEqual(readPins(["a", 3, "a", "b", "c"]), ["b", "c"]);
  });
});

/** Pixels from the middle of a mark to the ring around it. */
const ringRadius = 8.5;
/** How far from a mark its ring is looked for. */
const reach = 11;

function isRing([red, green, blue]: Pixel): boolean {
  return blue > 150 && blue > green + 40 && red < 60;
}

describe("pins on the page", () => {
  const browser = browserForTests();

  async function press(panel: PanelPage, ...keys: readonly string[]): Promise<void> {
    for (const key of keys) await panel.page.keyboard.press(key);
    await panel.frames();
  }

  /** What the page keeps over a reload. */
  function kept(panel: PanelPage): Promise<unknown> {
    return panel.page.evaluate(() => (window.acquireVsCodeApi().getState() as { pinned?: unknown }).pinned);
  }

  /** Names of the models in the middle of a ring, from left to right. */
  async function ringed(panel: PanelPage, { marks }: LayoutOnPage): Promise<string[]> {
    const found: MarkOnPage[] = [];
    for (const mark of marks) if (await isRinged(panel, mark)) found.push(mark);
    return found.sort((first, second) => first.x - second.x).map(({ name }) => name);
  }

  async function isRinged(panel: PanelPage, { x, y }: MarkOnPage): Promise<boolean> {
    const [left, top] = [Math.round(x) - reach, Math.round(y) - reach];
    const size = 2 * reach + 1;
    const pixels = await panel.pixels({ x: left, y: top, width: size, height: size });
    const ring = pixels.flatMap((pixel, place) =>
      isRing(pixel) ? [{ x: left + (place % size) + 0.5, y: top + Math.floor(place / size) + 0.5 }] : [],
    );
    const middle = (places: readonly number[]) => (Math.min(...places) + Math.max(...places)) / 2;
    const [middleX, middleY] = [middle(ring.map((at) => at.x)), middle(ring.map((at) => at.y))];
    const isAround = ring.length > 30 && Math.hypot(middleX - x, middleY - y) < 0.8;
    return isAround && ring.every((at) => Math.abs(Math.hypot(at.x - x, at.y - y) - ringRadius) < 2.2);
  }

  it("are set with P on the model in focus, ringed where it stands, and kept over a reload", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.locator(".points").focus();
      await press(panel, "End", "p", "Home", "P");
      const [first, last] = [paper.figure.points[0], paper.figure.points.at(-1)];
      assert.ok(first && last);
      assert.deepEqual(await kept(panel), [last.id, first.id]);
      assert.equal(await panel.page.locator("[role=status]").last().innerText(), `${first.name} is pinned.`);
      await panel.page.reload();
      await panel.frames();
      const layout = await layoutOnPage(panel, paper.figure);
      // Another model stands within a pixel of the first.
      const names = (await ringed(panel, layout)).filter((name) => name !== "Llama-13B");
      assert.deepEqual(names, [first.name, last.name]);
    });
  });

  it("are set on the model under the pointer, wherever the focus is, and the tooltip says so", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, paper.figure);
      const { x, y } = layout.markOf("Phi-2-2B");
      await panel.page.mouse.move(layout.left + x, layout.top + y);
      await press(panel, "p");
      assert.deepEqual(await kept(panel), [idOf("Phi-2-2B")]);
      assert.match(
        await panel.page.locator(".tooltip").innerText(),
        /P takes the pin away\. X leaves it out\.$/,
      );
      await press(panel, "p");
      assert.deepEqual(await kept(panel), []);
    });
  });

  it("are shared by every figure and the table", async () => {
    const paper = await paperFolder();
    const sizes = await paper.ask({ view: "sizes" });
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.send({ type: "reveal", modelId: idOf("Phi-2-2B") });
      await panel.frames();
      await press(panel, "p");
      await panel.send({ type: "reveal", modelId: idOf("Llama-65B") });
      await panel.frames();
      await press(panel, "p");
      await panel.send({ type: "show", data: sizes });
      assert.ok(sizes.content.view === "sizes" && sizes.content.figure.kind === "sizes");
      const pinned = [idOf("Phi-2-2B"), idOf("Llama-65B")];
      const layout = await layoutOnPage(panel, sizes.content.figure, { pinned });
      assert.deepEqual((await ringed(panel, layout)).sort(), ["Llama-65B", "Phi-2-2B"]);
      // Between the two stands what their ratio is.
      const words = textsOf(layout.drawing).find(({ text: { text } }) => /times denser/.test(text));
      assert.ok(words);
      const { left: x, top: y, right, bottom } = words.text.box;
      const pixels = await panel.pixels({ x, y, width: right - x, height: bottom - y });
      assert.ok(pixels.some((pixel) => isNeutral(pixel) && pixel[0] > 150));
      await panel.page.getByRole("button", { name: "More" }).click();
      await panel.page.getByRole("menuitem", { name: "Table of points" }).click();
      await panel.frames();
      assert.equal(await panel.page.locator(".pinned-sign").count(), 2);
      await panel.page.getByRole("button", { name: "Phi-2-2B" }).focus();
      await press(panel, "p");
      assert.deepEqual(await kept(panel), [idOf("Llama-65B")]);
      assert.equal(await panel.page.evaluate(() => document.activeElement?.textContent), "Phi-2-2B");
    });
  });

  it("are taken away by Escape when nothing else is left to close", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, paper.figure);
      await panel.page.locator(".points").focus();
      await press(panel, "p", "Escape");
      assert.deepEqual(await ringed(panel, layout), ["Mistral-Small-24B"]);
      await press(panel, "Escape");
      assert.deepEqual(await ringed(panel, layout), []);
    });
  });

  it("are typed as a letter in the search", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      await panel.page.keyboard.press("Control+f");
      const layout = await layoutOnPage(panel, paper.figure);
      const { x, y } = layout.markOf("Phi-2-2B");
      await panel.page.mouse.move(layout.left + x, layout.top + y);
      await press(panel, "p");
      assert.equal(await panel.page.locator(".find-field").inputValue(), "p");
      assert.deepEqual(await kept(panel), []);
    });
  });
});
