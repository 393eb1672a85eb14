// What the properties of figures have in common: hostile names, days and sizes, and what holds for any drawing.
import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import type { EmptyFigure } from "../../server/src/figures/emptyFigure.ts";
import { drawFigure, type Figure } from "../../server/src/figures/index.ts";
import type { Drawing } from "../../server/src/scene/drawing.ts";
import { estimateTextWidth } from "../../server/src/scene/svg/textWidth.ts";
import { assertNoTextOverMarks, assertTextsApart, assertWithin } from "./drawings.ts";

/** Names, days from 2023-01-01 and families as cards have them, and as they should not. */
export const anyIdentity = {
  name: fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constantFrom("", "x".repeat(200), "نموذج لغوي", "大規模言語モデル", "Llama-3.1-8B", "\u202Eevil"),
  ),
  day: fc.integer({ min: -400, max: 1500 }),
  family: fc.option(fc.constantFrom("Llama", "Qwen", "Phi", "Yi"), { nil: undefined }),
};

/** Powers of ten of parameter counts; some beyond anything that exists. */
export const anyDecades = fc.oneof(
  fc.double({ min: 8, max: 12, noNaN: true }),
  fc.double({ min: 0, max: 20, noNaN: true }),
);

/** Pixels from a phone to a large screen. */
export const anySize = {
  width: fc.integer({ min: 320, max: 1400 }),
  height: fc.integer({ min: 200, max: 800 }),
};

/** How a reader looks at a figure whose models are called by their place. */
export const anyReading = {
  ...anySize,
  pinned: fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 3 }),
  hidden: fc.constantFrom("", "Llama", "Other"),
};

interface Reading {
  readonly width: number;
  readonly height: number;
  readonly pinned: readonly number[];
  readonly hidden: string;
}

/** The drawing a reader sees; `undefined` when there is nothing to draw. */
export function drawnFor(
  figure: Figure | EmptyFigure,
  { width, height, pinned, hidden }: Reading,
): Drawing | undefined {
  if (figure.kind === "empty") return undefined;
  return drawFigure(
    figure,
    { width, height, measureText: estimateTextWidth },
    { isShown: (family) => family !== hidden, pinned: pinned.map(String) },
  );
}

export type CheckEveryDrawing<Picture> = (check: (drawing: Drawing, picture: Picture) => void) => void;

/**
 * Tests what holds for every drawing.
 * @returns a way to check what holds for these ones
 */
export function testsOfEveryDrawing<Picture extends Reading>(
  pictures: fc.Arbitrary<Picture>,
  drawingOf: (picture: Picture) => Drawing | undefined,
): CheckEveryDrawing<Picture> {
  const everyDrawing: CheckEveryDrawing<Picture> = (check) =>
    fc.assert(
      fc.property(pictures, (picture) => {
        const drawing = drawingOf(picture);
        if (drawing !== undefined) check(drawing, picture);
      }),
      { numRuns: 200 },
    );

  it("has nothing outside the picture", () => {
    everyDrawing(assertWithin);
  });

  it("has no text over a mark", () => {
    everyDrawing(assertNoTextOverMarks);
  });

  it("has no two texts that overlap", () => {
    everyDrawing(assertTextsApart);
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(pictures, (picture) => assert.deepEqual(drawingOf(picture), drawingOf(picture))),
      { numRuns: 40 },
    );
  });
  return everyDrawing;
}
