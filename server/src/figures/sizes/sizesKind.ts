import { type FigureKind, inOneStep } from "../figureKind.ts";
import { drawSizes } from "./drawSizes.ts";
import { type SizesFigure, sizesFigure } from "./sizesFigure.ts";

/** Effective against actual parameters. */
export const sizes: FigureKind<"sizes", SizesFigure> = {
  id: "sizes",
  title: "Sizes",
  fileName: "effective-parameters",
  label: "Effective against actual parameters",
  directions: { across: "across", up: "by height" },
  can: {},
  analyse: (analysis) => inOneStep(() => sizesFigure(analysis)),
  draw: drawSizes,
  rows: ({ points }) =>
    points.map(({ id, family, isRecord }) => ({ id, family, isRecord, epochDay: undefined })),
  describe: () => undefined,
  nextStep: () => undefined,
};
