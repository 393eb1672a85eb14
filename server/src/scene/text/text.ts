import type { Rectangle } from "../geometry.ts";

/** Size in pixels; weight as in CSS. */
export interface Font {
  readonly size: number;
  readonly weight: 400 | 500 | 650;
}

/** Width of a line of text in pixels: a canvas measures it, an SVG file estimates it. */
export type MeasureText = (text: string, font: Font) => number;

/** A role in the theme, not a colour. */
export type TextTone = "foreground" | "quiet" | "strong";

/** Which point of the line `x` is. */
export type TextAnchor = "start" | "middle" | "end";

/** A line of text at its place. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly anchor: TextAnchor;
  readonly font: Font;
  readonly tone: TextTone;
  /** What the line covers. */
  readonly box: Rectangle;
}

/** How far letters reach above and below the baseline, as shares of the font size. */
export const ascent = 0.76;
export const descent = 0.24;

/** Puts a line of text where its anchor and baseline are given. */
export function placeText(line: Omit<PlacedText, "box">, measureText: MeasureText): PlacedText {
  const width = measureText(line.text, line.font);
  const left = line.anchor === "start" ? line.x : line.anchor === "end" ? line.x - width : line.x - width / 2;
  const box = {
    left,
    right: left + width,
    top: line.baseline - ascent * line.font.size,
    bottom: line.baseline + descent * line.font.size,
  };
  return { ...line, box };
}

/** The baseline of a line whose capitals are centred on `middle`. */
export function baselineAround(middle: number, size: number): number {
  return middle + 0.36 * size;
}
