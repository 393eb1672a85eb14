import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { folderOf, manyModels } from "./support/panelFixtures.ts";
import { PanelBrowser } from "./support/panelPage.ts";

/** Half a second is meant; the best of some attempts, since other tests keep the machine busy. */
const mostMilliseconds = 750;
const attempts = 6;

/** Half a frame, so that the pointer is followed without delay. */
const mostMillisecondsPerMove = 8;

describe("ten thousand models", () => {
  let browser: PanelBrowser;
  before(async () => {
    browser = await PanelBrowser.launch();
  });
  after(() => browser.close());

  it("are drawn at once", async () => {
    const { data } = await folderOf(manyModels(10_000));
    await browser.showing(undefined, {}, async (panel) => {
      const times = await panel.page.evaluate(
        async ([sent, count]) => {
          const times: number[] = [];
          for (let attempt = 0; attempt < count; attempt++) {
            const name = `attempt ${attempt}`;
            const start = performance.now();
            window.postMessage({ type: "show", data: { ...sent, settingsProblem: name } }, "*");
            while (document.querySelector(".notice")?.textContent !== name)
              await new Promise((resolve) => requestAnimationFrame(resolve));
            times.push(performance.now() - start);
          }
          return times;
        },
        [data, attempts] as const,
      );
      assert.ok(Math.min(...times) < mostMilliseconds, `${times} ms`);
    });
  });

  it("do not slow the pointer down", async () => {
    const { data } = await folderOf(manyModels(10_000));
    await browser.showing(data, {}, async (panel) => {
      const times = await panel.page.evaluate((count) => {
        const figure = document.querySelector(".points");
        return Array.from({ length: count }, () => {
          const start = performance.now();
          for (let step = 0; step < 100; step++)
            figure?.dispatchEvent(
              new PointerEvent("pointermove", {
                clientX: 100 + 6 * step,
                clientY: 500 - 2 * step,
                bubbles: true,
              }),
            );
          return (performance.now() - start) / 100;
        });
      }, attempts);
      assert.ok(await panel.page.locator(".tooltip").isVisible());
      assert.ok(Math.min(...times) < mostMillisecondsPerMove, `${times} ms`);
    });
  });
});
