import { isolated, shortened } from "../../text/displayName.ts";
import type { Position, Rectangle, Segment } from "../geometry.ts";
import { ascent, descent, type Font, type MeasureText, type TextAnchor } from "../text/text.ts";
import type { LabelScene } from "./labelCandidates.ts";
import { placeLabels } from "./labels.ts";

/** A mark and what is to be said beside it. */
export interface NamedMark {
  readonly id: string;
  readonly mark: Position;
  readonly name: string;
  /** Said in quiet text behind the name: "4.81". */
  readonly value: string | undefined;
}

/** A name at its place. */
export interface PlacedNameLabel {
  readonly id: string;
  /** What it names. */
  readonly mark: Position;
  readonly name: string;
  readonly value: string | undefined;
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

/** No figure has room for more names; of more marks, evenly chosen ones are tried. */
const mostLabels = 200;

/** Names as many marks as there is room for. */
export function placeNameLabels(
  marks: readonly NamedMark[],
  scene: Omit<LabelScene, "records">,
  measureText: MeasureText,
): PlacedNameLabel[] {
  const labels = evenly(marks, mostLabels).map((each) => ({
    ...each,
    name: isolated(shortened(each.name, longestName)),
  }));
  const places = placeLabels(
    labels.map(({ id, mark, name, value }) => ({
      id,
      mark,
      width: measureText(labelText({ name, value }), font),
      height: (ascent + descent) * font.size,
    })),
    scene,
  );
  return labels.flatMap(({ id, mark, name, value }) => {
    const place = places.get(id);
    if (place === undefined) return [];
    const { box, anchor, leader } = place;
    const x = anchor === "start" ? box.left : anchor === "end" ? box.right : (box.left + box.right) / 2;
    return [{ id, mark, name, value, x, baseline: box.top + ascent * font.size, anchor, font, box, leader }];
  });
}

/** The whole line: "Mistral-Small-24B 4.81". */
export function labelText({ name, value }: Pick<PlacedNameLabel, "name" | "value">): string {
  return value === undefined ? name : `${name} ${value}`;
}

/** At most `count` items, from the first to the last at equal steps. */
function evenly<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  const step = (items.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}
