import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { build } from "esbuild";
import fc from "fast-check";
import { browserForTests } from "./support/browserForTests.ts";
import type { ListItem, ListUpdate, UpdatedList } from "./support/keyedLists.ts";
import type { PanelPage } from "./support/panelPage.ts";

const named = (names: string): ListItem[] => [...names].map((name) => ({ name, value: 0 }));

describe("lists that keep their elements", () => {
  const browser = browserForTests();
  let script = "";

  before(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: 'import { updatedList } from "./keyedLists.ts"; window.updatedList = updatedList;',
        resolveDir: `${import.meta.dirname}/support`,
        loader: "ts",
      },
      bundle: true,
      write: false,
      format: "iife",
      logLevel: "warning",
    });
    script = outputFiles[0]?.text ?? "";
  });

  function updated(panel: PanelPage, update: ListUpdate): Promise<UpdatedList> {
    return panel.page.evaluate((lists) => window.updatedList(lists), update);
  }

  async function inPage(check: (panel: PanelPage) => Promise<void>): Promise<void> {
    await browser.showing(undefined, {}, async (panel) => {
      await panel.page.evaluate(script);
      await check(panel);
    });
  }

  it("keep the focus where elements come, go and change places around it", async () => {
    await inPage(async (panel) => {
      const update = { first: named("abcd"), focusedName: "c", second: named("exca") };
      assert.deepEqual(await updated(panel, update), {
        texts: ["e", "x", "c", "a"],
        kept: ["c", "a"],
        focused: "c",
        result: true,
      });
    });
  });

  it("hand the focus on to the same place of one made anew, and from one that is gone to the first", async () => {
    await inPage(async (panel) => {
      const [a, b, c] = named("abc");
      assert.ok(a && b && c);
      const list = { first: [a, b, c], focusedName: "b" };
      const changed = await updated(panel, { ...list, second: [a, { ...b, value: 1 }, c] });
      assert.deepEqual([changed.kept, changed.focused], [["a", "c"], "b"]);
      assert.equal((await updated(panel, { ...list, second: [c, a] })).focused, "c");
      const byPlace = await updated(panel, { ...list, second: named("xyz"), isByPlace: true });
      assert.deepEqual([byPlace.texts, byPlace.focused], [["x", "y", "z"], "y"]);
    });
  });

  it("say when nothing is left to take the focus, and leave it alone where it was elsewhere", async () => {
    await inPage(async (panel) => {
      const list = { first: named("ab"), focusedName: "b" };
      assert.equal((await updated(panel, { ...list, second: [] })).result, false);
      const text = { name: "t", value: 0, isText: true };
      assert.equal((await updated(panel, { ...list, second: [text] })).result, false);
      const elsewhere = await updated(panel, { first: named("ab"), second: named("c") });
      assert.deepEqual([elsewhere.focused, elsewhere.result], [undefined, true]);
    });
  });

  it("look as if they were made anew, and keep what is the same", async () => {
    const item = fc.record({ name: fc.constantFrom(..."abcdef"), value: fc.integer({ min: 0, max: 1 }) });
    const items = fc.uniqueArray(item, { selector: ({ name }) => name, maxLength: 6 });
    await inPage(async (panel) => {
      await fc.assert(
        fc.asyncProperty(items, items, fc.nat(), async (first, second, seed) => {
          const focused = first[seed % Math.max(1, first.length)];
          const outcome = await updated(panel, { first, focusedName: focused?.name, second });
          const isIn = (all: readonly ListItem[], { name, value }: ListItem) =>
            all.some((other) => other.name === name && other.value === value);
          const staying = second.find(({ name }) => name === focused?.name) ?? second[0];
          assert.deepEqual(outcome, {
            texts: second.map(({ name }) => name),
            kept: second.filter((each) => isIn(first, each)).map(({ name }) => name),
            focused: focused === undefined ? undefined : staying?.name,
            result: focused === undefined || second.length > 0,
          });
        }),
        { numRuns: 40 },
      );
    });
  });

  it("tell items of one key apart by their order", async () => {
    await inPage(async (panel) => {
      const { texts, kept } = await updated(panel, { first: named("aa"), second: named("aaa") });
      assert.deepEqual(texts, ["a", "a", "a"]);
      assert.deepEqual(kept, ["a", "a"]);
    });
  });
});
