import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model } from "../../../../server/src/density/model.ts";
import {
  type AnalysisSettings,
  analyseCollection,
  type CollectionEntry,
} from "../../../../server/src/trend/collection/analyseCollection.ts";
import { exclusionReasons, kindChoices } from "../../../../server/src/trend/collection/membership.ts";
import { collection, counts, epochDay, model, releasedOn, score, scores } from "../../../support/models.ts";
import { paperTrend } from "../../../support/nmi2025.ts";

const member: Partial<Model> = { name: "Member-7B", scores: scores({ average: 40 }) };

function analyse(entries: readonly CollectionEntry[], changes: Partial<AnalysisSettings> = {}) {
  return analyseCollection(entries, { ...paperTrend, ...changes });
}

/** The reason a changed member is left out for. */
function reasonFor(changes: Partial<Model>, settings: Partial<AnalysisSettings> = {}): string | undefined {
  const { models, excluded } = analyse(collection([model({ ...member, ...changes })]), settings);
  assert.equal(models[0]?.excluded, excluded[0]?.reason);
  return excluded[0]?.reason;
}

describe("membership of a trend", () => {
  it("takes base, pruned and distilled weights at full precision", () => {
    assert.equal(reasonFor({}), undefined);
    assert.equal(reasonFor({ kind: "pruned" }), undefined);
    assert.equal(reasonFor({ kind: "distilled" }), undefined);
    assert.equal(reasonFor({ kind: undefined }), undefined);
    assert.equal(reasonFor({ kind: "instruct" }), "kind");
    assert.equal(reasonFor({ kind: "merged" }), "kind");
    assert.equal(reasonFor({ weightBits: 4 }), "kind");
    assert.equal(reasonFor({ kind: "unknown" }), "kind");
    assert.equal(reasonFor({ kind: "unknown" }, { kinds: kindChoices }), "kind");
  });

  it("takes other kinds when they are chosen; quantised weights need their own kind as well", () => {
    assert.equal(reasonFor({ kind: "instruct" }, { kinds: ["instruct"] }), undefined);
    assert.equal(reasonFor({}, { kinds: ["instruct"] }), "kind");
    assert.equal(reasonFor({ weightBits: 4 }, { kinds: ["base", "quantized"] }), undefined);
    assert.equal(reasonFor({ weightBits: 4 }, { kinds: ["quantized"] }), "kind");
    assert.equal(reasonFor({ kind: "merged", weightBits: 4 }, { kinds: kindChoices }), undefined);
  });

  it("needs a date, a size, a score on the basis and a score in range", () => {
    assert.equal(reasonFor({ releaseDate: undefined }), "no-date");
    assert.equal(reasonFor({ parameters: counts({}) }), "no-size");
    assert.equal(reasonFor({ scores: scores({ mmlu: 60, bbh: 50 }) }), "no-basis-score");
    assert.equal(reasonFor({ scores: scores({ average: 85 }) }), "out-of-range");
    assert.equal(reasonFor({ scores: scores({ average: 10 }) }), "near-chance");
    assert.equal(reasonFor({ scores: scores({ average: 12 }) }), "near-chance");
    const doubted = new Map([["average", [score(0.4, { unitDoubted: true })]]]);
    assert.equal(reasonFor({ scores: doubted }), "no-basis-score");
  });

  it("needs a date that is not after today; a month that has begun is not", () => {
    const releaseDate = releasedOn("2026-05-02");
    assert.equal(reasonFor({ releaseDate }, { asOfEpochDay: epochDay("2026-05-01") }), "date-future");
    assert.equal(reasonFor({ releaseDate }, { asOfEpochDay: epochDay("2026-05-02") }), undefined);
    const month = { epochDay: epochDay("2026-05-15"), precision: "month" } as const;
    assert.equal(reasonFor({ releaseDate: month }, { asOfEpochDay: epochDay("2026-05-01") }), undefined);
    assert.equal(reasonFor({ releaseDate: month }, { asOfEpochDay: epochDay("2026-04-30") }), "date-future");
    assert.equal(reasonFor({ releaseDate }), undefined);
  });

  it("follows basis and denominator", () => {
    const mmluOnly = { scores: scores({ mmlu: 60 }) };
    assert.equal(reasonFor(mmluOnly, { basis: "mmlu" }), undefined);
    assert.equal(reasonFor({}, { basis: "mmlu" }), "no-basis-score");
    assert.equal(
      reasonFor({ parameters: counts({ nonEmbedding: 7e9 }) }, { denominator: "total" }),
      "no-size",
    );
  });

  it("keeps to the window, whose days are inclusive", () => {
    const releaseDate = releasedOn("2024-01-01");
    const day = releaseDate.epochDay;
    const reasonIn = (sinceEpochDay: number | undefined, untilEpochDay: number | undefined) =>
      reasonFor({ releaseDate }, { sinceEpochDay, untilEpochDay });
    assert.equal(reasonIn(day, day), undefined);
    assert.equal(reasonIn(day + 1, undefined), "outside-window");
    assert.equal(reasonIn(undefined, day - 1), "outside-window");
  });

  it("keeps to the sizes, the lower end of which is inclusive", () => {
    const reasonOf = (nonEmbedding: number) =>
      reasonFor({ parameters: counts({ nonEmbedding }) }, { size: { least: 5e8, below: 3e9 } });
    assert.equal(reasonOf(5e8), undefined);
    assert.equal(reasonOf(2.99e9), undefined);
    assert.equal(reasonOf(3e9), "outside-size");
    assert.equal(reasonOf(4e8), "outside-size");
  });

  it("leaves out what is doubted when it is strict", () => {
    const totalOnly = { parameters: counts({ total: 7e9 }) };
    assert.equal(reasonFor(totalOnly), undefined);
    assert.equal(reasonFor(totalOnly, { strict: true }), "doubted");
    assert.equal(reasonFor({}, { strict: true }), undefined);
  });

  it("leaves out the models that a person names, and says so", () => {
    const { name } = model(member);
    assert.equal(reasonFor({}, { without: [name] }), "set-aside");
    assert.equal(reasonFor({}, { without: [`${name}-2`] }), undefined);
  });

  it("gives exactly one reason, the first that holds", () => {
    const broken = { kind: "instruct" as const, releaseDate: undefined, parameters: counts({}) };
    assert.equal(reasonFor(broken), "kind");
    assert.equal(reasonFor({ ...broken, kind: "base" }), "no-date");
    const twice = collection([model({ ...member, ...broken }), model({ ...member, ...broken })]);
    assert.deepEqual(
      analyse(twice).excluded.map(({ reason }) => reason),
      ["duplicate-name", "duplicate-name"],
    );
  });

  it("knows no other reasons than those tested here", () => {
    assert.deepEqual([...exclusionReasons].sort(), [
      "date-future",
      "doubted",
      "duplicate-name",
      "kind",
      "near-chance",
      "no-basis-score",
      "no-date",
      "no-size",
      "out-of-range",
      "outside-size",
      "outside-window",
      "set-aside",
      "unreadable",
    ]);
  });
});

