import type { ReleaseDate } from "../../density/model.ts";
import type { DrawnFigureWords } from "../drawing/drawnFigure.ts";
import type { FigureFamily } from "../figure/families.ts";

/** One member of the trend by its sizes, in parameters. */
export interface SizePoint {
  readonly id: string;
  /** Fit to be drawn; the card's own spelling is in the analysis. */
  readonly name: string;
  readonly family: FigureFamily;
  readonly releaseDate: ReleaseDate;
  readonly actualParameters: number;
  readonly effectiveParameters: number;
  readonly density: number;
  readonly isRecord: boolean;
}

/** Effective against actual parameters. */
export interface SizesFigure extends DrawnFigureWords {
  readonly kind: "sizes";
  /** In date order. */
  readonly points: readonly SizePoint[];
  /** What the actual size counts: "non-embedding". */
  readonly sizeName: string;
}
