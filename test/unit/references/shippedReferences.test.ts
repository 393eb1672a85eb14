import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { scoreRange } from "../../../server/src/density/credibleSize.ts";
import { referenceScore } from "../../../server/src/density/laws.ts";
import type { LawCurve } from "../../../server/src/density/reference.ts";
import { readReference } from "../../../server/src/references/readReference.ts";
import {
  shippedReference,
  shippedReferenceFile,
  shippedReferenceNames,
} from "../../../server/src/references/references.ts";
import { analyseCollection } from "../../../server/src/trend/collection/analyseCollection.ts";
import { kindChoices } from "../../../server/src/trend/collection/membership.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { projectRoot } from "../../support/commandLine.ts";
import { collection, figure1 } from "../../support/models.ts";
import { nmi2025, nmiCurve, paperTrend } from "../../support/nmi2025.ts";

function reference(name: string) {
  const shipped = shippedReference(name);
  assert.ok(shipped !== undefined, name);
  return shipped;
}

function lawCurve(name: string, id: string): LawCurve {
  const curve = reference(name).curves.get(id);
  assert.ok(curve?.kind === "laws", `${name} ${id}`);
  return curve;
}

function trendUnder(name: string) {
  const chosen = reference(name);
  const entries = collection(figure1.map(({ model }) => model));
  return analyseCollection(entries, {
    ...paperTrend,
    reference: chosen,
    trainingTokens: chosen.trainingTokens,
    kinds: kindChoices,
  });
}

it("four references ship", () => {
  assert.deepEqual(shippedReferenceNames, [
    "arxiv-2024",
    "nmi-2025-irreducible",
    "nmi-2025-refit",
    "nmi-2025",
  ]);
});

it("the references that ship are what their files say, read as a person's own file", () => {
  for (const name of shippedReferenceNames) {
    const path = join(projectRoot, `schemas/references/${name}.reference.yaml`);
    const reading = readReference(readFileSync(path, "utf8"));
    assert.ok(reading.kind === "reference", name);
    assert.deepEqual(shippedReference(name), reading.reference);
    assert.deepEqual(shippedReferenceFile(name), reading.file);
  }
});

describe("nmi-2025-refit", () => {
  it("takes the better minimum of each loss law and keeps the other", () => {
    for (const id of nmi2025.curves.keys()) {
      const curve = lawCurve("nmi-2025-refit", id);
      assert.equal(curve.alternativeLossLaws.length, id === "mbpp" ? 0 : 1);
      assert.deepEqual(curve.scoreLaw, nmiCurve(id).scoreLaw);
    }
    printsAs(lawCurve("nmi-2025-refit", "average").lossLaw.alpha, "0.3647");
  });

  it("gives the 51 models 147 days instead of 106, and densities 25 to 60 times smaller", () => {
    const [paper, refit] = [trendUnder("nmi-2025"), trendUnder("nmi-2025-refit")];
    printsAs(paper.trend.line?.doublingTimeDays, "106");
    printsAs(refit.trend.line?.doublingTimeDays, "147");
    const ratios = paper.models.flatMap(({ density: { result } }, place) => {
      const other = refit.models[place]?.density.result;
      return result.kind === "density" && other?.kind === "density" ? [result.density / other.density] : [];
    });
    assert.equal(ratios.length, 51);
    const inside = ratios.filter((ratio) => ratio > 25 && ratio < 60);
    assert.ok(inside.length >= 40, `${inside.length} of 51`);
    const ordered = [...ratios].sort((first, second) => first - second);
    assert.ok((ordered[25] ?? 0) > 25 && (ordered[25] ?? 0) < 60);
  });

  it("is the other minimum that nmi-2025 names", () => {
    for (const id of ["mmlu", "math", "average"]) {
      const [other] = nmiCurve(id).alternativeLossLaws;
      for (const key of ["a", "alpha", "b", "beta"] as const) {
        closeTo(other?.[key], lawCurve("nmi-2025-refit", id).lossLaw[key], 1e-6);
      }
    }
    for (const id of ["bbh", "humaneval"]) {
      const [other] = nmiCurve(id).alternativeLossLaws;
      const [refit] = lawCurve("nmi-2025-refit", id).alternativeLossLaws;
      closeTo(other?.alpha, refit?.alpha ?? Number.NaN, 1e-6);
    }
  });
});

describe("arxiv-2024", () => {
  it("is approximate and says so", () => {
    assert.match(reference("arxiv-2024").provenance, /^Approximate/);
  });

  it("has the journal's curves at 1e12 tokens, each validated up to 1e12 parameters there", () => {
    assert.equal(reference("arxiv-2024").trainingTokens, 1e12);
    for (const id of nmi2025.curves.keys()) {
      const curve = lawCurve("arxiv-2024", id);
      const { lossLaw, scoreLaw } = curve;
      assert.deepEqual(
        { lossLaw, scoreLaw },
        { lossLaw: nmiCurve(id).lossLaw, scoreLaw: nmiCurve(id).scoreLaw },
      );
      assert.equal(curve.validatedScores, undefined, "nobody measured a range");
      closeTo(scoreRange(curve, 1e12).upTo, referenceScore(nmiCurve(id), 1e12, 1e12), 1e-14);
    }
    printsAs(trendUnder("arxiv-2024").trend.line?.doublingTimeDays, "94");
  });
});

it("--d0 1e12 and arxiv-2024 give the same densities and the same days", () => {
  const entries = collection(figure1.map(({ model }) => model));
  const [named, chosen] = [
    trendUnder("arxiv-2024"),
    analyseCollection(entries, { ...paperTrend, trainingTokens: 1e12, kinds: kindChoices }),
  ];
  assert.deepEqual(
    named.models.map(({ density }) => density.result),
    chosen.models.map(({ density }) => density.result),
  );
  assert.equal(named.trend.line?.doublingTimeDays, chosen.trend.line?.doublingTimeDays);
});

describe("nmi-2025-irreducible", () => {
  it("ends the average at 64.9 % after 5e12 tokens", () => {
    printsAs(scoreRange(lawCurve("nmi-2025-irreducible", "average"), 5e12).upTo, "64.9");
  });

  it("gives the paper's models 37, 45 and 82 days: records, quantile, all", () => {
    const chosen = reference("nmi-2025-irreducible");
    const entries = collection(figure1.map(({ model }) => model));
    const { trend } = analyseCollection(entries, { ...paperTrend, reference: chosen });
    assert.deepEqual(
      trend.lines.map(({ doublingTimeDays }) => Math.round(doublingTimeDays ?? 0)),
      [37, 45, 82],
    );
  });
});
