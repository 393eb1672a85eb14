import type { Anchor, DrawnText, Shape } from "../drawing.ts";
import { haloedText, straightLine } from "../shapes.ts";
import { labelText, type PlacedNameLabel } from "./nameLabels.ts";

export const leaderWidth = 0.8;

/** Names of marks. Leaders first: where one passes a label, the label stays whole. */
export function nameLabelShapes(labels: readonly PlacedNameLabel[]): Shape[] {
  return [
    ...labels.flatMap((label): Shape[] =>
      label.leader === undefined
        ? []
        : [
            {
              ...straightLine(label.leader.from, label.leader.to, "quiet", leaderWidth),
              anchor: anchorOf(label),
            },
          ],
    ),
    ...labels.map(labelShape),
  ];
}

/** A name with its value in quiet tone. */
export function labelShape(label: PlacedNameLabel): DrawnText {
  const { id: _, mark: __, leader: ___, name, value, ...place } = label;
  const text = { ...place, text: labelText({ name, value }), tone: "foreground" } as const;
  const shape = { ...haloedText(text), anchor: anchorOf(label) };
  return value === undefined ? shape : { ...shape, quietEnd: value };
}

/** The mark that a name goes along with. */
export function anchorOf({ id, mark: { x, y } }: PlacedNameLabel): Anchor {
  return { id, x, y };
}
