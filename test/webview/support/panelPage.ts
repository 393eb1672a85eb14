import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { HostMessage, PageMessage, PanelData } from "../../../server/src/protocol.ts";
import { eventually } from "../../support/eventually.ts";
import { findChromium, requireTools } from "../../support/prerequisites.ts";
import { type PanelServer, servePanel } from "./panelServer.ts";
import type { ThemeName } from "./themes.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Red, green and blue, 0 to 255. */
export type Pixel = readonly [number, number, number];

/** Whether a colour has no hue: the ground or what is drawn on it in grey. */
export function isNeutral([red, green, blue]: Pixel): boolean {
  return Math.max(red, green, blue) - Math.min(red, green, blue) <= 2;
}

export interface PanelOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly pixelRatio?: number;
}

/** A browser and the server that gives it the page. */
export class PanelBrowser {
  readonly #browser: Browser;
  readonly #server: PanelServer;

  private constructor(browser: Browser, server: PanelServer) {
    this.#browser = browser;
    this.#server = server;
  }

  /** Fails with the command that installs Chromium when there is none. */
  static async launch(): Promise<PanelBrowser> {
    requireTools(["chromium"], "Testing the trend panel's page");
    const executablePath = findChromium();
    assert.ok(executablePath);
    const server = await servePanel();
    const browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
    });
    return new PanelBrowser(browser, server);
  }

  /** Opens the page; nothing is sent to it yet. */
  async open(options: PanelOptions = {}): Promise<PanelPage> {
    const { theme = "dark", width = 900, height = 640, pixelRatio = 1 } = options;
    const context = await this.#browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: pixelRatio,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const panel = new PanelPage(page, this.#server.origin);
    await page.goto(`${this.#server.origin}/?theme=${theme}`);
    return panel;
  }

  /** Opens the page, shows a collection, lets a test look at it, and sees to it that nothing went wrong. */
  async showing(
    data: PanelData | undefined,
    options: PanelOptions,
    check: (panel: PanelPage) => Promise<void>,
  ): Promise<void> {
    const panel = await this.open(options);
    try {
      if (data !== undefined) await panel.send({ type: "show", data });
      await check(panel);
      await panel.assertNoProblems();
    } finally {
      await panel.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

/** The page in a browser, and what went wrong in it. */
export class PanelPage {
  readonly page: Page;
  readonly #problems: string[] = [];

  constructor(page: Page, origin: string) {
    this.page = page;
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.#problems.push(message.text());
    });
    page.on("pageerror", (error) => this.#problems.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`)) this.#problems.push(`request to ${request.url()}`);
    });
  }

  /** Sends a message as the extension host does. */
  async send(message: HostMessage): Promise<void> {
    await this.page.evaluate((sent) => window.postMessage(sent, "*"), message);
    await this.frames();
  }

  /** Lets the page draw what it was told. */
  async frames(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }

  posted(): Promise<PageMessage[]> {
    return this.page.evaluate(() => window.testHost.posted as PageMessage[]);
  }

  /** Messages of one type, once there are any. */
  postedOf<Type extends PageMessage["type"]>(type: Type): Promise<Extract<PageMessage, { type: Type }>[]> {
    return eventually(async () => {
      const all = await this.posted();
      const found = all.filter(
        (message): message is Extract<PageMessage, { type: Type }> => message.type === type,
      );
      assert.ok(found.length > 0, `no ${type} among ${JSON.stringify(all)}`);
      return found;
    }, 3);
  }

  async setTheme(name: ThemeName): Promise<void> {
    await this.page.evaluate((theme) => window.testHost.setTheme(theme), name);
    await this.frames();
  }

  /** Nothing in the console, no broken policy, no request to anywhere else. */
  async assertNoProblems(): Promise<void> {
    const violations = await this.page.evaluate(() => window.testHost.violations);
    assert.deepEqual([...this.#problems, ...violations], []);
  }

  /** axe-core's findings that are serious or critical, as "rule: element". */
  async accessibilityFindings(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    return this.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
      interface AxeViolation {
        readonly id: string;
        readonly impact: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
      }
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        );
    });
  }

  /** Colour of a pixel of the figure as it is seen, at CSS pixels from the figure's corner. */
  async pixel(x: number, y: number): Promise<Pixel> {
    const [pixel = [-1, -1, -1] as const] = await this.pixels({ x, y, width: 0, height: 0 });
    return pixel;
  }

  /** Colours of a rectangle of the figure as they are seen, row by row, of at least one pixel. */
  pixels(box: { x: number; y: number; width: number; height: number }): Promise<Pixel[]> {
    return this.page.evaluate(({ x, y, width, height }) => {
      const figure = document.querySelector<HTMLCanvasElement>(".figure > canvas");
      // A copy: reading the page's own canvas would move it out of the graphics card.
      const copy = document.createElement("canvas");
      const context = copy.getContext("2d", { willReadFrequently: true });
      if (!figure || !context) throw new Error("No figure");
      const scale = figure.width / figure.clientWidth;
      copy.width = Math.max(1, Math.round(width * scale));
      copy.height = Math.max(1, Math.round(height * scale));
      context.fillStyle = getComputedStyle(document.body).backgroundColor;
      context.fillRect(0, 0, copy.width, copy.height);
      context.drawImage(figure, -Math.round(x * scale), -Math.round(y * scale));
      const { data } = context.getImageData(0, 0, copy.width, copy.height);
      return Array.from({ length: data.length / 4 }, (_, index) => {
        const [red = 0, green = 0, blue = 0] = data.subarray(4 * index, 4 * index + 3);
        return [red, green, blue] as const;
      });
    }, box);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
