import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { drawsPerTail, percentileInterval } from "../../../../server/src/numerics/percentileInterval.ts";
import { seededRandom, shuffled } from "../../../../server/src/numerics/seededRandom.ts";
import { analyseCollection } from "../../../../server/src/trend/collection/analyseCollection.ts";
import { originEpochDay, type TrendPoint } from "../../../../server/src/trend/collection/trendPoint.ts";
import { bootstrapLines } from "../../../../server/src/trend/fit/bootstrap.ts";
import { estimators, trendLine } from "../../../../server/src/trend/fit/estimator.ts";
import {
  defaultTrendOptions,
  fitTrend,
  type Trend,
  trendDensityOn,
} from "../../../../server/src/trend/fit/fitTrend.ts";
import { quantileSlopeIsPositive } from "../../../../server/src/trend/fit/quantileRise.ts";
import { sampleCount } from "../../../../server/src/trend/fit/resampling.ts";
import { trendSample } from "../../../../server/src/trend/fit/trendSample.ts";
import { influence } from "../../../../server/src/trend/questions/influence.ts";
import { finish } from "../../../../server/src/trend/steps.ts";
import { closeTo, printsAs } from "../../../support/closeTo.ts";
import { analysisOf, modelOf, paperModels } from "../../../support/figures.ts";
import { collection } from "../../../support/models.ts";
import { paperTrend } from "../../../support/nmi2025.ts";

const paper = analysisOf(paperModels).trend;

function intervalsOf({ intervals }: Trend) {
  assert.ok(intervals !== undefined);
  return intervals;
}

/** A point so many days after the origin. */
function point(place: number, day: number, density: number): TrendPoint {
  return { id: `${place}`, name: `Model ${place}`, epochDay: originEpochDay + day, density };
}

describe("the estimators on the paper's 47 models", () => {
  it("give the doubling times of the design: 106, 135 and 148 days", () => {
    assert.deepEqual(
      paper.lines.map(({ estimator, doublingTimeDays }) => `${estimator} ${doublingTimeDays?.toFixed(0)}`),
      ["records 106", "quantile 135", "all 148"],
    );
    assert.equal(trendLine("quantile", paper.sample, 0.95)?.doublingTimeDays?.toFixed(0), "145");
  });

  it("have these intervals by family, as far as 100,000 draws tell them", () => {
    const { intervals } = analysisOf(paperModels, { samples: 100_000 }).trend;
    const ends = estimators.map((estimator) => {
      const interval = intervals?.of(estimator);
      return `${interval?.lowDays?.toFixed(0)} to ${interval?.highDays?.toFixed(0)}`;
    });
    assert.deepEqual(ends, ["62 to 132", "91 to 275", "99 to 241"]);
  });

  it("say how the interval was made, and that the one of records is indicative only", () => {
    const [records, quantile] = [intervalsOf(paper).of("records"), intervalsOf(paper).of("quantile")];
    assert.deepEqual(
      [quantile.level, quantile.method, quantile.samples, quantile.seed],
      [0.95, "percentile-bootstrap", 2000, 1],
    );
    assert.equal(intervalsOf(paper).of("all").method, "expanded-percentile-bootstrap");
    assert.deepEqual([records.isIndicative, quantile.isIndicative], [true, false]);
    closeTo(records.lowDays, Math.LN2 / records.slopeHigh, 1e-15);
  });

  it("have the same interval for the same seed, and another for another", () => {
    const again = analysisOf(paperModels).trend;
    const other = analysisOf(paperModels, { seed: 2 }).trend;
    assert.deepEqual(intervalsOf(again).of("quantile"), intervalsOf(paper).of("quantile"));
    assert.notEqual(intervalsOf(other).of("all").slopeLow, intervalsOf(paper).of("all").slopeLow);
  });

  it("have a band that holds the line, lopsided as the draws are", () => {
    assert.ok(paper.line !== undefined);
    for (const day of [0, 300, 771]) {
      const { low, high } = intervalsOf(paper).densityOn("quantile", originEpochDay + day);
      const line = paper.lines.find(({ estimator }) => estimator === "quantile");
      assert.ok(line !== undefined);
      const density = trendDensityOn(line, originEpochDay + day);
      assert.ok(low <= density && density <= high, `${low} ${density} ${high}`);
    }
  });
});

