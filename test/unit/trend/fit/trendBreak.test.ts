import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fUpperTail } from "../../../../server/src/numerics/fDistribution.ts";
import { testChow, testHinge } from "../../../../server/src/numerics/hingeRegression.ts";
import { fitLine } from "../../../../server/src/numerics/leastSquares.ts";
import { paperBreakEpochDay, trendBreak } from "../../../../server/src/trend/fit/trendBreak.ts";
import { trendSample } from "../../../../server/src/trend/fit/trendSample.ts";
import { breakSentences } from "../../../../server/src/wording/trendBreak.ts";
import { closeTo, printsAs } from "../../../support/closeTo.ts";
import { readCsv, readFixture, requiredNumber } from "../../../support/csv.ts";
import { epochDay, trendPoint } from "../../../support/models.ts";

interface Oracle {
  readonly t: readonly number[];
  readonly y: readonly number[];
  readonly chow: { readonly F: number; readonly p: number };
  readonly hinge: {
    readonly params: readonly [number, number, number];
    readonly bse: readonly [number, number, number];
    readonly F: number;
    readonly p: number;
  };
  readonly loo_T2_months: readonly number[];
}

describe("break tests on METR's time horizons, beside statsmodels", () => {
  const oracle: Oracle = JSON.parse(readFixture("oracles/chow_hinge_influence_metr.json"));
  const points = oracle.t.map((x, place) => ({ x, y: oracle.y[place] ?? Number.NaN }));

  it("give the hinge's coefficient, standard error, t and p", () => {
    const hinge = testHinge(points, 0);
    closeTo(hinge?.slopeChange, oracle.hinge.params[2], 1e-10);
    closeTo(hinge?.standardError, oracle.hinge.bse[2], 1e-10);
    closeTo((hinge?.t ?? 0) ** 2, oracle.hinge.F, 1e-10);
    closeTo(hinge?.pValue, oracle.hinge.p, 1e-9);
  });

  it("give Chow's F and p", () => {
    const chow = testChow(
      points.filter(({ x }) => x <= 0),
      points.filter(({ x }) => x > 0),
    );
    closeTo(chow?.f, oracle.chow.F, 1e-10);
    closeTo(chow?.pValue, oracle.chow.p, 1e-9);
  });

  it("lie beside the leave-one-out doubling times that least squares gives there", () => {
    for (const [left, expected] of oracle.loo_T2_months.entries()) {
      const fit = fitLine(points.filter((_, place) => place !== left));
      closeTo(Math.LN2 / (fit?.slope ?? Number.NaN), expected, 1e-10);
    }
  });

  it("do not exist where a side has no line or nothing is left to judge by", () => {
    const line = [1, 2, 3, 4, 5].map((x) => ({ x, y: x }));
    assert.equal(testHinge(line.slice(0, 3), 2), undefined);
    assert.equal(testHinge(line, 0), undefined);
    assert.equal(
      testChow(
        [
          { x: 1, y: 0 },
          { x: 1, y: 1 },
        ],
        line,
      ),
      undefined,
    );
    assert.equal(testChow(line.slice(0, 2), line.slice(2, 4)), undefined);
  });
});

describe("Fisher's distribution", () => {
  it("has the critical values of its tables", () => {
    closeTo(fUpperTail(4.102821, 2, 10), 0.05, 1e-6);
    closeTo(fUpperTail(7.559432, 2, 10), 0.01, 1e-6);
    closeTo(fUpperTail(161.4476, 1, 1), 0.05, 1e-6);
    assert.deepEqual([fUpperTail(0, 2, 10), fUpperTail(Number.POSITIVE_INFINITY, 2, 10)], [1, 0]);
  });
});

describe("the break at ChatGPT's release in the paper's MMLU densities", () => {
  const points = readCsv("paper/densities_mmlu_fig3c.csv").map((row) =>
    trendPoint(row.name ?? "", row.release_date ?? "", requiredNumber(row, "density_mmlu")),
  );
  const sample = trendSample(points);
  const broken = trendBreak(sample, paperBreakEpochDay, "records", 0.9);

  it("is on 30 November 2022", () => assert.equal(paperBreakEpochDay, epochDay("2022-11-30")));

  it("has 144 days before, on three records, and 95 days after, on six of a frontier of its own", () => {
    assert.deepEqual([broken.before.recordCount, broken.after.recordCount], [3, 6]);
    printsAs(broken.before.line?.slopePerDay, "0.004797");
    printsAs(broken.after.line?.slopePerDay, "0.007312");
  });

  it("says both sides, the tests over all models, and how few the early models are", () => {
    const sentences = breakSentences(broken, "records").join(" ");
    assert.match(
      sentences,
      /^Break at 30 Nov 2022, .* up to it 144 days \(3 records of \d+ models\); after it 95 days \(6 records of \d+ models\)\./,
    );
    assert.match(sentences, /hinge t = −?\d+\.\d\d, p [=<] 0\.\d+; Chow F = \d+\.\d\d, p [=<] 0\.\d+/);
    assert.match(sentences, /Few models up to that day/);
  });

  it("is refused with fewer than three points on a side, with both counts", () => {
    const early = trendBreak(sample, epochDay("2022-01-01"), "records", 0.9);
    assert.equal(early.tests, undefined);
    assert.equal(early.before.line, undefined);
    assert.match(
      breakSentences(early, "records").join(" "),
      /^Break at 1 Jan 2022: not tested, with 1 model up to that day and \d+ after it; 3 on each side/,
    );
  });
});
