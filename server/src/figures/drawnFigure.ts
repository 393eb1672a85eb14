import type { BenchmarksFigure } from "./benchmarks/benchmarksFigure.ts";
import type { CurvesFigure } from "./curves/curvesFigureData.ts";
import type { PricesFigure } from "./prices/pricesFigure.ts";
import type { SizesFigure } from "./sizes/sizesFigure.ts";

/** Every figure but the one over time, in the terms of its data: no pixel, no colour. Plain data. */
export type DrawnFigure = SizesFigure | PricesFigure | CurvesFigure | BenchmarksFigure;
