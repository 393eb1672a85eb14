import type { Assumptions } from "../method/assumptions.ts";
import type { EmptyWording } from "../wording/empty.ts";

/** A collection without a single model to draw. */
export interface EmptyFigure {
  readonly kind: "empty";
  readonly wording: EmptyWording;
  readonly assumptions: Assumptions;
  readonly notes: readonly string[];
}
