import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { densityFlags } from "../../../server/src/density/densityFlags.ts";
import type { Model } from "../../../server/src/density/model.ts";
import type {
  AnalysedModel,
  AnalysisSettings,
} from "../../../server/src/trend/collection/analyseCollection.ts";
import { exclusionReasons } from "../../../server/src/trend/collection/membership.ts";
import { exclusionSentence } from "../../../server/src/wording/exclusions.ts";
import {
  benchmarkFlagSentence,
  extrapolationSentence,
  flagLabels,
  flagSentence,
} from "../../../server/src/wording/flags.ts";
import { lensText } from "../../../server/src/wording/lens.ts";
import { sourceLine } from "../../../server/src/wording/source.ts";
import { analysisOf, modelOf, paperModels, withShuffledDates } from "../../support/figures.ts";
import { counts, epochDay, model, score, scores } from "../../support/models.ts";
import { nmi2025, paperTrend } from "../../support/nmi2025.ts";

function only(card: Model, changes: Partial<AnalysisSettings> = {}): AnalysedModel {
  const [analysed] = analysisOf([card], changes).models;
  if (analysed === undefined) throw new Error("One card, one model");
  return analysed;
}

/** Why a card is left out, from the analysis of that card alone. */
function reasonOf(card: Model, changes: Partial<AnalysisSettings> = {}): string {
  const analysed = only(card, changes);
  if (analysed.excluded === undefined) throw new Error("The card is in the trend");
  return exclusionSentence(analysed.excluded, analysed, { ...paperTrend, ...changes });
}

const complete = model({ scores: scores({ average: 40 }) });

describe("why a card is left out", () => {
  it("names the fact and the number behind it", () => {
    const cases: [string, Model, Partial<AnalysisSettings>?][] = [
      ["No release date.", { ...complete, releaseDate: undefined }],
      ["No parameter count.", { ...complete, parameters: counts({}) }],
      ["No total parameter count.", complete, { denominator: "total" }],
      [
        "3 of 5 scores: MATH and MBPP missing.",
        { ...complete, scores: scores({ mmlu: 60, bbh: 50, humaneval: 40 }) },
      ],
      ["None of the 5 scores: MMLU, BBH, MATH, HumanEval and MBPP.", { ...complete, scores: new Map() }],
      ["No MMLU score.", complete, { basis: "mmlu" }],
      [
        "The reference nmi-2025 has no curve for arc_challenge.",
        { ...complete, scores: scores({ arc_challenge: 50 }) },
        { basis: "arc_challenge" },
      ],
      ["Instruct weights; the trend takes base, pruned and distilled.", { ...complete, kind: "instruct" }],
      [
        "4-bit quantised weights; the trend takes base, pruned and distilled.",
        { ...complete, weightBits: 4 },
      ],
      [
        "Average of five 9.3\u00a0%, not above the floor of 10.8\u00a0%.",
        { ...complete, scores: scores({ average: 9.3 }) },
      ],
      [
        "Average of five 80.31\u00a0%, above the ceiling of 80.29\u00a0%.",
        { ...complete, scores: scores({ average: 80.31 }) },
      ],
      [
        "Released 1 Jan 2024; the trend takes from 1 Jun 2024.",
        complete,
        { sinceEpochDay: epochDay("2024-06-01") },
      ],
    ];
    for (const [expected, card, changes] of cases) assert.equal(reasonOf(card, changes), expected);
  });

  it("quotes a score whose unit is in doubt as the card writes it", () => {
    const five = { mmlu: 64.9, bbh: 52, math: 31.5, mbpp: 58.2 };
    const doubted = new Map(scores(five)).set("humaneval", [score(0.412, { unitDoubted: true })]);
    assert.equal(reasonOf({ ...complete, scores: doubted }), "HumanEval 0.412 may be a fraction.");
    assert.equal(
      lensText(only({ ...complete, scores: doubted }), paperTrend),
      "No density: HumanEval 0.412 may be a fraction",
    );
  });

  it("has one sentence for every reason there is", () => {
    for (const reason of exclusionReasons) {
      assert.match(exclusionSentence(reason, only(complete), paperTrend), /^[A-Z0-9].*\.$/);
      assert.match(exclusionSentence(reason, undefined, paperTrend), /^[A-Z].*\.$/);
    }
  });
});

