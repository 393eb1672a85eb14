import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { drawnIds, panelContent } from "../../server/src/panel/panelContent.ts";
import { analysisOf, paperModels } from "../support/figures.ts";

const analysis = analysisOf(paperModels);

describe("what a view of the panel shows", () => {
  it("is the figure that it is named after", () => {
    for (const [view, kind] of [
      ["time", "trend"],
      ["benchmarks", "benchmarks"],
      ["curves", "curves"],
      ["sizes", "sizes"],
      ["prices", "empty"],
    ] as const) {
      const content = panelContent(view, analysis);
      assert.equal(content.view, view);
      assert.equal("figure" in content && content.figure.kind, kind);
    }
  });

  it("lists the models drawn, in the figure's order", () => {
    const [first, ...others] = paperModels;
    assert.ok(first);
    const price = { dollarsPerMillionTokens: 1, epochDay: 20_000 };
    const priced = analysisOf([{ ...first, price }, ...others]);
    assert.deepEqual(drawnIds(panelContent("prices", priced)), ["0"]);
    assert.deepEqual(drawnIds(panelContent("sizes", analysis)), drawnIds(panelContent("time", analysis)));
    assert.deepEqual(drawnIds(panelContent("prices", analysis)), []);
    for (const view of ["benchmarks", "curves"] as const) {
      const ids = drawnIds(panelContent(view, analysis));
      assert.deepEqual(new Set(ids), new Set(drawnIds(panelContent("time", analysis))));
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  it("survives being sent: plain data", () => {
    for (const view of ["time", "benchmarks", "sizes", "curves", "prices"] as const) {
      const content = panelContent(view, analysis);
      assert.deepEqual(structuredClone(content), content);
    }
  });
});
