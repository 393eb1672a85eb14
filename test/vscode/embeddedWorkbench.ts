import { strict as assert } from "node:assert";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { eventually } from "../support/eventually.ts";
import { type PanelProbes, panelProbes } from "./panelProbes.ts";
import type { PanelPoint, Workbench } from "./workbench.ts";

/** In a browser VS Code saves its state every five seconds, and cannot do so while the page unloads. */
const storageMilliseconds = 6_000;
const visiblePanel = "iframe.webview:visible";

/** VS Code puts a panel's page into a frame within a frame. */
function panelPage(page: Page): FrameLocator {
  return page.locator(visiblePanel).contentFrame().frameLocator("#active-frame");
}

async function toWindow(page: Page, { x, y }: PanelPoint): Promise<[number, number]> {
  const frame = await page.locator(visiblePanel).boundingBox();
  if (frame === null) throw new Error("There is no visible panel.");
  return [frame.x + x, frame.y + y];
}

/** Drives the embedded workbench in `page`; pictures go into the folder `screenshots`. */
export function embeddedWorkbench(page: Page, screenshots: string): Workbench {
  let reloads = 0;
  return {
    screenshot: async (name) => {
      if (!/^[\w-]+$/.test(name)) throw new Error(`"${name}" is no name for a screenshot.`);
      await mkdir(screenshots, { recursive: true });
      const path = join(screenshots, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    clickText: (text) => page.getByText(text, { exact: true }).locator("visible=true").first().click(),
    clickTreeItem: (beginning) =>
      page
        .locator(`[role="treeitem"][aria-label^=${JSON.stringify(beginning)}]`)
        .locator("visible=true")
        .first()
        .click(),
    labels: (selector) =>
      page
        .locator(selector)
        .locator("visible=true")
        .evaluateAll((elements) => elements.map((element) => element.getAttribute("aria-label") ?? "")),
    clickPanel: async (point) => page.mouse.click(...(await toWindow(page, point))),
    clickInPanel: (selector) => panelPage(page).locator(selector).locator("visible=true").first().click(),
    saveAs: async (path) => {
      const dialog = page.locator(".quick-input-widget");
      const name = dialog.getByRole("textbox");
      // The dialog writes the proposed name once it has read the folder, over whatever is there.
      await eventually(async () => assert.match(await name.inputValue(), /\.\w+$/));
      await name.fill(path);
      // It does not listen while it looks at the folder of the new name.
      await eventually(async () => {
        await dialog.getByRole("button", { name: "OK" }).click();
        await dialog.waitFor({ state: "hidden", timeout: 1_000 });
      });
    },
    hoverPanel: async (point) => page.mouse.move(...(await toWindow(page, point)), { steps: 5 }),
    probePanel: async <Name extends keyof PanelProbes>(
      name: Name,
      argument: Parameters<PanelProbes[Name]>[1],
    ) => {
      if (!Object.hasOwn(panelProbes, name)) throw new Error(`There is no panel probe "${name}".`);
      const probe = panelProbes[name] as (
        body: HTMLElement,
        argument: unknown,
      ) => ReturnType<PanelProbes[Name]>;
      const body = panelPage(page).locator("body");
      return (await body.evaluate(probe, argument)) as ReturnType<PanelProbes[Name]>;
    },
    reloadCount: async () => reloads,
    reload: async () => {
      reloads += 1;
      // Not awaited: the answer must leave before the extension host that waits for it ends.
      setTimeout(() => void page.reload().catch(() => undefined), storageMilliseconds);
    },
    report: async (line) => console.log(line),
  };
}
