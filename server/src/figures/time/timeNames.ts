import type { DrawnSegment, DrawnText, Shape } from "../../scene/drawing.ts";
import type { LabelScene } from "../../scene/labels/labelCandidates.ts";
import { anchorOf, labelShape, leaderWidth } from "../../scene/labels/labelShapes.ts";
import { type PlacedNameLabel, placeNameLabels } from "../../scene/labels/nameLabels.ts";
import type { MeasureText } from "../../scene/text/text.ts";
import { formatDensity } from "../../text/numbers.ts";
import type { TimeMark } from "./timeMarks.ts";

/** Names as many marks as there is room for; on wide pages with their densities. */
export function placeMarkNames(
  named: readonly TimeMark[],
  scene: Omit<LabelScene, "records">,
  options: { readonly withDensity: boolean; readonly measureText: MeasureText },
): PlacedNameLabel[] {
  return placeNameLabels(
    named.map(({ id, at, point }) => ({
      id,
      mark: at,
      name: point.name,
      value: options.withDensity ? formatDensity(point.density) : undefined,
    })),
    scene,
    options.measureText,
  );
}

/** Leaders first: where one passes a label, the label stays whole. */
export function markNameShapes(labels: readonly PlacedNameLabel[]): Shape[] {
  return [...labels.flatMap(leaderOf), ...labels.map(nameOf)];
}

function leaderOf(label: PlacedNameLabel): DrawnSegment[] {
  const { leader } = label;
  if (leader === undefined) return [];
  return [{ kind: "segment", ...leader, paint: "quiet", width: leaderWidth, anchor: anchorOf(label) }];
}

/** The density stands in quiet tone, with the space before it. */
function nameOf(label: PlacedNameLabel): DrawnText {
  const shape = labelShape(label);
  return label.value === undefined ? shape : { ...shape, quietEnd: ` ${label.value}` };
}
