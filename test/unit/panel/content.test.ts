import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { resolveSettings } from "../../../server/src/method/collectionSettings.ts";
import type { ControlContext } from "../../../server/src/panel/controls/controlContext.ts";
import { drawnIds, panelContent, type ViewQuestion } from "../../../server/src/panel/panelContent.ts";
import { shippedReference, shippedReferences } from "../../../server/src/references/references.ts";
import {
  analyseCollection,
  type CollectionAnalysis,
} from "../../../server/src/trend/collection/analyseCollection.ts";
import { finish } from "../../../server/src/trend/steps.ts";
import { analysisOf, paperModels } from "../../support/figures.ts";

const analysis = contextOf(analysisOf(paperModels));

function contextOf(of: CollectionAnalysis): ControlContext {
  return { analysis: of, choices: {}, folderChoices: {}, references: shippedReferences() };
}

const contentOf = (question: ViewQuestion, context: ControlContext) =>
  finish(panelContent(question, context));

describe("what a view of the panel shows", () => {
  it("is the figure that it is named after", () => {
    for (const [view, kind] of [
      ["time", "time"],
      ["benchmarks", "benchmarks"],
      ["curves", "curves"],
      ["sizes", "sizes"],
      ["prices", "empty"],
      ["backtest", "backtest"],
    ] as const) {
      const content = contentOf({ view }, analysis);
      assert.equal(content.view, view);
      assert.equal("figure" in content && content.figure.kind, kind);
    }
  });

  it("lists the models drawn, in the figure's order", () => {
    const [first, ...others] = paperModels;
    assert.ok(first);
    const price = { dollarsPerMillionTokens: 1, epochDay: 20_000 };
    const priced = analysisOf([{ ...first, price }, ...others]);
    assert.deepEqual(drawnIds(contentOf({ view: "prices" }, contextOf(priced))), ["0"]);
    assert.deepEqual(
      drawnIds(contentOf({ view: "sizes" }, analysis)),
      drawnIds(contentOf({ view: "time" }, analysis)),
    );
    assert.deepEqual(drawnIds(contentOf({ view: "prices" }, analysis)), []);
    for (const view of ["benchmarks", "curves"] as const) {
      const ids = drawnIds(contentOf({ view }, analysis));
      assert.deepEqual(new Set(ids), new Set(drawnIds(contentOf({ view: "time" }, analysis))));
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  it("survives being sent: plain data", () => {
    for (const view of ["time", "benchmarks", "sizes", "curves", "prices", "backtest"] as const) {
      const content = contentOf({ view }, analysis);
      assert.deepEqual(structuredClone(content), content);
    }
  });

  it("is what to know about the indicator, with who is missing and the last date", () => {
    const content = contentOf({ view: "about" }, analysis);
    assert.ok(content.view === "about");
    const texts = new Map(content.about.points.map(({ title, text }) => [title, text]));
    assert.match(
      texts.get("Relative to what") ?? "",
      /^Reference nmi-2025: .* Trained on 5\u00a0×\u00a010¹² tokens\./,
    );
    assert.match(texts.get("Last date") ?? "", /^5 Apr 2025, /);
    assert.match(texts.get("Who is missing") ?? "", /^47 models in the trend\. /);
    assert.deepEqual([drawnIds(content), structuredClone(content)], [[], content]);
  });

  it("is a table of methods, whose rows say the choices that give their days", () => {
    const usual = contextOf(analysisOf(paperModels, { estimator: "quantile" }));
    const content = contentOf({ view: "methods" }, usual);
    assert.ok(content.view === "methods");
    const rows = content.methods.groups.flatMap((group) => group.rows);
    const [current, ...others] = rows;
    assert.equal(current?.text, "135");
    assert.equal(current?.isCurrent, true);
    assert.deepEqual(structuredClone(content), content);
    assert.ok(others.length > 10);
    for (const { label, days, choices } of others) {
      assert.ok(choices, label);
      const reference = shippedReference(choices.reference ?? "nmi-2025");
      assert.ok(reference, label);
      const resolution = resolveSettings(choices, reference);
      assert.ok(resolution.kind === "settings", label);
      const entries = usual.analysis.models.map(({ id, model }) => ({ id, name: model.name, model }));
      const { trend } = analyseCollection(entries, resolution.settings);
      assert.equal(trend.line?.doublingTimeDays, days, label);
    }
  });
});
