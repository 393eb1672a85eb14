import type { Anchor, DrawnText, Paint, StrokedLine } from "./drawing.ts";
import type { Position } from "./geometry.ts";
import type { PlacedText } from "./text/text.ts";

/** A straight line, one pixel wide unless said otherwise. */
export function straightLine(from: Position, to: Position, paint: Paint, width = 1): StrokedLine {
  return { kind: "line", through: [from, to], paint, width };
}

/** Text on the bare ground. */
export function bareText(text: PlacedText): DrawnText {
  return { kind: "text", text, halo: "none" };
}

/** Text that may lie on lines. */
export function haloedText(text: PlacedText): DrawnText {
  return { kind: "text", text, halo: "together" };
}

/** Text that may lie on lines and goes along with something. */
export function anchoredText(text: PlacedText, anchor: Anchor): DrawnText {
  return { kind: "text", text, halo: "own", anchor };
}
