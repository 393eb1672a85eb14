import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model } from "../../../server/src/density/model.ts";
import { underOtherMinima } from "../../../server/src/density/otherMinimum.ts";
import {
  chosenReference,
  mergeChoices,
  resolveSettings,
} from "../../../server/src/method/collectionSettings.ts";
import type { ControlContext } from "../../../server/src/panel/controls/controlContext.ts";
import { methodsTable } from "../../../server/src/panel/methods.ts";
import type { MethodsRow } from "../../../server/src/panel/methodsTable.ts";
import { plainText } from "../../../server/src/text/textRun.ts";
import { analyseCollection } from "../../../server/src/trend/collection/analyseCollection.ts";
import { finish } from "../../../server/src/trend/steps.ts";
import { modelOf, paperModels, withShuffledDates } from "../../support/figures.ts";
import { epochDay } from "../../support/models.ts";
import { nmi2025 } from "../../support/nmi2025.ts";
import { panelContext } from "../../support/panelContexts.ts";

function rowsOf(context: ControlContext): MethodsRow[] {
  return finish(methodsTable(context)).groups.flatMap(({ rows }) => rows);
}

/** The row of a label; throws when there is none. */
function row(label: string, context: ControlContext): MethodsRow {
  const rows = rowsOf(context);
  const found = rows.find((each) => each.label.replaceAll("\u00a0", " ") === label);
  if (found === undefined) throw new Error(`No ${label} among ${rows.map((each) => each.label).join(", ")}`);
  return found;
}

/** The one row that no choice of the panel leads to: no reference has that minimum for its law. */
const otherMinimum = /, other minimum$/;

/** What a row says is what the panel shows once it is taken. */
function assertRowsHold(context: ControlContext): void {
  const { analysis, folderChoices, references } = context;
  const entries = analysis.models.map(({ id, model }) => ({ id, name: model.name, model }));
  for (const { label, days, modelCount, recordCount, choices } of rowsOf(context)) {
    if (choices === undefined) {
      assert.match(label, otherMinimum);
      const [changed] = underOtherMinima(analysis.settings.reference, analysis.settings.basis);
      assert.ok(changed, label);
      const { trend } = analyseCollection(entries, { ...analysis.settings, reference: changed });
      const { points, records, line } = trend;
      assert.deepEqual(
        [days, modelCount, recordCount],
        [line?.doublingTimeDays, points.length, records.length],
      );
      continue;
    }
    const said = mergeChoices(choices, folderChoices);
    const reference = references.find(({ name }) => name === chosenReference(said))?.reference;
    assert.ok(reference, label);
    const resolution = resolveSettings(said, reference);
    assert.ok(resolution.kind === "settings", label);
    const { trend } = analyseCollection(entries, resolution.settings);
    assert.deepEqual(
      {
        label,
        days: trend.line?.doublingTimeDays,
        models: trend.points.length,
        records: trend.records.length,
      },
      { label, days, models: modelCount, records: recordCount },
    );
  }
}

/** The references that ship, and one with the same curves whose own basis is another. */
const own = [
  {
    name: "our.reference.yaml",
    reference: { ...nmi2025, name: "ours", composite: { id: "mmlu", of: ["mmlu"] } },
  },
];

/** Density doubles every 100 days, in this order; each model is a record. */
function steadyGrowth(count: number): Model[] {
  return Array.from({ length: count }, (_, place) => modelOf(`m${place}`, place * 100, 0.25 * 2 ** place));
}

