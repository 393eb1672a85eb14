// The last part of `npm run bench`: the trend panel's page with 10,000 models, in a browser without a graphics card. Nothing here passes or fails.
import { folderOf, manyModels } from "../webview/support/panelFixtures.ts";
import { PanelBrowser, type PanelPage } from "../webview/support/panelPage.ts";
import { median, percentile95 } from "./statistics.ts";

const models = 10_000;
const answers = 9;
const movesPerRound = 100;
const rounds = 9;
const framesDragged = 60;

function note(what: string, milliseconds: readonly number[]): void {
  const [middle, worst] = [median(milliseconds), percentile95(milliseconds)].map((time) =>
    time.toFixed(time < 10 ? 2 : 0).padStart(6),
  );
  console.log(`${what.padEnd(58)} ${middle} ms, p95 ${worst} ms`);
}

/** From the answer's arrival until the frame after it has been drawn. */
function timeAnswers({ page }: PanelPage, data: object): Promise<number[]> {
  return page.evaluate(
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
    [data, answers] as const,
  );
}

function timePointerMoves({ page }: PanelPage): Promise<number[]> {
  return page.evaluate(
    ([count, steps]) => {
      const figure = document.querySelector(".points");
      return Array.from({ length: count }, () => {
        const start = performance.now();
        for (let step = 0; step < steps; step++)
          figure?.dispatchEvent(
            new PointerEvent("pointermove", {
              clientX: 100 + 6 * step,
              clientY: 500 - 2 * step,
              bubbles: true,
            }),
          );
        return (performance.now() - start) / steps;
      });
    },
    [rounds, movesPerRound] as const,
  );
}

/** Milliseconds between two frames while the pointer drags the dates along. */
async function timeFramesDragged({ page }: PanelPage): Promise<number[]> {
  const box = await page.locator(".figure").boundingBox();
  if (box === null) throw new Error("The page shows no figure.");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 8, y);
  const times = await page.evaluate(
    async ([fromX, clientY, count]) => {
      const area = document.querySelector(".points");
      const times: number[] = [];
      let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let step = 1; step <= count; step++) {
        const clientX = fromX - 8 - 2 * step;
        area?.dispatchEvent(
          new PointerEvent("pointermove", { clientX, clientY, buttons: 1, bubbles: true, pointerId: 1 }),
        );
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        times.push(now - last);
        last = now;
      }
      return times;
    },
    [x, y, framesDragged] as const,
  );
  await page.mouse.up();
  return times;
}

const browser = await PanelBrowser.launch();
const { data } = await folderOf(manyModels(models));
console.log(
  `\nThe panel's page with ${models.toLocaleString("en")} models, 900 x 640, drawn by the processor.\n`,
);
await browser.showing(data, {}, async (panel) => {
  note("drawn after an answer", await timeAnswers(panel, data));
  note("a move of the pointer", await timePointerMoves(panel));
  await panel.page.locator(".points").focus();
  await panel.page.keyboard.press("+");
  await panel.frames();
  note("a frame while six in ten of them are dragged along", await timeFramesDragged(panel));
});
await browser.close();