describe("intervals", () => {
  const days = fc.integer({ min: 0, max: 40 });
  const points = fc
    .array(fc.tuple(days, fc.integer({ min: -6, max: 6 })), { minLength: 5, maxLength: 20 })
    .map((all) => all.map(([day, exponent], place) => point(place, day, 2 ** exponent)));
  const few = { samples: 200, seed: 7 };

  it("do not depend on the order of the models", () => {
    fc.assert(
      fc.property(points, fc.integer(), (all, seed) => {
        const other = shuffled(all, seededRandom(seed));
        for (const estimator of estimators)
          assert.deepEqual(
            finish(bootstrapLines(trendSample(other), estimator, 0.9, few)),
            finish(bootstrapLines(trendSample(all), estimator, 0.9, few)),
          );
      }),
      { numRuns: 30 },
    );
  });

  it("keep every draw, also those that fall or have a single date", () => {
    fc.assert(
      fc.property(points, (all) => {
        for (const estimator of estimators) {
          const { slopes, intercepts } = finish(bootstrapLines(trendSample(all), estimator, 0.9, few));
          assert.equal(slopes.length, 200);
          assert.ok([...slopes, ...intercepts].every(Number.isFinite));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("exclude 0 exactly when the quick test of the verdict says so", () => {
    let positive = 0;
    fc.assert(
      fc.property(
        points,
        fc.constantFrom(0.5, 0.75, 0.9),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, tau, rise) => {
          const rising = all.map((each) => ({
            ...each,
            density: each.density * Math.exp(rise * (each.epochDay - originEpochDay)),
          }));
          const sample = trendSample(rising);
          const { low } = percentileInterval(
            finish(bootstrapLines(sample, "quantile", tau, few)).slopes,
            0.95,
          );
          if (low > 0) positive++;
          assert.equal(finish(quantileSlopeIsPositive(sample, tau, few)), low > 0);
        },
      ),
      { numRuns: 300, seed: 5 },
    );
    assert.ok(positive > 20, `${positive} rising`);
  });

  it("are open where no growth is within them", () => {
    const flat = Array.from({ length: 12 }, (_, place) =>
      point(place, 30 * place, place % 2 === 0 ? 1 : 1.2),
    );
    const { lowDays, highDays, slopeLow } = intervalsOf(
      fitTrend([...flat, point(99, -10, 0.5), point(98, -5, 0.7)], "quantile"),
    ).of("quantile");
    assert.ok(slopeLow <= 0 && lowDays !== undefined);
    assert.equal(highDays, undefined);
  });

  it("are the k-th draws from both ends", () => {
    assert.equal(drawsPerTail(2000, 0.95), 50);
    const draws = Float64Array.from({ length: 199 }, (_, place) => 199 - place);
    assert.deepEqual(percentileInterval(draws, 0.95), { low: 5, high: 195 });
    draws[0] = Number.POSITIVE_INFINITY;
    assert.equal(percentileInterval(draws, 0.999).high, Number.POSITIVE_INFINITY);
  });

  it("take fewer draws of very many models, unless a number is asked for", () => {
    const bounded = [47, 1000, 4000, 100_000].map((count) => sampleCount(defaultTrendOptions, count));
    assert.deepEqual(bounded, [2000, 2000, 500, 200]);
    assert.equal(sampleCount({ samples: 3000, seed: 1 }, 100_000), 3000);
  });
});

describe("checkpoints of one training run", () => {
  const run = [0, 1, 2].map((step) =>
    modelOf(`step-${step}`, 300 + 20 * step, 0.6 + step / 10, { checkpointOf: "one run" }),
  );
  const before = analyseCollection(collection([...paperModels, ...run]), paperTrend).trend;

  it("leave every interval as it was when a checkpoint's file is copied", () => {
    const copies = run.map((step, place) => ({ ...step, name: `copy ${place}` }));
    const after = analyseCollection(collection([...paperModels, ...run, ...copies]), paperTrend).trend;
    assert.equal(after.points.length, before.points.length + 3);
    assert.deepEqual(after.lines, before.lines);
    assert.deepEqual(after.test, before.test);
    for (const estimator of estimators)
      assert.deepEqual(intervalsOf(after).of(estimator), intervalsOf(before).of(estimator));
  });

  it("are drawn together: as separate models they would narrow the interval", () => {
    const cluster = Array.from({ length: 40 }, (_, step) => point(100 + step, 1200 + step, 3 + step / 100));
    const scattered = Array.from({ length: 12 }, (_, place) =>
      point(place, 60 * place, 2 ** ((place * 7) % 5)),
    );
    const width = (points: readonly TrendPoint[]) => {
      const { slopeLow, slopeHigh } = intervalsOf(fitTrend([...scattered, ...points], "all")).of("all");
      return slopeHigh - slopeLow;
    };
    assert.ok(width(cluster.map((each) => ({ ...each, run: "run" }))) > 1.3 * width(cluster));
  });
});

describe("the influence of single models on the paper's trend", () => {
  const influences = influence(paper.points);
  const rounded = (values: readonly (number | undefined)[]) => {
    const known = values.map((value) => value ?? Number.NaN);
    return [Math.min(...known), Math.max(...known)];
  };

  it("is from 97.1 to 109.4 days with the records found again, the largest change first", () => {
    const [least, greatest] = rounded(influences.map(({ doublingTimeDays }) => doublingTimeDays));
    printsAs(least, "97.1");
    printsAs(greatest, "109.4");
    assert.deepEqual(
      influences.slice(0, 3).map(({ point: { name }, recordCount }) => `${name} ${recordCount}`),
      ["Mistral-Small-24B 8", "Phi-1-1.2B 9", "Phi-1.5-1.2B 9"],
    );
    const changes = influences.map(({ changeDays }) => Math.abs(changeDays ?? Number.NaN));
    assert.deepEqual(
      changes,
      [...changes].sort((first, second) => second - first),
    );
  });

  it("is from 97 to 123 days with the other records held fixed", () => {
    const [least, greatest] = rounded(influences.map((each) => each.fixedRecordsDoublingTimeDays));
    printsAs(least, "97");
    printsAs(greatest, "123");
  });

  it("is listed for records alone, because no other model moves their line", () => {
    assert.equal(influences.length, 9);
    const others = paper.points.filter(({ id }) => !influences.some((each) => each.point.id === id));
    for (const left of others) {
      const without = fitTrend(
        paper.points.filter(({ id }) => id !== left.id),
        "records",
      );
      assert.deepEqual(without.line, paper.line);
    }
  });
});

describe("coverage of the quantile interval", () => {
  it("holds the true slope about as often as it says, and claims no rise of noise", () => {
    const random = seededRandom(20);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const runs = 60;
    const count = (slope: number) => {
      let covered = 0;
      let claimed = 0;
      for (let run = 0; run < runs; run++) {
        const models = Array.from({ length: 60 }, (_, place) => {
          const day = Math.floor(random() * 800);
          return point(place, day, Math.exp(slope * day + 0.7 * normal()));
        });
        const trend = fitTrend(models, "quantile", { tau: 0.9, samples: 200, seed: run });
        const interval = trend.intervals?.of("quantile");
        if (interval !== undefined && interval.slopeLow <= slope && slope <= interval.slopeHigh) covered++;
        if (trend.verdict === "doubling") claimed++;
      }
      return { covered, claimed };
    };
    const growing = count(Math.LN2 / 106);
    const flat = count(0);
    assert.ok(
      growing.covered >= 51 && flat.covered >= 51,
      `${growing.covered} and ${flat.covered} of ${runs}`,
    );
    assert.ok(growing.claimed === runs && flat.claimed <= 3, `${growing.claimed} and ${flat.claimed}`);
  });
});
