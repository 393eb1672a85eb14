import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CollectionChoices } from "../../../server/src/method/collectionSettings.ts";
import { controlMenu, type PanelControl, panelControls } from "../../../server/src/panel/panelControls.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import { panelResets, paperChoices } from "../../../server/src/panel/panelResets.ts";
import { paperModels } from "../../support/figures.ts";
import { epochDay } from "../../support/models.ts";
import { nmi2025 } from "../../support/nmi2025.ts";
import { optionNamed, panelContext } from "../../support/panelContexts.ts";

function control(setting: PanelControl["setting"], ...said: Parameters<typeof panelContext>): PanelControl {
  const found = panelControls(panelContext(...said)).find((each) => each.setting === setting);
  assert.ok(found, `no control for ${setting}`);
  return found;
}

/** "label (detail) *" of every entry, the chosen ones with the star. */
function menu({ groups }: Pick<PanelControl, "groups">): string[] {
  return groups.flatMap(({ options }) =>
    options.map(({ label, detail, isChosen }) =>
      `${label}${detail === undefined ? "" : ` (${detail})`}${isChosen ? " *" : ""}`.replaceAll(
        "\u00a0",
        " ",
      ),
    ),
  );
}

/** What the panel's choices are once an entry is taken. */
function taken(
  setting: PanelControl["setting"],
  label: string,
  choices: PanelChoices = {},
  folder: CollectionChoices = {},
): PanelChoices {
  return optionNamed(label, control(setting, choices, folder).groups).choices;
}

describe("the menus of the panel's controls", () => {
  it("offer every choice, the paper's and the one in force marked", () => {
    assert.deepEqual(menu(control("denominator")), [
      "non-embedding (the paper’s) *",
      "non-embedding throughout",
      "total",
      "active",
    ]);
    assert.deepEqual(menu(control("estimator", { estimator: "quantile", tau: 0.8 })), [
      "records (the paper’s)",
      "quantile 0.80 *",
      "quantile 0.90",
      "quantile 0.95",
      "all models",
    ]);
    assert.deepEqual(menu(control("break", { breakEpochDay: epochDay("2024-06-30") })), [
      "off",
      "30 Nov 2022 (the release of ChatGPT, no model up to it)",
      "30 Jun 2024 *",
    ]);
    assert.deepEqual(menu(control("window", { untilEpochDay: epochDay("2024-10-10") })), [
      "all (the paper’s)",
      "the first model *",
      "1 Jan 2024",
      "1 Jan 2025",
      "31 Dec 2023",
      "10 Oct 2024 *",
      "31 Dec 2024",
      "the last model",
    ]);
  });

  it("offer the references that ship and the folder's own, and training tokens for those with laws", () => {
    const own = [
      { name: "our.reference.yaml", reference: { ...nmi2025, name: "ours", trainingTokens: 3e12 } },
    ];
    const { groups } = control("reference", { reference: "our.reference.yaml" }, {}, { own });
    assert.deepEqual(
      groups[0]?.options.filter(({ isChosen }) => isChosen).map(({ label }) => label),
      ["our.reference.yaml"],
    );
    assert.equal(optionNamed("nmi-2025", groups).detail, "the paper’s");
    assert.deepEqual(
      groups[1]?.options.map(({ label, detail }) =>
        `${label} ${detail ?? ""}`.replaceAll("\u00a0", " ").trim(),
      ),
      ["1 × 10¹²", "2 × 10¹²", "3 × 10¹² the reference’s own", "5 × 10¹²", "15 × 10¹²"],
    );
  });

  it("say how many models each basis gives a density once they are open, and not before", () => {
    const without = paperModels.map((model, place) =>
      place % 2 === 0 ? model : { ...model, scores: new Map() },
    );
    const context = panelContext({}, {}, { models: without });
    const groups = controlMenu({ context }, "basis");
    assert.match(optionNamed("average of five", groups).detail ?? "", /^\d+ models, the paper’s$/);
    assert.equal(optionNamed("MMLU", groups).detail, "0 models");
    const closed = panelControls(context).find(({ setting }) => setting === "basis")?.groups ?? [];
    assert.equal(optionNamed("MMLU", closed).detail, undefined);
    assert.deepEqual(menu({ groups: closed }).length, menu({ groups }).length);
  });

  it("switch kinds one by one, and never the last one off", () => {
    assert.deepEqual(taken("kinds", "instruct").kinds, ["base", "instruct", "pruned", "distilled"]);
    assert.deepEqual(taken("kinds", "base").kinds, ["pruned", "distilled"]);
    assert.deepEqual(taken("kinds", "base", { kinds: ["base"] }), { kinds: ["base"] });
    assert.deepEqual(taken("kinds", "all", { kinds: ["base"] }).kinds?.length, 6);
  });

  it("keep the panel's other choices", () => {
    assert.deepEqual(taken("denominator", "total", { estimator: "all" }), {
      denominator: "total",
      estimator: "all",
    });
  });

  it("name the models left out by choice, each to be taken back", () => {
    const said: PanelChoices = { without: ["Phi-1-1.2B", "Phi-2-2B"] };
    assert.equal(control("without", said).value, "2 models");
    assert.deepEqual(taken("without", "Phi-1-1.2B", said), { without: ["Phi-2-2B"] });
    assert.deepEqual(taken("without", "no model", said), {});
    assert.ok(!panelControls(panelContext()).some(({ setting }) => setting === "without"));
  });
});

