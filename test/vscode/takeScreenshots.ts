// `npm run screenshots`: the pictures of the README, taken in the embedded VS Code on the samples.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
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

async function openCard(page: Page): Promise<void> {
  await page.keyboard.press("Control+p");
  await page.keyboard.type(`densing-law-2025/${card}`);
  await page.getByRole("option", { name: card }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("1.89 B effective from 2.44 B").first().waitFor();
  await runCommand(page, "View: Close Primary Side Bar");
}

async function hoverOverName(page: Page): Promise<void> {
  await page.locator(".view-line", { hasText: "name: MiniCPM-2.4B" }).getByText("MiniCPM-2.4B").hover();
  await page.getByText("MiniCPM-2.4B: capability density 0.77").waitFor();
}

async function showPanel(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await runCommand(page, "Densing: Open Trend Panel");
  const panel = page.locator("iframe.webview:visible").contentFrame().frameLocator("#active-frame");
  await panel.getByText("Density doubles every").first().waitFor();
  await page.waitForTimeout(1000);
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
  console.log(`Pictures are in ${pictures}.`);
} finally {
  await browser.close();
  await server.stop();
  await rm(extensionsDirectory, { recursive: true, force: true });
}
