// `npm run screenshots`: the pictures of the README, taken in the embedded VS Code on the samples.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FrameLocator, Page } from "playwright-core";
import { requireTools } from "../support/prerequisites.ts";
import { launchBrowser } from "./browser.ts";
import { installHost } from "./host/install.ts";
import { abortOnInterrupt } from "./host/interrupt.ts";
import { startServer } from "./host/server.ts";
import { linkExtension } from "./linkExtension.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pictures = join(root, "media/screenshots");
const card = "minicpm-2.4b.modelcard.yaml";
const size = { width: 1360, height: 800 };
const panelSize = { width: 940, height: 680 };
/** Milliseconds in which what was asked for is drawn, and what slides or fades has come to rest. */
const settleTime = 1000;

/** The panel's views by their tabs. */
const views = [
  ["Sizes", "sizes.png"],
  ["Score curves", "curves.png"],
  ["Methods", "methods.png"],
] as const;

/** What a picture is about, without what a newcomer need not see. */
const calmSettings = {
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.activityBar.location": "hidden",
  "workbench.sideBar.location": "right",
  "breadcrumbs.enabled": false,
  "editor.minimap.enabled": false,
  "editor.hover.delay": 100,
  "window.menuBarVisibility": "hidden",
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
};

async function runCommand(page: Page, command: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.keyboard.type(command);
  await page.keyboard.press("Enter");
}

async function openFile(page: Page, name: string, folder = ""): Promise<void> {
  await page.keyboard.press("Control+p");
  await page.keyboard.type(folder + name);
  await page.getByRole("option", { name }).first().waitFor();
  await page.keyboard.press("Enter");
}

async function openCard(page: Page): Promise<void> {
  await openFile(page, card, "densing-law-2025/");
  await page.getByText("1.89 B effective from 2.44 B").first().waitFor();
  await runCommand(page, "View: Close Primary Side Bar");
}

async function hoverOverName(page: Page): Promise<void> {
  await page.locator(".view-line", { hasText: "name: MiniCPM-2.4B" }).getByText("MiniCPM-2.4B").hover();
  await page.getByText("MiniCPM-2.4B: capability density 0.77").waitFor();
}

function panelOf(page: Page): FrameLocator {
  return page.locator("iframe.webview:visible").contentFrame().frameLocator("#active-frame");
}

async function showPanel(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await runCommand(page, "Densing: Open Trend Panel");
  await panelOf(page)
    .getByRole("button", { name: /^Reference/ })
    .waitFor();
  await page.waitForTimeout(settleTime);
}

/** The panel alone in the window, a card of whose folder is open. */
async function showPanelAlone(page: Page): Promise<void> {
  await showPanel(page);
  await runCommand(page, "View: Close Editors in Other Groups");
  await page.setViewportSize(panelSize);
  await panelOf(page).getByRole("tab", { name: "Over time" }).waitFor();
}

/** Another view of the panel, once it is there and drawn. */
async function takeView(page: Page, tab: string, fileName: string): Promise<void> {
  await panelOf(page).getByRole("tab", { name: tab }).click();
  await panelOf(page).getByRole("tab", { name: tab, selected: true }).waitFor();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(settleTime);
  await page.locator("iframe.webview:visible").screenshot({ path: join(pictures, fileName) });
}

/** The year of most models, brushed in the figure over time. */
async function takeZoom(page: Page): Promise<void> {
  await panelOf(page).getByRole("tab", { name: "Over time" }).click();
  await panelOf(page).locator(".figure canvas").waitFor();
  const box = await panelOf(page).locator(".figure").boundingBox();
  if (box === null) throw new Error("The panel shows no figure.");
  const y = box.y + box.height / 3;
  await page.mouse.move(box.x + 0.4 * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.74 * box.width, y, { steps: 5 });
  await page.mouse.up();
  await takeView(page, "Over time", "zoom.png");
}

requireTools(["chromium"], "Taking screenshots");
const host = await installHost({
  directory: join(root, ".vscode-test/host"),
  report: (line) => console.log(line),
  signal: abortOnInterrupt(),
});
const extensionsDirectory = await linkExtension(root);
const server = await startServer(host, {
  extensionsDirectory,
  workspace: join(root, "samples/densing.code-workspace"),
  settings: calmSettings,
});
const browser = await launchBrowser();
try {
  await mkdir(pictures, { recursive: true });
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
  await page.goto(server.url);
  await page.getByText("densing-law-2025").first().waitFor();
  await openCard(page);
  await hoverOverName(page);
  await page.screenshot({
    path: join(pictures, "hover.png"),
    clip: { x: 0, y: 0, width: 1000, height: 620 },
  });
  await showPanel(page);
  await page.screenshot({ path: join(pictures, "panel.png") });
  await showPanelAlone(page);
  for (const [tab, fileName] of views) await takeView(page, tab, fileName);
  await takeZoom(page);
  await panelOf(page).getByLabel("Collection").selectOption({ label: "models" });
  await takeView(page, "By benchmark", "benchmarks.png");
  await page.setViewportSize(size);
  await page.goto(new URL(`?folder=${join(root, "samples/prices")}`, server.url).href);
  await page.locator(".statusbar").waitFor();
  await openFile(page, "claude-2.modelcard.yaml");
  await runCommand(page, "View: Close Primary Side Bar");
  await showPanelAlone(page);
  await takeView(page, "Prices", "prices.png");
  console.log(`Pictures are in ${pictures}.`);
} finally {
  await browser.close();
  await server.stop();
  await rm(extensionsDirectory, { recursive: true, force: true });
}