describe("an entry that agrees with the folder", () => {
  const folder: CollectionChoices = {
    estimator: "quantile",
    tau: 0.95,
    sinceEpochDay: epochDay("2024-01-01"),
    kinds: ["distilled", "base"],
    d0: 1e12,
  };

  it("leads back to the folder's settings", () => {
    assert.deepEqual(taken("estimator", "quantile 0.95", { estimator: "all" }, folder), {});
    assert.deepEqual(taken("window", "1 Jan 2024", { sinceEpochDay: null }, folder), {});
    assert.deepEqual(taken("kinds", "pruned", { kinds: ["base", "pruned", "distilled"] }, folder), {});
  });

  it("says that it is the folder's", () => {
    assert.match(menu(control("estimator", {}, folder)).join("; "), /quantile 0\.95 \(this folder’s\) \*/);
  });

  it("is the one that the folder means where it says a part only", () => {
    assert.deepEqual(menu(control("estimator", {}, { estimator: "quantile" })), [
      "records (the paper’s)",
      "quantile 0.90 (this folder’s) *",
      "quantile 0.95",
      "all models",
    ]);
    assert.deepEqual(menu(control("estimator", {}, { tau: 0.95 })), [
      "records (the paper’s)",
      "quantile 0.90",
      "quantile 0.95 (this folder’s) *",
      "all models",
    ]);
  });

  it("is not needed to take back what the folder says", () => {
    assert.deepEqual(taken("window", "all", {}, folder), { sinceEpochDay: null });
    assert.deepEqual(taken("estimator", "records", {}, folder), { estimator: "records" });
  });
});

describe("a reference that is taken", () => {
  it("brings its own training tokens, also where the folder says others", () => {
    assert.deepEqual(taken("reference", "arxiv-2024", { d0: 2e12 }), { reference: "arxiv-2024" });
    assert.deepEqual(taken("reference", "arxiv-2024", {}, { d0: 2e12 }), {
      reference: "arxiv-2024",
      d0: 1e12,
    });
  });

  it("brings its own basis where it has no curve for the one in force", () => {
    const own = [
      {
        name: "our.reference.yaml",
        reference: { ...nmi2025, curves: new Map([...nmi2025.curves].filter(([id]) => id !== "bbh")) },
      },
    ];
    const { groups } = control("reference", { basis: "bbh" }, {}, { own });
    assert.deepEqual(optionNamed("our.reference.yaml", groups).choices, { reference: "our.reference.yaml" });
  });
});

describe("the ways back", () => {
  it("are absent under the paper's method", () => {
    const paper = { estimator: "records" } as const;
    const toDefaults = { to: "standard", label: "Reset to the defaults" };
    const day = epochDay("2024-01-01");
    assert.deepEqual(panelResets(panelContext(paper)), [{ ...toDefaults, choices: {} }]);
    assert.deepEqual(panelResets(panelContext({ ...paper, breakEpochDay: day })), [
      { ...toDefaults, choices: { breakEpochDay: day } },
    ]);
  });

  it("lead to the paper's method by one step where nobody chose", () => {
    assert.deepEqual(panelResets(panelContext()), [
      { to: "paper", label: "The paper’s method", choices: { estimator: "records" } },
    ]);
  });

  it("undo what was chosen", () => {
    const context = panelContext({
      estimator: "all",
      without: ["Phi-2-2B"],
      d0: 1e12,
      reference: "arxiv-2024",
    });
    assert.deepEqual(panelResets(context), [
      { to: "standard", label: "Reset to the defaults", choices: {} },
      { to: "paper", label: "The paper’s method", choices: { estimator: "records" } },
    ]);
  });

  it("undo what the folder says by saying the paper's explicitly, and lead back to the folder", () => {
    const folder: CollectionChoices = {
      reference: "arxiv-2024",
      estimator: "all",
      kinds: ["base"],
      untilEpochDay: epochDay("2024-12-31"),
      without: ["Phi-2-2B"],
    };
    const [toDefaults, toPaper, ...others] = panelResets(panelContext({}, folder));
    assert.deepEqual(others, []);
    assert.deepEqual(toDefaults?.choices, { ...toPaper?.choices, estimator: "quantile" });
    assert.deepEqual(toPaper?.choices, {
      reference: "nmi-2025",
      estimator: "records",
      kinds: ["base", "pruned", "distilled"],
      untilEpochDay: null,
      without: [],
    });
    assert.deepEqual(
      panelResets(panelContext({ ...toPaper?.choices, denominator: "total" }, folder)).map(({ to }) => to),
      ["standard", "paper", "folder"],
    );
    const isPaper = panelContext(toPaper?.choices, folder);
    assert.deepEqual(
      panelResets(isPaper).map(({ to, choices }) => ({ to, choices })),
      [
        { to: "standard", choices: { ...toPaper?.choices, estimator: "quantile" } },
        { to: "folder", choices: {} },
      ],
    );
    assert.deepEqual(paperChoices(isPaper), toPaper?.choices);
  });
});
