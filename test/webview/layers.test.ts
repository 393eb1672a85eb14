import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaultLayers, type Layer, toggled } from "../../server/src/figures/layers.ts";
import { everyShape } from "../../server/src/scene/drawing.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { idOf, paperFolder } from "./support/panelFixtures.ts";
import { isNeutral, type PanelPage } from "./support/panelPage.ts";

describe("the layers of the figure", () => {
  const browser = browserForTests();

  async function switchLayers(panel: PanelPage, ...names: readonly string[]): Promise<void> {
    await panel.page.getByRole("button", { name: "Layers" }).click();
    for (const name of names) await panel.page.getByRole("menuitemcheckbox", { name }).click();
    await panel.page.keyboard.press("Escape");
    await panel.frames();
  }

  function without(...hidden: readonly Layer[]): readonly Layer[] {
    return hidden.reduce(toggled, defaultLayers);
  }

  it("are switched one after the other, without closing the menu and without asking the server", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      const layer = (name: string) => panel.page.getByRole("menuitemcheckbox", { name });
      await panel.page.getByRole("button", { name: "Layers" }).click();
      assert.equal(await layer("Confidence band").getAttribute("aria-checked"), "true");
      await layer("Confidence band").click();
      await layer("Error bars").click();
      assert.equal(await layer("Confidence band").getAttribute("aria-checked"), "false");
      assert.equal(await layer("Error bars").getAttribute("aria-checked"), "true");
      assert.deepEqual(
        (await panel.posted()).map(({ type }) => type),
        ["ready"],
      );
    });
  });

  it("show the band, or the ground in its place", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const layout = await layoutOnPage(panel, paper.figure);
      // Inside the band, between two gridlines, beside the line and every mark.
      const band = [...everyShape(layout.drawing.shapes)].find(({ kind }) => kind === "area");
      assert.ok(band?.kind === "area");
      const { corners } = band;
      const [x, y] = [(corners.at(0)?.x ?? 0) + 2, ((corners.at(0)?.y ?? 0) + (corners.at(-1)?.y ?? 0)) / 2];
      const shaded = await panel.pixels({ x, y: y - 20, width: 1, height: 40 });
      await switchLayers(panel, "Confidence band");
      const bare = await panel.pixels({ x, y: y - 20, width: 1, height: 40 });
      const brightness = (pixels: typeof bare) => pixels.reduce((sum, [red]) => sum + red, 0);
      assert.ok(brightness(shaded) > brightness(bare) + 40 * 10);
      await switchLayers(panel, "Confidence band");
      assert.deepEqual(await panel.pixels({ x, y: y - 20, width: 1, height: 40 }), shaded);
    });
  });

  it("hide other models from the eye, the pointer and the keys, and bring back one that is looked for", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      const heard = () => panel.page.getByRole("listbox").getAttribute("aria-label");
      assert.match((await heard()) ?? "", /, 47 models\./);
      await switchLayers(panel, "Other models");
      assert.match((await heard()) ?? "", /, 9 of 47 models\./);
      const layout = await layoutOnPage(panel, paper.figure, { layers: without("others") });
      assert.ok(!isNeutral(await panel.pixel(layout.markOf("Gemma2-9B").x, layout.markOf("Gemma2-9B").y)));
      const { x, y, radius } = (await layoutOnPage(panel, paper.figure)).markOf("Llama3.2-1B");
      const pixels = await panel.pixels({
        x: x - radius,
        y: y - radius,
        width: 2 * radius,
        height: 2 * radius,
      });
      assert.ok(pixels.every(isNeutral));
      await panel.page.mouse.move(layout.left + x, layout.top + y);
      await panel.frames();
      assert.ok(await panel.page.getByRole("tooltip").isHidden());
      await panel.send({ type: "reveal", modelId: idOf("Llama3.2-1B") });
      await panel.frames();
      assert.match((await heard()) ?? "", /, 47 models\./);
    });
  });

  it("are kept over a reload, and go into what is exported", async () => {
    const { data } = await paperFolder();
    await browser.showing(data, {}, async (panel) => {
      await switchLayers(panel, "Labels", "Paper’s method");
      await panel.page.reload();
      await panel.frames();
      await panel.page.getByRole("button", { name: "Export" }).click();
      await panel.page.getByRole("menuitem", { name: /^SVG/ }).click();
      assert.deepEqual(await panel.postedOf("export"), [
        { type: "export", format: "svg", layers: without("labels", "paper") },
      ]);
    });
  });
});