describe("a row of the table of methods", () => {
  it("gives its numbers once it is taken, also beside choices of the panel and of the folder", () => {
    const since = epochDay("2023-06-01");
    for (const context of [
      panelContext({}, {}, { own }),
      panelContext({ estimator: "quantile", tau: 0.95 }, {}, { own }),
      panelContext({ without: ["Phi-1-1.2B"], sinceEpochDay: since }),
      panelContext({ denominator: "total", d0: 1e12 }, { estimator: "all", without: ["Phi-2-2B"] }),
      panelContext({ untilEpochDay: null }, { untilEpochDay: epochDay("2024-12-31"), d0: 2e12 }, { own }),
      panelContext({ basis: "average" }, { reference: "our.reference.yaml", tau: 0.8 }, { own }),
      panelContext({}, { estimator: "quantile", kinds: ["base"], denominator: "active" }),
    ])
      assertRowsHold(context);
  });

  it("of another reference keeps the basis in force", () => {
    const { choices, days } = row("ours", panelContext({}, {}, { own }));
    assert.deepEqual(choices, { reference: "our.reference.yaml", basis: "average" });
    assert.equal(days?.toFixed(1), "135.4");
  });

  it("of the reference's other minimum is there where no reference has it, and cannot be chosen", () => {
    const minima = (context: ControlContext) =>
      rowsOf(context)
        .filter(({ label }) => otherMinimum.test(label))
        .map(({ label, choices }) => [label, choices]);
    assert.deepEqual(minima(panelContext({}, {}, { own })), [], "nmi-2025-refit stands for it");
    const average = nmi2025.curves.get("average");
    assert.ok(average?.kind === "laws");
    const [alternative] = average.alternativeLossLaws;
    assert.ok(alternative);
    const lossLaw = { ...alternative, a: alternative.a * 1.3 };
    const curves = new Map(nmi2025.curves).set("average", { ...average, alternativeLossLaws: [lossLaw] });
    const ours = [{ name: "our.reference.yaml", reference: { ...nmi2025, name: "ours", curves } }];
    const context = panelContext({}, { reference: "our.reference.yaml" }, { own: ours });
    assert.deepEqual(minima(context), [["ours, other minimum", undefined]]);
    assertRowsHold(context);
  });

  it("leads back to the folder where it agrees with it", () => {
    const context = panelContext({ estimator: "all" }, { estimator: "quantile", tau: 0.95 });
    assert.deepEqual(row("Quantile 0.95", context).choices, {});
  });

  it("leaves out the model it names, by the rules of every trend", () => {
    const context = panelContext({}, {}, { models: steadyGrowth(5) });
    assert.equal(rowsOf(context)[0]?.text, "100");
    const without = row("without m0", context);
    assert.deepEqual([without.days, without.text, without.modelCount], [undefined, "too few", 4]);
    const twice = [...steadyGrowth(6), modelOf("m3", 310, 0.1)];
    assertRowsHold(panelContext({}, {}, { models: twice }));
    assert.ok(!rowsOf(panelContext({}, {}, { models: twice })).some(({ label }) => label === "without m3"));
  });

  it("says what stands in the way of a doubling time", () => {
    assert.equal(row("MMLU", panelContext()).text, "too few");
    const falling = steadyGrowth(12).map((model, place) =>
      place % 4 === 0 ? model : modelOf(model.name, place * 100, 20 / 2 ** place),
    );
    const all = row("All models, least squares", panelContext({}, {}, { models: falling }));
    assert.deepEqual([all.days, all.text], [undefined, "no growth"]);
  });

  it("in force is called what the controls call it", () => {
    const label = (...said: Parameters<typeof panelContext>) => rowsOf(panelContext(...said))[0]?.label;
    assert.equal(label(), "Quantile 0.90");
    assert.equal(label({ estimator: "records" }), "Records, as the paper");
    assert.equal(
      label({ denominator: "total", kinds: ["base", "instruct"] }, { without: ["Phi-2-2B"] }),
      "Quantile 0.90; size total; kinds base, instruct; without Phi-2-2B",
    );
  });
});

describe("leaving one model out of the paper's", () => {
  it("moves the doubling time to 97 to 109 days at most, the records found again", () => {
    const days = paperModels.flatMap(({ name }) => {
      const { trend } = panelContext({ estimator: "records", without: [name] }).analysis;
      return trend.line?.doublingTimeDays ?? [];
    });
    assert.deepEqual([Math.min(...days).toFixed(1), Math.max(...days).toFixed(1)], ["97.1", "109.4"]);
    const shown = rowsOf(panelContext({ estimator: "records" })).filter(({ label }) =>
      label.startsWith("without"),
    );
    assert.equal(shown[0]?.days, Math.min(...days));
  });
});

describe("the headline of the table of methods", () => {
  const said = (...context: Parameters<typeof panelContext>) => {
    const { wording } = finish(methodsTable(panelContext(...context)));
    return [wording.verdict, wording.grounds].map(plainText);
  };

  it("counts the choices that give days, and those that give none", () => {
    const whole = (days: number) => Math.round(days).toLocaleString("en-US");
    const rows = rowsOf(panelContext());
    const days = rows.flatMap((each) => each.days ?? []);
    const [verdict] = said();
    assert.equal(
      verdict,
      `Over these ${days.length} choices the doubling time is ${whole(Math.min(...days))} to ${whole(Math.max(...days))} days; ${rows.length - days.length} more give none.`,
    );
  });

  it("rests on the level, the method, the draws and the seed of the intervals", () => {
    assert.match(
      said()[1] ?? "",
      /Intervals: 95\u00a0%, bootstrap over 14 families, 2,000 draws, seed 1\. Of records they are indicative: .* Hollow: no interval computed\.$/,
    );
  });

  it("claims nothing that the verdict does not", () => {
    const { wording } = finish(methodsTable(panelContext({}, {}, { models: withShuffledDates(3) })));
    assert.match(plainText(wording.verdict), /^No doubling can be claimed\. Over these \d+ choices lines/);
    assert.ok(wording.verdict.every(({ text, emphasis }) => emphasis === "plain" || !/\d/.test(text)));
  });

  it("says that there is nothing when no choice gives days", () => {
    assert.deepEqual(said({}, {}, { models: steadyGrowth(3) }), [
      "No choice gives a doubling time.",
      "Each row changes one choice and keeps the rest; choose a row to use it.",
    ]);
  });
});
