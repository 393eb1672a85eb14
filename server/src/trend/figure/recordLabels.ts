import { formatDensity } from "../wording/numbers.ts";
import { isolated, shortened } from "./displayName.ts";
import type { Rectangle, Segment } from "./geometry.ts";
import type { LabelScene } from "./labelCandidates.ts";
import { placeLabels } from "./labels.ts";
import type { PlacedPoint } from "./placedPoints.ts";
import { ascent, descent, type Font, type MeasureText, type TextAnchor } from "./text.ts";

/** A record's name, with its density in quiet text. */
export interface PlacedRecordLabel {
  readonly pointId: string;
  readonly name: string;
  /** Absent on narrow pages. */
  readonly density: string | undefined;
  readonly x: number;
  readonly baseline: number;
  readonly anchor: TextAnchor;
  readonly font: Font;
  readonly box: Rectangle;
  /** From the mark to a label that stands apart. */
  readonly leader: Segment | undefined;
}

const font: Font = { size: 12, weight: 400 };
const longestName = 28;

/** No figure has room for more names; of more records, evenly chosen ones are tried. */
const mostLabels = 200;

/** Names as many records as there is room for. */
export function placeRecordLabels(
  records: readonly PlacedPoint[],
  scene: Omit<LabelScene, "records">,
  options: { readonly withDensity: boolean; readonly measureText: MeasureText },
): PlacedRecordLabel[] {
  const labels = evenly(records, mostLabels).map(({ point, x, y }) => ({
    id: point.id,
    mark: { x, y },
    name: isolated(shortened(point.name, longestName)),
    density: options.withDensity ? formatDensity(point.density) : undefined,
  }));
  const places = placeLabels(
    labels.map(({ id, mark, name, density }) => ({
      id,
      mark,
      width: options.measureText(density === undefined ? name : `${name} ${density}`, font),
      height: (ascent + descent) * font.size,
    })),
    scene,
  );
  return labels.flatMap(({ id, name, density }) => {
    const place = places.get(id);
    if (place === undefined) return [];
    const { box, anchor, leader } = place;
    const x = anchor === "start" ? box.left : anchor === "end" ? box.right : (box.left + box.right) / 2;
    return [
      { pointId: id, name, density, x, baseline: box.top + ascent * font.size, anchor, font, box, leader },
    ];
  });
}

/** At most `count` items, from the first to the last at equal steps. */
function evenly<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}
