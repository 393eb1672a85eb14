import type { DrawnText, Shape } from "./drawing.ts";

/** One step of painting: the ground's colour around a text's letters, the letters, or another shape. */
export type PaintStep =
  | { readonly kind: "halo"; readonly text: DrawnText }
  | { readonly kind: "letters"; readonly text: DrawnText }
  | Exclude<Shape, DrawnText>;

/** The steps in which shapes are painted, whatever paints them. */
export function* paintSteps(shapes: readonly Shape[]): Generator<PaintStep> {
  let letters: PaintStep[] = [];
  for (const shape of shapes) {
    if (shape.kind === "text" && shape.halo !== "own") {
      if (shape.halo === "together") yield { kind: "halo", text: shape };
      letters.push({ kind: "letters", text: shape });
      continue;
    }
    yield* letters;
    letters = [];
    if (shape.kind !== "text") yield shape;
    else {
      yield { kind: "halo", text: shape };
      yield { kind: "letters", text: shape };
    }
  }
  yield* letters;
}
