import type { DrawnText, Paint, Shape, StrokedLine } from "./drawing.ts";
import type { Position } from "./geometry.ts";
import { labelText, type PlacedNameLabel } from "./labels/nameLabels.ts";
import type { PlacedText } from "./text/text.ts";

/** A straight line, one pixel wide unless said otherwise. */
export function straightLine(from: Position, to: Position, paint: Paint, width = 1): StrokedLine {
  return { kind: "line", through: [from, to], paint, width };
}

/** Text on the bare ground. */
export function bareText(text: PlacedText): DrawnText {
  return { kind: "text", text, hasHalo: false };
}

/** Text that may lie on lines. */
export function haloedText(text: PlacedText): DrawnText {
  return { kind: "text", text, hasHalo: true };
}

const leaderWidth = 0.8;

/** Names of marks. Leaders first: where one passes a label, the label stays whole. */
export function nameLabelShapes(labels: readonly PlacedNameLabel[]): Shape[] {
  return [
    ...labels.flatMap(({ leader }) =>
      leader === undefined ? [] : [straightLine(leader.from, leader.to, "quiet", leaderWidth)],
    ),
    ...labels.map(labelShape),
  ];
}

function labelShape({ id: _, leader: __, name, value, ...place }: PlacedNameLabel): DrawnText {
  const shape = haloedText({ ...place, text: labelText({ name, value }), tone: "foreground" });
  return value === undefined ? shape : { ...shape, quietEnd: value };
}
