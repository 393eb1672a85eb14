import assert from "node:assert/strict";
import type { EmptyFigure } from "../../server/src/figures/emptyFigure.ts";
import {
  type Drawing,
  type DrawnMark,
  type DrawnText,
  everyShape,
  type Group,
  type Shape,
  type StrokedLine,
} from "../../server/src/scene/drawing.ts";
import { isWithin, overlaps, type Rectangle, squareAround } from "../../server/src/scene/geometry.ts";
import { markBox } from "../../server/src/scene/markSize.ts";

/** A figure that has something to draw; throws when it has not. */
export function drawable<Figure extends { readonly kind: string }>(figure: Figure | EmptyFigure): Figure {
  if (isEmpty(figure)) throw new Error(`Nothing to draw: ${figure.wording.title}`);
  return figure;
}

function isEmpty(figure: { readonly kind: string }): figure is EmptyFigure {
  return figure.kind === "empty";
}

export function textsOf({ shapes }: Drawing): DrawnText[] {
  return [...everyShape(shapes)].filter((shape) => shape.kind === "text");
}

export function marksOf({ shapes }: Drawing): DrawnMark[] {
  return [...everyShape(shapes)].filter((shape) => shape.kind === "mark");
}

export function linesOf({ shapes }: Drawing): StrokedLine[] {
  return [...everyShape(shapes)].filter((shape) => shape.kind === "line");
}

/** What is written, in drawing order. */
export function wordsOf(drawing: Drawing): string[] {
  return textsOf(drawing).map(({ text }) => text.text);
}

/** The smallest rectangle around a shape. */
export function boxOf(shape: Exclude<Shape, Group>): Rectangle {
  switch (shape.kind) {
    case "text":
      return shape.text.box;
    case "mark":
      return markBox(shape.at, shape.radius);
    case "ring":
      return squareAround(shape.at, shape.radius + 1);
    case "line":
      return around(shape.through.map((at) => squareAround(at, 0)));
    case "segment":
      return around([shape.from, shape.to].map((at) => squareAround(at, 0)));
    case "strokes":
      return around(shape.segments.flatMap(({ from, to }) => [from, to]).map((at) => squareAround(at, 0)));
    case "area":
      return around(shape.corners.map((at) => squareAround(at, 0)));
  }
}

function around(boxes: readonly Rectangle[]): Rectangle {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

export function assertWithin(drawing: Drawing, { width, height }: { width: number; height: number }): void {
  const whole = { left: 0, top: 0, right: width, bottom: height };
  for (const shape of everyShape(drawing.shapes))
    if (shape.kind !== "strokes" || shape.segments.length > 0)
      assert.ok(isWithin(boxOf(shape), whole), JSON.stringify(shape));
}

export function assertNoTextOverMarks(drawing: Drawing): void {
  const marks = marksOf(drawing).map(boxOf);
  for (const text of textsOf(drawing))
    assert.ok(!marks.some((mark) => overlaps(mark, boxOf(text))), text.text.text);
}

export function assertTextsApart(drawing: Drawing): void {
  const texts = textsOf(drawing);
  for (const [place, text] of texts.entries())
    for (const other of texts.slice(place + 1))
      assert.ok(!overlaps(boxOf(text), boxOf(other)), `${text.text.text} | ${other.text.text}`);
}
