import type { FigureFamily } from "../../../server/src/figures/families.ts";
import type { ShownFigure } from "../shell/shownContent.ts";

/** What every figure knows of a model in it. */
export interface FigurePoint {
  readonly id: string;
  /** Absent in a figure that does not tell families apart. */
  readonly family: FigureFamily | undefined;
  readonly isRecord: boolean;
  /** US dollars per million tokens, in the figure about prices. */
  readonly price: number | undefined;
}

/** The models of a figure, in its order. */
export function pointsOf(figure: ShownFigure): readonly FigurePoint[] {
  switch (figure.kind) {
    case "trend":
    case "sizes":
      return figure.points.map(({ id, family, isRecord }) => ({ id, family, isRecord, price: undefined }));
    case "benchmarks":
    case "curves":
      return figure.models.map(({ id, family, isRecord }) => ({ id, family, isRecord, price: undefined }));
    case "prices":
      return figure.points.map(({ id, isRecord, price }) => ({ id, family: undefined, isRecord, price }));
  }
}
