import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { assignFamilies } from "../../../../server/src/figures/families.ts";
import { timeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import { densityOn } from "../../../../server/src/trend/fit/lineOnDays.ts";
import { paperDoublingTimeDays } from "../../../../server/src/trend/questions/paper.ts";
import { printsAs } from "../../../support/closeTo.ts";
import {
  analysisOf,
  modelOf,
  paperModels,
  trendFigure,
  withShuffledDates,
} from "../../../support/figures.ts";
import { epochDay, model } from "../../../support/models.ts";
import { nmi2025 } from "../../../support/nmi2025.ts";

describe("the figure of the paper's models", () => {
  const figure = trendFigure(analysisOf(paperModels));

  it("has the 47 members in date order and the nine records", () => {
    assert.equal(figure.points.length, 47);
    const days = figure.points.map(({ releaseDate }) => releaseDate.epochDay);
    assert.deepEqual(
      days,
      [...days].sort((first, second) => first - second),
    );
    assert.deepEqual(
      figure.points.filter(({ isRecord }) => isRecord).map(({ name }) => name),
      [
        "Llama-65B",
        "Phi-1-1.2B",
        "Phi-1.5-1.2B",
        "Phi-2-2B",
        "MiniCPM-2.4B",
        "MiniCPM-1.2B",
        "Gemma2-9B",
        "MiniCPM3-4B",
        "Mistral-Small-24B",
      ],
    );
  });

  it("gives the families the marks of the design", () => {
    assert.deepEqual(
      figure.families.map(({ name, modelCount, mark }) => `${name} ${modelCount} ${mark.shape} ${mark.hue}`),
      [
        "Llama 13 circle blue",
        "Gemma 9 diamond red",
        "Mistral 7 square foreground",
        "DeepSeek 4 cross blue",
        "Phi 3 triangle-up foreground",
        "MiniCPM 3 triangle-down red",
        "Other 8 small-circle quiet",
      ],
    );
  });

  it("covers data and line with whole doublings", () => {
    assert.deepEqual(figure.densityRange, { lowestExponent: -6, highestExponent: 5 });
  });

  it("draws the fit over the data, dashed for a tenth of their span, never before them", () => {
    const [first, last] = [epochDay("2023-02-24"), epochDay("2025-04-05")];
    assert.equal(figure.fit?.solid.firstEpochDay, first);
    assert.equal(figure.fit?.solid.lastEpochDay, last);
    assert.equal(figure.fit?.dashed.firstEpochDay, last);
    assert.equal(figure.fit?.dashed.lastEpochDay, last + (last - first) / 10);
    printsAs(figure.fit?.doublingTimeDays, "106.2");
    assert.ok(figure.timeRange.lastEpochDay >= (figure.fit?.dashed.lastEpochDay ?? Number.NaN));
  });

  it("knows that the paper's trend is the same line", () => {
    assert.deepEqual(figure.paper, { kind: "same-line" });
    printsAs(paperDoublingTimeDays, "106.164");
  });
});

describe("the paper's trend beside another fit", () => {
  it("is a line of its own where slope or height differ", () => {
    const { paper, fit } = trendFigure(analysisOf(paperModels, { untilEpochDay: epochDay("2024-12-31") }));
    assert.equal(paper?.kind, "separate");
    if (paper?.kind !== "separate" || fit === undefined) return;
    assert.equal(paper.line.firstEpochDay, fit.solid.firstEpochDay);
    // exp(-2.61129), the density of the published intercept on day zero, 24 February 2023.
    printsAs(densityOn(paper.line, epochDay("2023-02-24")), "0.0734");
  });

  it("is the line through these models' records where the fit is another", () => {
    const { paper, fit } = trendFigure(analysisOf(paperModels, { estimator: "quantile" }));
    assert.equal(fit?.name, "Best tenth of all models");
    assert.equal(paper?.kind, "records");
    if (paper?.kind !== "records") return;
    printsAs(paper.doublingTimeDays, "106.2");
    printsAs(paper.line.slopePerDay, "0.00653");
  });

  it("is not shown where densities are on another scale", () => {
    for (const changes of [
      { basis: "mmlu" },
      { trainingTokens: 1e12 },
      { reference: { ...nmi2025, name: "mine" } },
    ]) {
      const figure = timeFigure(analysisOf(paperModels, changes));
      assert.ok(figure.kind === "empty" || figure.paper === undefined);
    }
  });
});

describe("a figure without a claim", () => {
  it("has points, but neither a fit nor the paper's trend", () => {
    const figure = trendFigure(analysisOf(withShuffledDates(16)));
    assert.equal(figure.points.length, 47);
    assert.equal(figure.fit, undefined);
    assert.equal(figure.paper, undefined);
  });

  it("is empty without models to draw", () => {
    assert.equal(timeFigure(analysisOf([])).kind, "empty");
    assert.equal(timeFigure(analysisOf([model()])).kind, "empty");
  });
});

describe("names in a figure", () => {
  it("lose control characters and text direction overrides, and are never empty", () => {
    const names = ["a\u0000b\u202ec", "", "  spaced\n out ", "👩‍👧 7B"];
    const figure = trendFigure(analysisOf(names.map((name, place) => modelOf(name, place, 1 + place))));
    assert.deepEqual(
      figure.points.map(({ name }) => name),
      ["abc", "(no name)", "spaced out", "👩‍👧 7B"],
    );
  });
});

describe("families", () => {
  const member = fc.record({
    family: fc.option(
      fc.constantFrom("Llama", "gemma", "Qwen", "Yi", "OLMo", "Falcon", "MPT", "Other", " "),
      {
        nil: undefined,
      },
    ),
    isRecord: fc.boolean(),
  });

  it("never share a mark, are at most six and Other, and count every model once", () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const { legend, familyOf } = assignFamilies(members);
        assert.equal(new Set(legend.map(({ mark }) => mark.shape)).size, legend.length);
        assert.ok(legend.length <= 7);
        if (legend.length > 0)
          assert.equal(
            legend.reduce((sum, { modelCount }) => sum + modelCount, 0),
            members.length,
          );
        for (const { name, modelCount } of legend)
          assert.equal(members.filter(({ family }) => familyOf(family).name === name).length, modelCount);
      }),
    );
  });

  it("do not depend on the order of the models", () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const marks = (list: typeof members) =>
          assignFamilies(list).legend.map(
            ({ name, mark }) => `${name.toLowerCase()} ${mark.shape} ${mark.hue}`,
          );
        assert.deepEqual(marks([...members].reverse()), marks(members));
      }),
    );
  });

  it("prefer those with records, then those with more models", () => {
    const names = ["A", "B", "C", "D", "E", "F", "G"];
    const members = names.flatMap((family, place) =>
      Array.from({ length: 10 - place }, () => ({ family, isRecord: false })),
    );
    const without = assignFamilies(members).legend.map(({ name }) => name);
    assert.deepEqual(without, ["A", "B", "C", "D", "E", "F", "Other"]);
    const withRecord = assignFamilies([...members, { family: "G", isRecord: true }]).legend;
    assert.deepEqual(
      withRecord.map(({ name }) => name),
      ["A", "B", "C", "D", "E", "G", "Other"],
    );
  });

  it("keep the paper's marks whoever else is there", () => {
    const { familyOf } = assignFamilies(
      ["Qwen", "Yi", "OLMo", "Falcon", "phi", "LLAMA"].map((family) => ({ family, isRecord: true })),
    );
    assert.deepEqual(familyOf("Llama").mark, { shape: "circle", hue: "blue" });
    assert.deepEqual(familyOf("Phi").mark, { shape: "triangle-up", hue: "foreground" });
  });

  it("are no legend when no card names one", () => {
    assert.deepEqual(assignFamilies([{ family: undefined, isRecord: true }]).legend, []);
  });
});
