import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assumptions } from "../../../server/src/method/assumptions.ts";
import type { AnalysisSettings } from "../../../server/src/trend/collection/analyseCollection.ts";
import { kindChoices } from "../../../server/src/trend/collection/membership.ts";
import { analysisOf, paperModels } from "../../support/figures.ts";
import { epochDay } from "../../support/models.ts";
import { nmi2025 } from "../../support/nmi2025.ts";

function strip(changes: Partial<AnalysisSettings> = {}): string[] {
  const { items, leftOut } = assumptions(analysisOf(paperModels, changes));
  const written = items.map(({ label, value, isModified }) => `${isModified ? "* " : ""}${label} ${value}`);
  return leftOut === undefined ? written : [...written, leftOut];
}

describe("the assumptions of a result", () => {
  it("are unmarked where nobody chose, with the count of what is left out", () => {
    assert.deepEqual(strip({ estimator: "quantile" }), [
      "Reference nmi-2025",
      "Basis average of five",
      "Size non-embedding",
      "Fit quantile 0.90",
      "Kinds base, pruned, distilled",
      "4 left out",
    ]);
  });

  it("mark each choice that differs from the paper's method", () => {
    assert.ok(strip({ estimator: "all" }).includes("* Fit all models"));
    assert.ok(strip({ basis: "mmlu" }).includes("* Basis MMLU"));
    assert.ok(strip({ denominator: "total" }).includes("* Size total"));
    assert.ok(strip({ trainingTokens: 1e12 }).includes("* Reference nmi-2025, D₀ 1\u00a0×\u00a010¹²"));
    assert.ok(strip({ reference: { ...nmi2025, name: "mine" } }).includes("* Reference mine"));
    assert.ok(strip({ sinceEpochDay: epochDay("2024-01-01") }).includes("* Dates from 1 Jan 2024"));
    assert.ok(
      strip({ sinceEpochDay: epochDay("2024-01-01"), untilEpochDay: epochDay("2024-12-31") }).includes(
        "* Dates 1 Jan 2024 to 31 Dec 2024",
      ),
    );
    assert.ok(strip({ kinds: ["base"] }).includes("* Kinds base"));
  });

  it("say when every kind counts, and nothing of cards left out when none is", () => {
    const all = strip({ kinds: kindChoices });
    assert.ok(all.includes("* Kinds all"));
    assert.ok(!all.some((item) => item.includes("left out")));
  });

  it("do not mark the same kinds in another order", () => {
    assert.ok(strip({ kinds: ["distilled", "base", "pruned"] }).includes("Kinds base, pruned, distilled"));
  });

  it("shorten on narrow pages", () => {
    const { items } = assumptions(analysisOf(paperModels));
    assert.deepEqual(
      items.map(({ shortValue }) => shortValue),
      ["nmi-2025", "average of 5", "non-embedding", "records", "base +2"],
    );
  });
});