describe("a collection", () => {
  it("excludes every bearer of a duplicate name", () => {
    const models = ["A", "B", "A", "C", "A"].map((name) => model({ ...member, name }));
    const { excluded, trend } = analyse(collection(models));
    assert.deepEqual(
      excluded.map(({ id, name, reason }) => `${id} ${name} ${reason}`),
      ["0 A duplicate-name", "2 A duplicate-name", "4 A duplicate-name"],
    );
    assert.deepEqual(
      trend.points.map(({ name }) => name),
      ["B", "C"],
    );
  });

  it("lists an unreadable card, which makes no name a duplicate", () => {
    const unreadable: CollectionEntry = { id: "broken", name: "Member-7B", model: undefined };
    const { excluded, models } = analyse([unreadable, ...collection([model(member)])]);
    assert.deepEqual(excluded, [{ id: "broken", name: "Member-7B", reason: "unreadable" }]);
    assert.equal(models.length, 1);
    assert.equal(models[0]?.excluded, undefined);
  });

  it("keeps the density of a model it leaves out", () => {
    const [left] = analyse(collection([model({ ...member, kind: "instruct" })])).models;
    assert.equal(left?.excluded, "kind");
    assert.equal(left?.density.result.kind, "density");
    assert.equal(left?.isRecord, false);
  });

  it("applies the window before it looks for records", () => {
    const models = [
      model({ name: "Early", releaseDate: releasedOn("2023-06-01"), scores: scores({ average: 60 }) }),
      model({ name: "Later", releaseDate: releasedOn("2024-02-01"), scores: scores({ average: 40 }) }),
      model({ name: "Last", releaseDate: releasedOn("2024-03-01"), scores: scores({ average: 50 }) }),
    ];
    const recordsSince = (sinceEpochDay: number | undefined) =>
      analyse(collection(models), { sinceEpochDay }).trend.records.map(({ name }) => name);
    assert.deepEqual(recordsSince(undefined), ["Early"]);
    assert.deepEqual(recordsSince(epochDay("2024-01-01")), ["Later", "Last"]);
  });

  it("applies kinds before it looks for records", () => {
    const models = [
      model({
        name: "Tuned",
        kind: "instruct",
        releaseDate: releasedOn("2023-06-01"),
        scores: scores({ average: 60 }),
      }),
      model({ name: "Base", releaseDate: releasedOn("2024-02-01"), scores: scores({ average: 40 }) }),
    ];
    const recordsOf = (kinds: AnalysisSettings["kinds"]) =>
      analyse(collection(models), { kinds }).trend.records.map(({ name }) => name);
    assert.deepEqual(recordsOf(paperTrend.kinds), ["Base"]);
    assert.deepEqual(recordsOf(kindChoices), ["Tuned"]);
  });
});
