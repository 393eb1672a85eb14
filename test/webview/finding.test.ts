import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserForTests } from "./support/browserForTests.ts";
import { layoutOnPage } from "./support/layoutOnPage.ts";
import { idOf, paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage, Pixel } from "./support/panelPage.ts";
import { themeNames } from "./support/themes.ts";

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

  for (const view of ["benchmarks", "sizes", "curves"] as const) {
    it(`are told apart in every figure: ${view}`, async () => {
      const paper = await paperFolder();
      const data = await paper.ask({ view });
      await browser.showing(data, {}, async (panel) => {
        const { content } = data;
        assert.ok("figure" in content && content.figure.kind !== "empty");
        const { figure } = content;
        /** How many marks have a pixel in the full colour of Llama, by whose marks they are. */
        const inFull = async () => {
          const counts = { sought: 0, others: 0 };
          // The row of the search takes room from the figure.
          const layout = await layoutOnPage(panel, figure);
          for (const { id, x, y, radius, hue } of layout.marks.filter((mark) => mark.hue === "blue")) {
            const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
            const isBlue = ([red, , bright]: Pixel) => bright > 190 && red < 120;
            if (hue === "blue" && (await panel.pixels(box)).some(isBlue))
              counts[id === idOf("Llama-65B") ? "sought" : "others"] += 1;
          }
          return counts;
        };
        const all = await inFull();
        assert.ok(all.sought > 0 && all.others > 0);
        await find(panel, "llama-65b");
        const found = await inFull();
        assert.equal(found.sought, all.sought);
        // The curves are blue, too, and pass through marks.
        const most = view === "curves" ? all.others - 1 : 0.3 * all.others;
        assert.ok(found.others <= most, JSON.stringify({ all, found }));
        await find(panel, "");
        assert.deepEqual(await inFull(), all);
      });
    });
  }
});
