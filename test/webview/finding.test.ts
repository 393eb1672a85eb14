import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage, Pixel } from "./support/panelPage.ts";
import { themeNames } from "./support/themes.ts";

const blue: Pixel = [0x59, 0xa4, 0xf9];

describe("models that are looked for", () => {
  const browser = browserForTests();

  async function find(panel: PanelPage, text: string): Promise<void> {
    await panel.page.keyboard.press("Control+f");
    await panel.page.locator(".find-field").fill(text);
    await panel.frames();
  }

  for (const theme of themeNames) {
    it(`stay as they are in the figure over time while all others step back, in ${theme}`, async () => {
      const paper = await paperFolder();
      await browser.showing(paper.data, { theme }, async (panel) => {
        const colours = async () => {
          const layout = await layoutOnPage(panel, paper.figure);
          const [sought, other] = [layout.markOf("Llama-65B"), layout.markOf("Gemma2-9B")];
          return [await panel.pixel(sought.x, sought.y), await panel.pixel(other.x, other.y)] as const;
        };
        const [sought, other] = await colours();
        await find(panel, "llama-65b");
        const [found, paled] = await colours();
        assert.deepEqual(found, sought);
        const ground = await panel.pixel(1, 1);
        const distance = (pixel: Pixel) =>
          Math.hypot(...pixel.map((channel, place) => channel - (ground[place] ?? 0)));
        assert.ok(distance(paled) < 0.5 * distance(other), `${paled} for ${other} on ${ground}`);
        assert.ok(distance(paled) > 5, `${paled} on ${ground}`);
        await find(panel, "");
        assert.deepEqual(await colours(), [sought, other]);
      });
    });
  }

  it("are told apart in a drawn figure", async () => {
    const paper = await paperFolder();
    const sizes = await paper.ask({ view: "sizes" });
    await browser.showing(sizes, {}, async (panel) => {
      const inFull = () =>
        panel.page.locator(".drawing circle").evaluateAll(
          (marks, colour) =>
            marks.filter((mark) => {
              const { fill, stroke } = getComputedStyle(mark);
              return fill === colour || stroke === colour;
            }).length,
          `rgb(${blue.join(", ")})`,
        );
      const all = await inFull();
      await find(panel, "llama-65b");
      assert.equal(await inFull(), 1);
      await find(panel, "no such model");
      assert.equal(await inFull(), 0);
      await find(panel, "");
      assert.equal(await inFull(), all);
      assert.ok(all > 1);
    });
  });

  it("are told apart in every plot of a grid", async () => {
    const paper = await paperFolder();
    const curves = await paper.ask({ view: "curves" });
    await browser.showing(curves, {}, async (panel) => {
      const picture = () => panel.page.locator(".drawing").innerHTML();
      await find(panel, "");
      const before = await picture();
      await find(panel, "llama-65b");
      assert.notEqual(await picture(), before);
      await find(panel, "");
      assert.equal(await picture(), before);
    });
  });
});
