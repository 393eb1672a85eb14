import type { FigureKind } from "../figureKind.ts";
import { type BenchmarksFigure, benchmarksSteps } from "./benchmarksFigure.ts";
import { drawBenchmarks } from "./drawBenchmarks.ts";
import { benchmarksZoom } from "./zoomedBenchmarks.ts";

/** Capability density against release date, benchmark by benchmark. */
export const benchmarks: FigureKind<"benchmarks", BenchmarksFigure> = {
  id: "benchmarks",
  title: "By benchmark",
  fileName: "density-by-benchmark",
  label: "Capability density over time by benchmark",
  directions: { across: "across", up: "by height" },
  can: { zoom: benchmarksZoom },
  analyse: benchmarksSteps,
  draw: drawBenchmarks,
  rows: ({ models }) =>
    models.map(({ id, family, isRecord, releaseDate }) => ({
      id,
      family,
      isRecord,
      epochDay: releaseDate?.epochDay,
    })),
  describe: () => undefined,
  nextStep: ({ plots: [, ...single] }) =>
    // The mean comes first; without scores of single benchmarks there is nothing here but the mean.
    single.every(({ points }) => points.length === 0) ? "see-over-time" : undefined,
};