describe("what a flag says", () => {
  const sentence = (card: Model, changes: Partial<AnalysisSettings> = {}) => {
    const analysed = only(card, changes);
    return analysed.density.flags.map((flag) => flagSentence(flag, analysed, { ...paperTrend, ...changes }));
  };

  it("names the number behind it", () => {
    assert.deepEqual(sentence({ ...complete, scores: scores({ average: 71.415 }) }), [
      "Extrapolated: 158\u00a0B effective parameters; the score fit ends at 4\u00a0B.",
    ]);
    assert.deepEqual(sentence({ ...complete, scores: scores({ average: 16 }) }), [
      "Imprecise: one point more on average of five means 31\u00a0% more effective parameters.",
    ]);
    assert.deepEqual(sentence({ ...complete, scores: scores({ average: 9.3 }) }), [
      "Below the floor: average of five 9.3\u00a0%; the reference starts above 10.8\u00a0%.",
    ]);
    assert.deepEqual(sentence({ ...complete, scores: scores({ average: 88 }) }), [
      "Above the ceiling: average of five 88.0\u00a0%; the reference is valid up to 80.3\u00a0%.",
    ]);
    assert.deepEqual(sentence({ ...complete, parameters: counts({ total: 7.24e9 }) }), [
      "Total parameters: 7.24\u00a0B with embeddings is used, so the density is understated.",
    ]);
    assert.deepEqual(
      sentence({
        ...complete,
        architecture: "mixture-of-experts",
        parameters: counts({ nonEmbedding: 46.4e9 }),
      }),
      ["Active parameters unknown: all 46.4\u00a0B count as active, so the density is understated."],
    );
    assert.deepEqual(
      sentence({ ...complete, releaseDate: { epochDay: epochDay("2025-02-15"), precision: "month" } }),
      ["Month only: Feb 2025 counts as 15 Feb 2025, ±\u00a015 days."],
    );
    assert.deepEqual(sentence({ ...complete, kind: undefined }), [
      "Kind missing: the card does not say how the weights were made; they count as base.",
    ]);
  });

  it("is one sentence for every flag there is, with a label for tables", () => {
    for (const flag of densityFlags) {
      assert.match(flagSentence(flag, only(complete), paperTrend), /^[A-Z0-9].*\.$/);
      assert.ok(flagLabels[flag].length > 0);
    }
  });

  it("speaks of one benchmark where the flag is that benchmark's", () => {
    const analysed = only({ ...complete, scores: scores({ humaneval: 80 }) });
    const [humaneval] = analysed.density.benchmarks;
    assert.ok(humaneval !== undefined);
    assert.deepEqual(humaneval.flags, ["extrapolated"]);
    assert.match(
      benchmarkFlagSentence("extrapolated", humaneval, paperTrend),
      /^Extrapolated: [\d.]+\u00a0B effective parameters; the score fit ends at 4\u00a0B\.$/,
    );
  });

  it("counts the extrapolated models of a collection once", () => {
    assert.equal(
      extrapolationSentence(analysisOf(paperModels)),
      "Extrapolated: 18 of 47 models, up to 158\u00a0B effective parameters; the score fit ends at 4\u00a0B. In tokens all are: the loss runs end at 50\u00a0×\u00a010⁹, D₀ is 100 times that.",
    );
    assert.equal(extrapolationSentence(analysisOf([complete])), undefined);
  });
});

describe("the line above a card", () => {
  const { models } = analysisOf(paperModels);
  const lensOf = (name: string) => {
    const analysed = models.find(({ model: { name: own } }) => own === name);
    return analysed && lensText(analysed, paperTrend).replaceAll("\u00a0", "_");
  };

  it("gives density, both sizes and the place against the trend", () => {
    assert.equal(
      lensOf("Llama-3.1-405B"),
      "Density 0.39 | 158_B effective from 402_B | 258 days behind the trend",
    );
    assert.match(lensOf("MiniCPM3-4B") ?? "", /\| record, (\d+ days? (ahead of|behind)|on) the trend$/);
  });

  it("says why a model with a density is not in the trend", () => {
    assert.equal(
      lensOf("StableLM-Zephyr-3B"),
      "Density 0.40 | 1.01_B effective from 2.54_B | not in the trend: instruct",
    );
  });

  it("has no last part without a verdict", () => {
    const { models: shuffledModels } = analysisOf(withShuffledDates(16));
    for (const analysed of shuffledModels.filter(({ excluded }) => excluded === undefined))
      assert.match(lensText(analysed, paperTrend), /^Density [\d.]+ \| [^|]+ effective from [^|]+$/);
  });

  it("works for one model alone", () => {
    assert.match(lensText(only(modelOf("one", 0, 1.26)), paperTrend), /^Density 1\.26 \| /);
  });
});

describe("the source line", () => {
  it("cites as the licence asks", () => {
    assert.equal(
      sourceLine(nmi2025),
      "Reference nmi-2025: Xiao et al., Nature Machine Intelligence 7, 1823-1833 (2025), CC BY 4.0; values digitised.",
    );
    assert.equal(sourceLine({ ...nmi2025, name: "mine", attribution: " " }), "Reference mine.");
  });
});
