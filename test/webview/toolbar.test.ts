import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaultLayers } from "../../server/src/figures/layers.ts";
import type { PageMessage } from "../../server/src/protocol.ts";
import { eventually } from "../support/eventually.ts";
import { browserForTests } from "./support/browserForTests.ts";
import { methodsData } from "./support/methodsFixture.ts";
import { idOf, paperFolder } from "./support/panelFixtures.ts";
import type { PanelPage } from "./support/panelPage.ts";

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>';

describe("the icons", () => {
  const browser = browserForTests();

  async function showing(check: (panel: PanelPage) => Promise<void>): Promise<void> {
    const { data } = await paperFolder();
    await browser.showing(data, {}, check);
  }

  async function chooseIn(
    panel: PanelPage,
    menu: string,
    ...names: readonly (string | RegExp)[]
  ): Promise<void> {
    for (const name of names) {
      await panel.page.getByRole("button", { name: menu, exact: true }).click();
      await panel.page.locator(".menu-item").filter({ hasText: name }).first().click();
    }
    await panel.frames();
  }

  describe("find", () => {
    async function find(panel: PanelPage, text: string): Promise<void> {
      await panel.page.getByRole("button", { name: "Find a model" }).click();
      await panel.page.keyboard.type(text);
      await panel.frames();
    }

    it("counts the models whose name has the text, and says so when typing stops", async () => {
      await showing(async (panel) => {
        await find(panel, "PHI");
        assert.equal(await panel.page.locator(".find-count").innerText(), "3 of 47 models");
        const status = panel.page.getByRole("status");
        assert.equal(await status.innerText(), "");
        await eventually(async () => assert.equal(await status.textContent(), "3 of 47 models"), 3);
        await panel.page.keyboard.type(" x");
        await panel.frames();
        assert.equal(await panel.page.locator(".find-count").innerText(), "none of 47 models");
      });
    });

    it("goes to the first model on Enter", async () => {
      await showing(async (panel) => {
        await find(panel, "phi-2");
        await panel.page.keyboard.press("Enter");
        await panel.frames();
        assert.match(await panel.page.locator("[role=option]").innerText(), /^Phi-2-2B,/);
        assert.ok(await panel.page.locator(".ring").isVisible());
      });
    });

    it("goes to a model of a hidden family, which is shown again", async () => {
      await showing(async (panel) => {
        await panel.page.getByRole("button", { name: "Phi" }).click();
        await find(panel, "phi-2");
        await panel.page.keyboard.press("Enter");
        await panel.frames();
        await panel.frames();
        assert.match(await panel.page.locator("[role=option]").innerText(), /^Phi-2-2B,/);
      });
    });

    it("leaves only those models in the table, and says so", async () => {
      await showing(async (panel) => {
        await chooseIn(panel, "More", "Table of points");
        await find(panel, "phi");
        assert.equal(await panel.page.locator("tbody tr").count(), 3);
        assert.match(await panel.page.locator("caption").innerText(), /^3 of 47 models .* the search hides/);
        await panel.page.keyboard.press("Enter");
        await panel.frames();
        const focused = await panel.page.evaluate(() => document.activeElement?.getAttribute("data-model"));
        assert.equal(focused, idOf("Phi-1-1.2B"));
      });
    });

    it("closes with Escape, gives the focus back, and is opened by the keys of the editor's search", async () => {
      await showing(async (panel) => {
        await panel.page.keyboard.press("Control+f");
        await panel.page.keyboard.type("llama");
        const icon = panel.page.getByRole("button", { name: "Find a model" });
        assert.equal(await icon.getAttribute("aria-expanded"), "true");
        await panel.page.keyboard.press("Escape");
        assert.equal(await panel.page.getByRole("searchbox").count(), 0);
        assert.ok(await icon.evaluate((button) => button === document.activeElement));
        assert.equal(await icon.getAttribute("aria-expanded"), "false");
      });
    });

    it("does not open where there is nothing to find", async () => {
      const { data } = await paperFolder();
      await browser.showing(methodsData(data), {}, async (panel) => {
        await panel.page.keyboard.press("Control+f");
        await panel.send({ type: "show", data });
        assert.equal(await panel.page.getByRole("searchbox").count(), 0);
      });
    });

    it("is kept over a reload", async () => {
      await showing(async (panel) => {
        await find(panel, "llama");
        await panel.page.reload();
        await panel.frames();
        assert.equal(await panel.page.getByRole("searchbox").inputValue(), "llama");
        assert.equal(await panel.page.locator(".find-count").innerText(), "16 of 47 models");
      });
    });
  });

  it("export files and pictures", async () => {
    await showing(async (panel) => {
      await chooseIn(
        panel,
        "Export",
        /^SVG/,
        /^PNG$/,
        /^PNG, twice/,
        /^Copy picture/,
        /^CSV/,
        /^JSON/,
        /^Markdown/,
      );
      const layers = defaultLayers;
      const exports: readonly PageMessage[] = [
        { type: "export", format: "svg", layers },
        { type: "askPicture", use: "save", scale: 1, layers },
        { type: "askPicture", use: "save", scale: 2, layers },
        { type: "askPicture", use: "copy", scale: 2, layers },
        { type: "export", format: "csv" },
        { type: "export", format: "json" },
        { type: "export", format: "markdown" },
      ];
      assert.deepEqual((await panel.posted()).slice(1), exports);
    });
  });

  it("copy the caption, and the choices as the file and the command that give the same", async () => {
    await showing(async (panel) => {
      await chooseIn(panel, "Export", /^Copy caption/, /^Copy as densing\.yaml/, /^Copy as command/);
      const copies: readonly PageMessage[] = [
        { type: "copy", format: "markdown" },
        { type: "copy", format: "settings" },
        { type: "copy", format: "command" },
      ];
      assert.deepEqual((await panel.posted()).slice(1), copies);
    });
  });

  it("turn the picture into pixels of the size that was asked for", async () => {
    await showing(async (panel) => {
      await panel.send({ type: "picture", svg: square, use: "save", scale: 2, width: 30, height: 20 });
      const [saved] = await panel.postedOf("savePicture");
      const png = Buffer.from(saved?.png ?? "", "base64");
      assert.equal(png.subarray(1, 4).toString("ascii"), "PNG");
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [60, 40]);
    });
  });

  it("put a picture on the clipboard and say so", async () => {
    await showing(async (panel) => {
      await panel.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await panel.send({ type: "picture", svg: square, use: "copy", scale: 1, width: 30, height: 20 });
      await panel.page.getByText("Picture copied").first().waitFor();
      const types = await panel.page.evaluate(async () =>
        (await navigator.clipboard.read()).flatMap((item) => item.types),
      );
      assert.deepEqual(types, ["image/png"]);
    });
  });

  it("say why there is no picture", async () => {
    await showing(async (panel) => {
      await panel.send({ type: "picture", svg: "<svg", use: "save", scale: 1, width: 30, height: 20 });
      await panel.page
        .getByText(/^No picture: /)
        .first()
        .waitFor();
      assert.ok((await panel.posted()).every(({ type }) => type !== "savePicture"));
    });
  });

  it("offer what is needed less often", async () => {
    await showing(async (panel) => {
      await chooseIn(panel, "More", "Duplicate this panel", "Settings");
      const messages: readonly PageMessage[] = [{ type: "duplicate" }, { type: "openSettings" }];
      assert.deepEqual((await panel.posted()).slice(1), messages);
    });
  });

  it("say what the host has saved or copied, to eyes and ears", async () => {
    await showing(async (panel) => {
      await panel.send({ type: "saved", text: "Saved as prices.svg" });
      assert.ok(await panel.page.locator(".flash").isVisible());
      assert.equal(await panel.page.getByRole("status").textContent(), "Saved as prices.svg");
    });
  });

  it("show the points as a table in every figure, and lead back", async () => {
    const paper = await paperFolder();
    await browser.showing(paper.data, {}, async (panel) => {
      for (const data of [paper.data, await paper.ask({ view: "sizes" })]) {
        await panel.send({ type: "show", data });
        await chooseIn(panel, "More", "Table of points");
        assert.equal(await panel.page.locator("tbody tr").count(), 47);
        await chooseIn(panel, "More", "Figure");
        assert.equal(await panel.page.locator(".points-table:visible").count(), 0);
      }
    });
  });

  it("are not to be used where there is nothing to use them on", async () => {
    const { data } = await paperFolder();
    await browser.showing(methodsData(data), {}, async (panel) => {
      assert.ok(await panel.page.getByRole("button", { name: "Find a model" }).isDisabled());
      assert.ok(await panel.page.getByRole("button", { name: "Layers" }).isDisabled());
      await panel.page.getByRole("button", { name: "Export" }).click();
      const isDisabled = async (name: RegExp) =>
        (await panel.page.getByRole("menuitem", { name }).getAttribute("aria-disabled")) === "true";
      assert.ok((await isDisabled(/^SVG/)) && (await isDisabled(/^PNG Nothing/)));
      assert.ok(!(await isDisabled(/^CSV/)));
    });
  });
});
