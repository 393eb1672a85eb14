import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { fitLine } from "../../../../server/src/numerics/leastSquares.ts";
import { findRecords } from "../../../../server/src/trend/collection/records.ts";
import { fitCoordinates, type TrendPoint } from "../../../../server/src/trend/collection/trendPoint.ts";
import { printsAs } from "../../../support/closeTo.ts";
import { readFixture } from "../../../support/csv.ts";
import { epochDay, trendPoint } from "../../../support/models.ts";

function namesOf(points: readonly TrendPoint[]): string[] {
  return points.map(({ name }) => name);
}

describe("records", () => {
  it("are denser than everything earlier, in date order whatever the input order", () => {
    const points = [
      trendPoint("late and thin", "2024-03-01", 0.4),
      trendPoint("second", "2024-02-01", 0.5),
      trendPoint("first", "2024-01-01", 0.2),
      trendPoint("third", "2024-04-01", 0.9),
    ];
    assert.deepEqual(namesOf(findRecords(points)), ["first", "second", "third"]);
  });

  it("are the densest of one day only", () => {
    const points = [
      trendPoint("thin", "2024-01-01", 0.2),
      trendPoint("dense", "2024-01-01", 0.5),
      trendPoint("middle", "2024-01-01", 0.3),
    ];
    assert.deepEqual(namesOf(findRecords(points)), ["dense"]);
    assert.deepEqual(namesOf(findRecords(points, "kept")), ["dense"]);
  });

  it("do not include a model that only equals the frontier, unless ties are kept", () => {
    const points = [
      trendPoint("first", "2024-01-01", 0.5),
      trendPoint("equal", "2024-02-01", 0.5),
      trendPoint("denser", "2024-03-01", 0.6),
    ];
    assert.deepEqual(namesOf(findRecords(points)), ["first", "denser"]);
    assert.deepEqual(namesOf(findRecords(points, "kept")), ["first", "equal", "denser"]);
  });

  it("settle a tie on one day by name, then by id", () => {
    const tie = trendPoint("b", "2024-01-01", 0.5);
    const points = [
      { ...tie, id: "1" },
      { ...tie, id: "3", name: "a" },
      { ...tie, id: "2", name: "a" },
    ];
    const idsOf = (records: readonly TrendPoint[]) => records.map(({ id }) => id);
    assert.deepEqual(idsOf(findRecords(points)), ["2"]);
    assert.deepEqual(idsOf(findRecords(points, "kept")), ["2", "3", "1"]);
  });

  it("of nothing are nothing", () => {
    assert.deepEqual(findRecords([]), []);
  });
});

interface MetrResult {
  readonly release_date: string;
  readonly metrics: {
    readonly is_sota: boolean;
    readonly p50_horizon_length: { readonly estimate: number };
  };
}

describe("the record rule on METR's published time horizons", () => {
  const file: {
    readonly results: Readonly<Record<string, MetrResult>>;
    readonly doubling_time_in_days: Readonly<
      Record<"all_time_stitched" | "from_2023_on", { readonly point_estimate: number }>
    >;
  } = parse(readFixture("oracles/metr_benchmark_results_1_1.yaml"));
  const points = Object.entries(file.results).map(([name, { release_date, metrics }]) =>
    trendPoint(name, release_date, metrics.p50_horizon_length.estimate),
  );
  const from2023 = points.filter((point) => point.epochDay >= epochDay("2023-01-01"));

  function doublingTime(of: readonly TrendPoint[], ties: "strict" | "kept"): number {
    return Math.LN2 / (fitLine(findRecords(of, ties).map(fitCoordinates))?.slope ?? Number.NaN);
  }

  it("finds the models that METR marks as state of the art", () => {
    const marked = Object.keys(file.results).filter((name) => file.results[name]?.metrics.is_sota);
    assert.equal(marked.length, 14);
    assert.deepEqual(namesOf(findRecords(points, "kept")).sort(), marked.sort());
  });

  it("gives METR's two doubling times", () => {
    const { all_time_stitched, from_2023_on } = file.doubling_time_in_days;
    printsAs(doublingTime(points, "kept"), "196.47462");
    printsAs(doublingTime(from2023, "kept"), "130.80098");
    assert.ok(Math.abs(doublingTime(points, "kept") - all_time_stitched.point_estimate) < 5e-4);
    assert.ok(Math.abs(doublingTime(from2023, "kept") - from_2023_on.point_estimate) < 5e-4);
  });

  it("gives the same under the strict rule, because no two horizons are equal", () => {
    assert.equal(new Set(points.map(({ density }) => density)).size, points.length);
    assert.equal(doublingTime(points, "strict"), doublingTime(points, "kept"));
    assert.equal(doublingTime(from2023, "strict"), doublingTime(from2023, "kept"));
  });
});
