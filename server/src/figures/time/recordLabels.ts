import type { LabelScene } from "../../scene/labels/labelCandidates.ts";
import { type PlacedNameLabel, placeNameLabels } from "../../scene/labels/nameLabels.ts";
import type { MeasureText } from "../../scene/text/text.ts";
import { formatDensity } from "../../text/numbers.ts";
import type { PlacedPoint } from "./placedPoints.ts";

/** A record's name, with its density in quiet text. */
export interface PlacedRecordLabel extends Omit<PlacedNameLabel, "id" | "value"> {
  readonly pointId: string;
  /** Absent on narrow pages. */
  readonly density: string | undefined;
}

/** Names as many records as there is room for. */
export function placeRecordLabels(
  records: readonly PlacedPoint[],
  scene: Omit<LabelScene, "records">,
  options: { readonly withDensity: boolean; readonly measureText: MeasureText },
): PlacedRecordLabel[] {
  const named = records.map(({ point, x, y }) => ({
    id: point.id,
    mark: { x, y },
    name: point.name,
    value: options.withDensity ? formatDensity(point.density) : undefined,
  }));
  return placeNameLabels(named, scene, options.measureText).map(({ id, value, ...label }) => ({
    pointId: id,
    density: value,
    ...label,
  }));
}
