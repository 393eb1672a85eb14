import { type FigureKind, inOneStep } from "../figureKind.ts";
import { curvesFigure } from "./curvesFigure.ts";
import type { CurvesFigure } from "./curvesFigureData.ts";
import { drawCurves } from "./drawCurves.ts";

/** Score against effective parameters: the reference's curves. */
export const curves: FigureKind<"curves", CurvesFigure> = {
  id: "curves",
  title: "Score curves",
  fileName: "score-curves",
  label: "Score against effective parameters",
  directions: { across: "across", up: "by height" },
  can: {},
  analyse: (analysis) => inOneStep(() => curvesFigure(analysis)),
  draw: drawCurves,
  rows: ({ models }) =>
    models.map(({ id, family, isRecord }) => ({ id, family, isRecord, epochDay: undefined })),
  describe: () => undefined,
  nextStep: () => undefined,
};
